#include "record/clocks.h"
#include "json/value.h"

#include "record/chain.h"
#include "record/in_force.h"
#include "record/kinds.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

std::optional<Date> date_at(sqlite::Database& file, const Statement& row, int column) {
  const auto text = row.optional_text(column);
  const auto date = text ? parse_date(*text) : std::nullopt;
  if (text && !date) {
    file.damaged("a deadline is no date");
  }
  return date;
}

// What happened to one follow-up since it was opened, laid over what was known then.
void add_events(sqlite::Database& file, RunningClock& clock) {
  Statement rows(file,
                 "select event, day, extension, due, waiting_for from clocks c"
                 " where follow_up = ? and not " +
                     is_withdrawn("c.entry") + " order by entry");
  rows.bind(clock.follow_up);
  while (rows.next()) {
    const std::string event = rows.text(0);
    const auto day = date_at(file, rows, 1);
    if (event == name_of(ClockEvent::start)) {
      clock.events.start = day;
    } else if (event == name_of(ClockEvent::extend)) {
      clock.events.extended += static_cast<int>(rows.integer(2));
    } else if (event == name_of(ClockEvent::pause)) {
      clock.events.pauses.push_back({day.value_or(Date{}), std::nullopt});
    } else if (event == name_of(ClockEvent::resume) && !clock.events.pauses.empty()) {
      clock.events.pauses.back().until = day;
    }
    clock.due = date_at(file, rows, 3);
    clock.waiting_for = rows.text(4);
  }
}

std::string open_clocks() {
  return "select f.id, d.case_id, f.rule, f.duty, d.offence, f.what, f.start, f.due, f.waiting_for"
         " from follow_ups f join decisions d on d.id = f.decision"
         " where not exists (select 1 from reviews r where r.follow_up = f.id)"
         " and not " +
         is_replaced("f.decision") + " and not " + is_undone("f.review");
}

RunningClock clock_in(sqlite::Database& file, const Statement& row) {
  RunningClock clock;
  clock.follow_up = row.integer(0);
  clock.case_id = row.text(1);
  clock.rule = row.text(2);
  clock.duty = row.text(3);
  clock.offence = row.text(4);
  clock.what = row.text(5);
  clock.due = date_at(file, row, 7);
  clock.waiting_for = row.text(8);
  clock.events.start = date_at(file, row, 6);
  clock.starts_by_case = clock.events.start.has_value();
  add_events(file, clock);
  return clock;
}

}  // namespace

const char* name_of(ClockEvent event) { return kClockEvents[static_cast<std::size_t>(event)]; }

std::vector<RunningClock> running_clocks(const Log& log) {
  sqlite::Database& file = log.file();
  const Transaction moment(file, Transaction::Kind::read);
  Statement rows(file, open_clocks() + " order by f.id");
  std::vector<RunningClock> all;
  while (rows.next()) {
    all.push_back(clock_in(file, rows));
  }
  return all;
}

std::optional<RunningClock> find_running_clock(const Log& log, std::int64_t follow_up) {
  Statement row(log.file(), open_clocks() + " and f.id = ?");
  row.bind(follow_up);
  return row.next() ? std::optional(clock_in(log.file(), row)) : std::nullopt;
}

RunningClock running_clock(const Log& log, std::int64_t follow_up) {
  open_follow_up(log.file(), follow_up);
  auto clock = find_running_clock(log, follow_up);
  if (!clock) {
    log.file().damaged(fmt::format("follow-up {} belongs to no decision", follow_up));
  }
  return *std::move(clock);
}

std::vector<Recorded> append_clocks(Log& log, const std::vector<ClockChange>& changes, const Signed& by) {
  check_signed(by);
  Transaction transaction(log.file(), Transaction::Kind::write);
  std::vector<Recorded> recorded;
  for (const ClockChange& change : changes) {
    check_reason(change.because, {"期限变动", "a change of the deadline"});
    running_clock(log, change.follow_up);
    json::Value body = {{"follow_up", change.follow_up}, {"event", name_of(change.event)},
                        {"on", to_text(change.on)},      {"extension", change.extension},
                        {"because", change.because},     {"waiting_for", change.waiting_for}};
    if (change.due) {
      body["due"] = to_text(*change.due);
    }
    recorded.push_back(append(log.file(), kClock, body, by));
  }
  transaction.commit();
  return recorded;
}

}  // namespace siqingdan
