#include "record/log.h"

#include <array>
#include <limits>

#include "base/digest.h"
#include "base/unicode.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"
#include "record/connection.h"
#include "record/index_rows.h"

namespace siqingdan {
namespace {

using json::Value;
using sqlite::Statement;
using sqlite::Transaction;

// Fields are joined by newlines where the digest is taken: one that held a newline could be read two ways.
void check_line(const std::string& text, const char* what_zh, const char* what_en) {
  if (first_invalid_utf8(text) || has_control_characters(text) ||
      text.find_first_of("\n\t") != std::string::npos) {
    throw Failure(say("{0}里有换行或者看不见的字符: `{2}`",
                      "{1} holds a line break or an invisible character: `{2}`", std::string(what_zh),
                      std::string(what_en), visible(text)),
                  Exit::usage);
  }
}

void check_outcome(const std::string& outcome) {
  for (const char* known : {"done", "rectified", "not_rectified", "reoffended"}) {
    if (outcome == known) {
      return;
    }
  }
  throw Failure(say("没有 `{}` 这样的复查结果;只有 done、rectified、not_rectified、reoffended",
                    "`{}` is no outcome of a follow-up: it is done, rectified, not_rectified or reoffended",
                    visible(outcome)),
                Exit::usage);
}

// The next entry of the chain. To be called in a write transaction: nobody else can append meanwhile.
Recorded append(sqlite::Database& file, Entry entry) {
  Statement last(file, "select id, digest from entries order by id desc limit 1");
  if (last.next()) {
    if (last.integer(0) == std::numeric_limits<std::int64_t>::max()) {
      file.damaged("no number is left for another entry");
    }
    entry.id = last.integer(0);
    entry.prev = last.text(1);
  }
  ++entry.id;
  entry.algorithm = kDigestAlgorithm;
  entry.digest = digest_of_entry(entry);
  Statement(file,
            "insert into entries (id, kind, at, who, body, algorithm, prev, digest)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(entry.id, entry.kind, entry.at, entry.who, entry.body, entry.algorithm, entry.prev, entry.digest)
      .run();
  return {entry.id, entry.digest};
}

bool is_kept(sqlite::Database& file, const std::string& digest) {
  return Statement(file, "select 1 from content where digest = ?").bind(digest).next();
}

void keep(sqlite::Database& file, const std::string& digest, const std::string& kind,
          const std::string& body) {
  if (!is_kept(file, digest)) {
    Statement(file, "insert into content (digest, kind, body) values (?, ?, ?)")
        .bind(digest, kind, body)
        .run();
  }
}

// The index is read back from the very bytes that are recorded, as `verify` will do.
template <class Index>
Index index_of(const std::string& body, std::optional<Index> (*read)(const json::Node&)) {
  Issues issues;
  const auto document = json::parse({"entry", body}, issues);
  auto index = document ? read(document->root) : std::nullopt;
  if (!index) {
    bug("an entry that cannot be read back");
  }
  return std::move(*index);
}

void add_to_index(sqlite::Database& file, std::int64_t id, const DecisionIndex& index) {
  Statement(file, "insert into decisions (id, case_id, day, offence, answers) values (?, ?, ?, ?, ?)")
      .bind(id, index.case_id, index.day, index.offence, index.answers)
      .run();
  std::int64_t next = file.number("select coalesce(max(id), 0) + 1 from follow_ups");
  Statement insert(file,
                   "insert into follow_ups (id, decision, duty, what, who, due, waiting_for)"
                   " values (?, ?, ?, ?, ?, ?, ?)");
  for (const FollowUpRow& row : index.follow_ups) {
    insert.bind(next++, id, row.duty, row.what, row.who, row.due, row.waiting_for).run();
  }
}

// The follow-up that is to be closed: its decision and its duty.
ReviewIndex open_follow_up(sqlite::Database& file, std::int64_t id) {
  Statement found(file,
                  "select f.decision, f.duty, r.outcome from follow_ups f"
                  " left join reviews r on r.follow_up = f.id where f.id = ?");
  found.bind(id);
  if (!found.next()) {
    throw Failure(say("没有编号 {0} 的复查;`siqingdan review list` 列出全部",
                      "there is no follow-up {0}: `siqingdan review list` shows all", id),
                  Exit::usage);
  }
  if (const auto outcome = found.optional_text(2)) {
    throw Failure(say("复查 {0} 已经办结: {1}", "follow-up {0} is already done: {1}", id, *outcome),
                  Exit::usage);
  }
  return {id, found.integer(0), found.text(1), {}, {}};
}

}  // namespace

Log::Log(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;
Log::~Log() = default;

std::string digest_of_entry(const Entry& entry) {
  std::string text = std::to_string(entry.id);
  for (const std::string* field :
       {&entry.kind, &entry.at, &entry.who, &entry.algorithm, &entry.prev, &entry.body}) {
    text += '\n';
    text += *field;
  }
  return digest_of(text);
}

Recorded Log::append_decision(const Decision& decision, const std::string& officer, const std::string& now,
                              const std::function<Bundles()>& bundles) {
  check_line(officer, "经办人", "the officer's name");
  check_line(now, "时间", "the time");
  sqlite::Database& file = *database_->file;
  const RuleSet& rules = *decision.rules;
  const std::string body = json::canonical(
      Value{{"case", *decision.of.written}, {"decision", to_json(decision)}, {"officer", officer}});
  const auto index = index_of<DecisionIndex>(body, read_decision_body);

  // Before the lock is taken: making the bundles takes longer than writing them.
  std::optional<Bundles> made_with;
  if (!is_kept(file, rules.digest) || !is_kept(file, rules.calendar_digest)) {
    made_with = bundles();
    if (digest_of(made_with->rules) != rules.digest ||
        digest_of(made_with->calendar) != rules.calendar_digest) {
      bug("the rules handed over for keeping are not those of the decision");
    }
  }
  Transaction transaction(file, Transaction::Kind::write);
  if (made_with) {
    keep(file, rules.digest, "rules", made_with->rules);
    keep(file, rules.calendar_digest, "calendar", made_with->calendar);
  }
  Recorded recorded = append(file, {0, "decision", now, officer, body, {}, {}, {}});
  add_to_index(file, recorded.id, index);
  transaction.commit();
  return recorded;
}

Recorded Log::append_review(std::int64_t follow_up, const std::string& outcome, const std::string& officer,
                            const std::string& note, const std::string& now) {
  check_line(officer, "经办人", "the officer's name");
  check_line(now, "时间", "the time");
  check_outcome(outcome);
  if (first_invalid_utf8(note)) {
    throw Failure(say("备注不是 UTF-8 文字", "the note is not UTF-8 text"), Exit::usage);
  }
  sqlite::Database& file = *database_->file;
  Transaction transaction(file, Transaction::Kind::write);
  const ReviewIndex closed = open_follow_up(file, follow_up);
  const std::string body = json::canonical(Value{{"follow_up", follow_up},
                                                 {"decision", closed.decision},
                                                 {"duty", closed.duty},
                                                 {"outcome", outcome},
                                                 {"note", note}});
  const auto index = index_of<ReviewIndex>(body, read_review_body);
  Recorded recorded = append(file, {0, "review", now, officer, body, {}, {}, {}});
  Statement(file, "insert into reviews (entry, follow_up, outcome, note) values (?, ?, ?, ?)")
      .bind(recorded.id, index.follow_up, index.outcome, index.note)
      .run();
  transaction.commit();
  return recorded;
}

std::vector<DecisionRow> Log::decisions() const {
  sqlite::Database& file = *database_->file;
  Statement rows(file,
                 "select d.id, d.case_id, d.day, d.offence, e.who, e.at, d.answers"
                 " from decisions d join entries e on e.id = d.id order by d.id");
  std::vector<DecisionRow> all;
  while (rows.next()) {
    Value answers = Value::parse(rows.text(6), nullptr, false);
    if (!answers.is_object() || !answers.contains("drafted") || !answers["drafted"].is_array()) {
      file.damaged(fmt::format("the answers of decision {} cannot be read", rows.integer(0)));
    }
    std::vector<std::string> drafted;
    for (const Value& question : answers["drafted"]) {
      drafted.push_back(question.is_string() ? question.get<std::string>() : "");
    }
    answers.erase("drafted");
    all.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                   std::move(answers), std::move(drafted)});
  }
  return all;
}

std::optional<Entry> Log::entry(std::int64_t id) const {
  Statement row(*database_->file,
                "select id, kind, at, who, body, algorithm, prev, digest from entries where id = ?");
  row.bind(id);
  if (!row.next()) {
    return std::nullopt;
  }
  return Entry{row.integer(0), row.text(1), row.text(2), row.text(3),
               row.text(4),    row.text(5), row.text(6), row.text(7)};
}

std::vector<FollowUp> Log::follow_ups() const {
  sqlite::Database& file = *database_->file;
  Statement rows(file,
                 "select f.id, f.decision, d.case_id, f.duty, f.what, f.who, f.due, f.waiting_for,"
                 " r.outcome, e.at, e.who, r.note"
                 " from follow_ups f join decisions d on d.id = f.decision"
                 " left join reviews r on r.follow_up = f.id left join entries e on e.id = r.entry"
                 " order by f.due is null, f.due, f.id");
  std::vector<FollowUp> all;
  while (rows.next()) {
    const auto due_text = rows.optional_text(6);
    const auto due = due_text ? parse_date(*due_text) : std::nullopt;
    if (due_text && !due) {
      file.damaged(fmt::format("follow-up {} is due on no date", rows.integer(0)));
    }
    all.push_back({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                   due, rows.text(7), rows.text(8), rows.text(9), rows.text(10), rows.text(11)});
  }
  return all;
}

std::optional<std::string> Log::content(const std::string& digest) const {
  Statement row(*database_->file, "select body from content where digest = ?");
  row.bind(digest);
  return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

Log::Head Log::head() const {
  Statement row(*database_->file,
                "select (select count(*) from entries),"
                " coalesce((select digest from entries order by id desc limit 1), '')");
  row.next();
  return {row.integer(0), row.text(1)};
}

}  // namespace siqingdan
