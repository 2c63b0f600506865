#include "json/value.h"
#include "record/chain.h"
#include "record/imports.h"
#include "record/in_force.h"
#include "record/kinds.h"
#include "record/withdraw.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

void check_there(sqlite::Database& file, std::int64_t id, const std::string& kind) {
  Statement found(file,
                  "select e.kind, w.entry from entries e left join withdrawals w on w.withdrawn = e.id"
                  " where e.id = ?");
  if (!found.bind(id).next() || found.text(0) != kind) {
    throw Failure(say("第 {0} 号不是能这样撤回的;`siqingdan log show {0}` 看它是什么",
                      "entry {0} cannot be withdrawn like this: see `siqingdan log show {0}`", id),
                  Exit::usage);
  }
  if (!found.is_null(1)) {
    throw Failure(say("第 {0} 号已经由第 {1} 号撤回;还要用的,重新导入或者重新登记",
                      "entry {0} was already withdrawn by {1}: if it is needed, import or enter it again", id,
                      found.integer(1)),
                  Exit::usage);
  }
}

Recorded append_one(sqlite::Database& file, std::int64_t entry, const std::string& because,
                    const Signed& by) {
  return append(file, kWithdrawal, {{"entry", entry}, {"because", because}}, by);
}

// What somebody entered after a pause or before a resumption makes no sense without it.
void check_course(sqlite::Database& file, std::int64_t follow_up, std::int64_t without) {
  Statement rows(file,
                 "select c.entry, c.event from clocks c where c.follow_up = ? and c.entry <> ? and not " +
                     is_withdrawn("c.entry") + " order by c.entry");
  rows.bind(follow_up, without);
  bool paused = false;
  while (rows.next()) {
    const bool pause = rows.view(1) == name_of(ClockEvent::pause);
    if (!pause && rows.view(1) != name_of(ClockEvent::resume)) {
      continue;
    }
    if (pause == paused) {
      throw Failure(say("第 {1} 号({2})以第 {0} 号为前提;先撤回第 {1} 号",
                        "entry {1} ({2}) rests on {0}: withdraw {1} first", without, rows.integer(0),
                        rows.text(1)),
                    Exit::usage);
    }
    paused = pause;
  }
}

// Was the event that counts now counted together with one that does not count any more?
bool is_outdated(sqlite::Database& file, std::int64_t follow_up) {
  return Statement(
             file,
             "with last as (select max(c.entry) as entry from clocks c where c.follow_up = ?1 and not " +
                 is_withdrawn("c.entry") +
                 ") select 1 from last, clocks v join withdrawals w on w.withdrawn = v.entry"
                 " where v.follow_up = ?1 and v.event <> 'recount' and v.entry < last.entry"
                 " and w.entry > last.entry")
      .bind(follow_up)
      .next();
}

}  // namespace

WithdrawnImport withdraw_import(Log& log, std::int64_t entry, const std::string& because, const Signed& by) {
  check_signed(by);
  check_reason(because, {"撤回", "a withdrawal"});
  sqlite::Database& file = log.file();
  Transaction transaction(file, Transaction::Kind::write);
  check_there(file, entry, kHistory);
  const std::vector<Declared> before = declarations(file);
  WithdrawnImport withdrawn{entries_of_import(file, entry), 0, {}, {}};
  Statement rows(file, "select count(*) from priors where entry = ?");
  for (const std::int64_t each : withdrawn.entries) {
    withdrawn.recorded.push_back(append_one(file, each, because, by));
    rows.bind(each).next();
    withdrawn.rows += rows.integer(0);
  }
  const std::vector<Declared> after = declarations(file);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].withdrawal == 0 && after[i].withdrawal != 0) {
      withdrawn.complete.push_back(before[i].span);
    }
  }
  transaction.commit();
  return withdrawn;
}

WithdrawnClock withdraw_clock(Log& log, std::int64_t entry, const std::string& because, const Signed& by,
                              const CountAgain& count_again) {
  check_signed(by);
  check_reason(because, {"撤回", "a withdrawal"});
  sqlite::Database& file = log.file();
  Transaction transaction(file, Transaction::Kind::write);
  check_there(file, entry, kClock);
  WithdrawnClock withdrawn;
  Statement of(file, "select follow_up from clocks where entry = ?");
  of.bind(entry).next();
  withdrawn.follow_up = of.integer(0);
  check_course(file, withdrawn.follow_up, entry);
  withdrawn.before = find_running_clock(log, withdrawn.follow_up);
  withdrawn.recorded = append_one(file, entry, because, by);
  withdrawn.after = find_running_clock(log, withdrawn.follow_up);
  if (withdrawn.after && is_outdated(file, withdrawn.follow_up)) {
    const ClockChange change = count_again(*withdrawn.after);
    if (change.due != withdrawn.after->due || change.waiting_for != withdrawn.after->waiting_for) {
      withdrawn.recounted = append_clocks(log, {change}, by).front();
      withdrawn.after = find_running_clock(log, withdrawn.follow_up);
    }
  }
  transaction.commit();
  return withdrawn;
}

}  // namespace siqingdan
