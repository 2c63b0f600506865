#include "record/tables.h"

#include <algorithm>

#include "base/text.h"

namespace siqingdan {
namespace {

constexpr std::string_view kKey = "integer primary key";
constexpr std::string_view kInteger = "integer not null";
constexpr std::string_view kText = "text not null";
constexpr std::string_view kMaybeInteger = "integer";
constexpr std::string_view kMaybeText = "text";

// `name, name` with a mark before each name.
std::string names_of(const IndexTable& table, std::string_view mark = "") {
  std::string names;
  for (const IndexColumn& column : table.columns) {
    names += fmt::format("{}{}{}", names.empty() ? "" : ", ", mark, column.name);
  }
  return names;
}

std::string insert_into(const IndexTable& table) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    marks += i == 0 ? "?" : ", ?";
  }
  return fmt::format("insert into {} ({}) values ({})", table.name, names_of(table), marks);
}

}  // namespace

// A question has three columns: its answer, the rule it rests on, and how far that can be relied on (both
// empty unless it applies).
const std::array<IndexTable, 8> kTables = {{
    {"decisions",
     {{"id", kKey},
      {"at", kText},
      {"officer", kText},
      {"day", kText},
      {"case_id", kText},
      {"party", kText},  // unified social credit code; may be empty
      {"party_name", kText},
      {"offence", kText},  // id; may be empty
      {"alike", kText},
      {"replaces", kMaybeInteger},
      {"because", kText},        // why it replaces another
      {"no_measure", kInteger},  // 1: no coercive measure is contemplated, so none is spared
      {"no_site_inspection", kText},
      {"no_site_inspection_rule", kText},
      {"no_site_inspection_standing", kText},
      {"no_filing", kText},
      {"no_filing_rule", kText},
      {"no_filing_standing", kText},
      {"no_coercive_measure", kText},
      {"no_coercive_measure_rule", kText},
      {"no_coercive_measure_standing", kText},
      {"no_penalty", kText},
      {"no_penalty_rule", kText},
      {"no_penalty_standing", kText}}},
    {"follow_ups",
     {{"id", kKey},
      {"entry", kInteger},     // that opened it: a decision or a restart
      {"decision", kInteger},  // it belongs to
      {"review", kMaybeInteger},  // that restarted the procedure; nothing for a decision's own
      {"duty", kText},
      {"rule", kText},  // list or rule that says so
      {"what", kText},
      {"who", kText},
      {"start", kMaybeText},
      {"due", kMaybeText},
      {"waiting_for", kText}}},
    {"reviews",
     {{"entry", kKey},
      {"follow_up", kInteger},
      {"outcome", kText},
      {"note", kText},
      {"replaces", kMaybeInteger}}},  // the review that was wrong
    {"clocks",
     {{"entry", kKey},
      {"follow_up", kInteger},
      {"event", kText},  // start, extend, pause, resume, recount
      {"day", kText},
      {"extension", kInteger},  // by how much, of an extension
      {"because", kText},
      {"due", kMaybeText},
      {"waiting_for", kText}}},
    {"outcomes",
     {{"entry", kKey}, {"decision", kInteger}, {"question", kText}, {"decided", kText}, {"because", kText}}},
    {"imports",
     {{"entry", kKey},
      {"bureau", kText},
      {"from_day", kMaybeText},
      {"until_day", kMaybeText},
      {"file", kText}}},
    {"priors",
     {{"id", kKey},
      {"entry", kInteger},  // the import
      {"key", kText},       // the same for the same decision, history/prior_record.h
      {"source", kText},    // where it stood: `history.csv:12`
      {"party", kText},
      {"offence", kText},  // id; empty: `other` is what the records call it
      {"other", kText},
      {"day", kText},
      {"kind", kText},
      {"document", kText}}},
    {"withdrawals",
     {{"entry", kKey},
      {"withdrawn", kInteger},  // the entry that counts no more: an import, or an event of a clock
      {"because", kText}}},
}};

const char* const kIndexes =
    "create index decisions_party on decisions (party, offence);"
    "create index decisions_replaced on decisions (replaces) where replaces is not null;"
    "create index follow_ups_decision on follow_ups (decision);"
    "create index reviews_follow_up on reviews (follow_up);"
    "create index reviews_replaced on reviews (replaces) where replaces is not null;"
    "create index clocks_follow_up on clocks (follow_up);"
    "create index outcomes_decision on outcomes (decision);"
    "create index priors_party on priors (party);"
    "create index priors_key on priors (key);"
    "create index priors_entry on priors (entry);"
    "create index withdrawals_withdrawn on withdrawals (withdrawn);";

std::string create_statement(const IndexTable& table) {
  std::string columns;
  for (const IndexColumn& column : table.columns) {
    columns += fmt::format("{}\n  {} {}", columns.empty() ? "" : ",", column.name, column.type);
  }
  return fmt::format("create table {} ({}\n) strict", table.name, columns);
}

const std::string& insert_statement(TableId table) {
  static const auto all = [] {
    std::array<std::string, kTables.size()> statements;
    std::transform(kTables.begin(), kTables.end(), statements.begin(), insert_into);
    return statements;
  }();
  return all[static_cast<std::size_t>(table)];
}

std::string select_statement(const IndexTable& table) {
  return fmt::format("select {} from {} order by {}", names_of(table), table.name,
                     table.columns.front().name);
}

}  // namespace siqingdan
