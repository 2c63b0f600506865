#include "record/history.h"
#include "json/value.h"

#include <algorithm>
#include <set>

#include "record/chain.h"
#include "record/imports.h"
#include "record/in_force.h"
#include "record/kinds.h"

namespace siqingdan {
namespace {

using json::Value;
using sqlite::Statement;
using sqlite::Transaction;

// The words of a decision's kind (vocabulary, `first_offence`) for what a log tells. A recheck that found the
// fault not corrected, or done again, goes by its own outcome.
constexpr const char* kPending = "pending";
const char* kind_of(const std::string& question, bool granted) {
  if (question == name_of(Question::no_penalty)) {
    return granted ? "no_penalty" : "penalty";
  }
  return question == name_of(Question::no_filing) && granted ? "no_filing" : kPending;
}

Value row_of(const PriorRecord& record) {
  return {{"key", key_of(record)},     {"source", record.source},    {"party", record.party},
          {"offence", record.offence}, {"other", record.other},      {"day", to_text(record.on)},
          {"kind", record.kind},       {"document", record.document}};
}

bool is_declared(sqlite::Database& file, const CompleteSpan& span) {
  const std::vector<Declared> all = declarations(file);
  return std::any_of(all.begin(), all.end(), [&](const Declared& each) {
    return each.withdrawal == 0 && each.span.bureau == span.bureau && each.span.first <= span.first &&
           span.last <= each.span.last;
  });
}

std::vector<PriorRecord> not_known_yet(sqlite::Database& file, const std::vector<PriorRecord>& records) {
  Statement known(file, "select 1 from priors p where key = ? and not " + is_withdrawn("p.entry"));
  std::vector<PriorRecord> fresh;
  std::copy_if(records.begin(), records.end(), std::back_inserter(fresh),
               [&](const PriorRecord& record) { return !known.bind(key_of(record)).next(); });
  return fresh;
}

Withdrawal withdrawal_in(const Statement& row, int column) {
  return {row.integer(column), row.text(column + 1), row.text(column + 2)};
}

// Every imported row, those that count apart from those that were withdrawn.
void add_imported(sqlite::Database& file, const std::string& party, PartyHistory& history,
                  WithdrawnHistory& withdrawn) {
  Statement rows(file,
                 "select p.offence, p.other, p.day, p.kind, p.document, i.bureau, p.source, p.entry,"
                 " w.entry, e.who, w.because"
                 " from priors p join imports i on i.entry = p.entry"
                 " left join withdrawals w on w.withdrawn = p.entry left join entries e on e.id = w.entry"
                 " where p.party = ? order by p.id");
  rows.bind(party);
  while (rows.next()) {
    PriorRecord record{party,
                       rows.text(0),
                       rows.text(1),
                       date_in(file, rows.text(2)),
                       rows.text(3),
                       rows.text(4),
                       rows.text(5),
                       rows.text(6) + reference_to(rows.integer(7)),
                       {}};
    if (rows.is_null(8)) {
      history.records.push_back(std::move(record));
    } else {
      withdrawn.records.push_back({std::move(record), withdrawal_in(rows, 8)});
    }
  }
}

// A decision recorded here was made on its day; what became of it is told by its outcomes.
void add_recorded(sqlite::Database& file, const std::string& party, PartyHistory& history) {
  Statement rows(file,
                 "select d.id, d.offence, d.day, d.case_id from decisions d"
                 " where d.party = ? and d.offence <> '' and not " +
                     is_replaced("d.id") + " order by d.id");
  Statement outcomes(file, "select question, decided from outcomes where decision = ? order by entry");
  rows.bind(party);
  while (rows.next()) {
    std::string kind = kPending;
    outcomes.bind(rows.integer(0));
    while (outcomes.next()) {
      kind = kind_of(outcomes.text(0), outcomes.text(1) == "granted");
    }
    history.records.push_back({party,
                               rows.text(1),
                               {},
                               date_in(file, rows.text(2)),
                               kind,
                               {},
                               {},
                               fmt::format("log {}", rows.integer(0)),
                               rows.text(3)});
  }
}

void add_reoffences(sqlite::Database& file, const std::string& party, PartyHistory& history) {
  Statement rows(
      file,
      "select d.offence, e.at, r.entry, r.outcome from reviews r join follow_ups f on f.id = r.follow_up"
      " join decisions d on d.id = f.decision join entries e on e.id = r.entry"
      " where d.party = ? and d.offence <> '' and r.outcome in ('not_rectified', 'reoffended') and not " +
          is_undone("r.entry") + " order by r.entry");
  rows.bind(party);
  while (rows.next()) {
    history.records.push_back({party,
                               rows.text(0),
                               {},
                               date_in(file, rows.text(1).substr(0, 10)),
                               rows.text(3),
                               {},
                               {},
                               fmt::format("log {}", rows.integer(2)),
                               {}});
  }
}

void add_complete(sqlite::Database& file, PartyHistory& history, WithdrawnHistory& withdrawn) {
  Statement by(file,
               "select w.entry, e.who, w.because from withdrawals w join entries e on e.id = w.entry"
               " where w.entry = ?");
  for (const Declared& each : declarations(file)) {
    if (each.withdrawal == 0) {
      history.complete.push_back(each.span);
    } else if (by.bind(each.withdrawal).next()) {
      withdrawn.complete.push_back({each.span, withdrawal_in(by, 0)});
    }
  }
}

}  // namespace

Imported append_history(Log& log, const std::string& bureau, const std::string& file_name,
                        const std::vector<PriorRecord>& records, const std::optional<CompleteSpan>& complete,
                        const Signed& by) {
  check_signed(by);
  sqlite::Database& file = log.file();
  Transaction transaction(file, Transaction::Kind::write);
  const std::vector<PriorRecord> fresh = not_known_yet(file, records);
  Imported imported{fresh.size(), records.size() - fresh.size(), {}, {}};
  if (complete && !is_declared(file, *complete)) {
    imported.declared = complete;
  }
  for (std::size_t from = 0; from < fresh.size() || (imported.declared && !imported.last);
       from += kRowsOfAnEntry) {
    Value rows = Value::array();
    for (std::size_t i = from; i < std::min(fresh.size(), from + kRowsOfAnEntry); ++i) {
      rows.push_back(row_of(fresh[i]));
    }
    Value body = {{"bureau", bureau}, {"file", file_name}, {"rows", std::move(rows)}};
    if (imported.declared && from == 0) {
      body["from"] = to_text(complete->first);
      body["until"] = to_text(complete->last);
    }
    imported.last = append(file, kHistory, body, by);
  }
  transaction.commit();
  return imported;
}

PartyHistory party_history(const Log& log, const std::string& party, const std::string& bureau,
                           WithdrawnHistory* withdrawn) {
  sqlite::Database& file = log.file();
  const Transaction moment(file, Transaction::Kind::read);
  PartyHistory history;
  WithdrawnHistory passed_over;
  WithdrawnHistory& apart = withdrawn == nullptr ? passed_over : *withdrawn;
  add_imported(file, party, history, apart);
  add_recorded(file, party, history);
  add_reoffences(file, party, history);
  add_complete(file, history, apart);
  std::set<std::string> declared;
  for (const CompleteSpan& span : history.complete) {
    declared.insert(span.bureau);
  }
  history.bureau = bureau.empty() && declared.size() == 1 ? *declared.begin() : bureau;
  return history;
}

}  // namespace siqingdan
