// What is withdrawn counts no more, and nothing else stops counting with it.

#include <catch2/catch.hpp>

#include "json/value.h"
#include "log_files.h"
#include "record/chain.h"
#include "record/history.h"
#include "record/kinds.h"
#include "record/read.h"
#include "record/withdraw.h"

using namespace siqingdan;

namespace {

constexpr const char* kBureau = "某某区";
constexpr const char* kParty = "91310117MA1J00001G";

Date day(const char* text) { return parse_date(text).value(); }

PriorRecord row(const char* on, const std::string& document, const std::string& party = kParty) {
  PriorRecord record;
  record.party = party;
  record.offence = "shop.no-price-tag";
  record.on = day(on);
  record.kind = "penalty";
  record.document = document;
  record.bureau = kBureau;
  record.source = "old.csv:2";
  return record;
}

CompleteSpan span(const char* first, const char* last) { return {kBureau, day(first), day(last)}; }

// Returns the number of the entry, 0 if nothing was new.
std::int64_t import(Log& log, const std::vector<PriorRecord>& rows,
                    const std::optional<CompleteSpan>& complete = std::nullopt,
                    const std::string& file = "old.csv") {
  const Imported imported = append_history(log, kBureau, file, rows, complete, kByZhang);
  return imported.last ? imported.last->id : 0;
}

// How many rows count, and how many declarations.
std::pair<std::size_t, std::size_t> counting(const Log& log) {
  const PartyHistory history = party_history(log, kParty, "");
  return {history.records.size(), history.complete.size()};
}
using Counting = std::pair<std::size_t, std::size_t>;

ClockChange happened(std::int64_t follow_up, ClockEvent event, const char* on, const char* due) {
  ClockChange change;
  change.follow_up = follow_up;
  change.event = event;
  change.on = day(on);
  change.extension = event == ClockEvent::extend ? 5 : 0;
  change.because = "登记";
  change.due = due == nullptr ? std::nullopt : parse_date(due);
  change.waiting_for = due == nullptr ? "resume" : "";
  return change;
}

ClockChange never(const RunningClock& /*clock*/) {
  FAIL("the log tells the deadline");
  return {};
}

}  // namespace

TEST_CASE("A withdrawn import counts no more, and counts again once it is imported again",
          "[record][withdraw]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  const std::vector<PriorRecord> rows = {row("2023-05-09", "1"), row("2024-05-09", "2")};
  const auto all = span("2020-01-01", "2026-11-22");
  REQUIRE(import(log, rows, all) == 1);
  CHECK(import(log, rows, all) == 0);
  CHECK(counting(log) == Counting{2, 1});

  const WithdrawnImport withdrawn = withdraw_import(log, 1, "漏了", kByLi);
  CHECK(withdrawn.entries == std::vector<std::int64_t>{1});
  CHECK(withdrawn.rows == 2);
  CHECK(withdrawn.complete.size() == 1);
  REQUIRE(withdrawn.recorded.size() == 1);
  CHECK(withdrawn.recorded[0].id == 2);
  WithdrawnHistory apart;
  const PartyHistory history = party_history(log, kParty, "", &apart);
  CHECK(history.records.empty());
  CHECK(history.complete.empty());
  CHECK(history.bureau.empty());
  REQUIRE(apart.records.size() == 2);
  CHECK(apart.records[0].by.entry == 2);
  CHECK(apart.records[0].by.who == "李四");
  CHECK(apart.records[0].by.because == "漏了");
  REQUIRE(apart.complete.size() == 1);
  CHECK(apart.complete[0].by.entry == 2);

  const auto later = later_entries(log, 1);
  REQUIRE(later.size() == 1);
  CHECK(later[0].kind == kWithdrawal);
  CHECK(import(log, rows, all) == 3);
  CHECK(counting(log) == Counting{2, 1});
  CHECK(verify(log).empty());
}

TEST_CASE("A declaration falls with rows of its days, whichever import they came by", "[record][withdraw]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  const PriorRecord one = row("2023-05-09", "1", "91310117MA1L00010K");
  REQUIRE(import(log, {one}) == 1);
  REQUIRE(import(log, {one, row("2024-05-09", "2")}, span("2020-01-01", "2026-11-22")) == 2);
  REQUIRE(import(log, {row("2018-05-09", "3")}, span("2018-01-01", "2018-12-31")) == 3);
  REQUIRE(import(log, {row("2017-05-09", "4")}) == 4);
  CHECK(counting(log) == Counting{3, 2});
  CHECK(withdraw_import(log, 4, "x", kByLi).complete.empty());
  CHECK(counting(log) == Counting{2, 2});
  const auto fallen = withdraw_import(log, 1, "x", kByLi).complete;
  REQUIRE(fallen.size() == 1);
  CHECK(fallen[0].last == day("2026-11-22"));
  CHECK(counting(log) == Counting{2, 1});
  CHECK(import(log, {one}) == 7);  // the row is there again, and nobody declared anything
  CHECK(counting(log) == Counting{2, 1});
  CHECK(import(log, {one}, span("2020-01-01", "2026-11-22")) == 8);
  CHECK(counting(log) == Counting{2, 2});
}

TEST_CASE("A long import goes as a whole, and its neighbours stay", "[record][withdraw]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  std::vector<PriorRecord> rows;
  for (int i = 0; i < 2000; ++i) {
    rows.push_back(row("2023-05-09", std::to_string(i)));
  }
  REQUIRE(import(log, {row("2022-05-09", "a")}) == 1);
  REQUIRE(import(log, rows, span("2020-01-01", "2026-11-22")) == 3);
  REQUIRE(import(log, {row("2022-05-09", "b")}, span("2010-01-01", "2010-12-31")) == 4);
  REQUIRE(import(log, {row("2022-05-09", "c")}, std::nullopt, "new.csv") == 5);
  const WithdrawnImport withdrawn = withdraw_import(log, 3, "x", kByLi);
  CHECK(withdrawn.entries == std::vector<std::int64_t>{2, 3});
  CHECK(withdrawn.rows == 2000);
  CHECK(withdrawn.recorded.size() == 2);
  CHECK(counting(log) == Counting{3, 1});
  for (const std::int64_t entry : {2, 3}) {
    CHECK(failure_of([&] { withdraw_import(log, entry, "x", kByLi); }).exit() == Exit::usage);
  }
  CHECK(verify(log).empty());
}

TEST_CASE("A deadline is what it was before the event that is withdrawn", "[record][withdraw]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log);
  append_clocks(log,
                {happened(2, ClockEvent::start, "2026-11-18", "2026-12-09"),
                 happened(2, ClockEvent::extend, "2026-11-20", "2026-12-30")},
                kByZhang);
  const std::string before = follow_ups(log).back().changed_at;
  const WithdrawnClock withdrawn = withdraw_clock(log, 3, "没有批", {"李四", "2026-11-24T09:30:00+08:00"},
                                                  never);
  CHECK(withdrawn.follow_up == 2);
  CHECK(withdrawn.before->due == parse_date("2026-12-30"));
  CHECK(withdrawn.after->due == parse_date("2026-12-09"));
  CHECK_FALSE(withdrawn.recounted);
  CHECK(running_clock(log, 2).due == parse_date("2026-12-09"));
  const FollowUp moved = follow_ups(log).back();
  CHECK(moved.due == parse_date("2026-12-09"));
  CHECK(moved.changes == 3);  // a calendar program must see that it changed again
  CHECK(moved.changed_at > before);
  withdraw_clock(log, 2, "没有收到", kByLi, never);
  CHECK_FALSE(running_clock(log, 2).due);
  CHECK_FALSE(running_clock(log, 2).events.start);
  CHECK(running_clock(log, 2).waiting_for == "clue_received_on");
  CHECK(verify(log).empty());
}

TEST_CASE("What was counted together with the withdrawn event is counted again", "[record][withdraw]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log);
  append_clocks(log,
                {happened(2, ClockEvent::start, "2026-11-18", "2026-12-09"),
                 happened(2, ClockEvent::extend, "2026-11-20", "2026-12-30"),
                 happened(2, ClockEvent::start, "2026-11-19", "2026-12-31")},
                kByZhang);
  const auto again = [](const RunningClock& clock) {
    CHECK(clock.due == parse_date("2026-12-31"));
    CHECK(clock.events.extended == 0);
    CHECK(clock.events.start == parse_date("2026-11-19"));
    return happened(2, ClockEvent::recount, "2026-11-24", "2026-12-10");
  };
  const WithdrawnClock withdrawn = withdraw_clock(log, 3, "没有批", kByLi, again);
  REQUIRE(withdrawn.recounted);
  CHECK(withdrawn.recounted->id == 6);
  CHECK(withdrawn.after->due == parse_date("2026-12-10"));
  // Neither does it count again when the recount is withdrawn.
  CHECK(withdraw_clock(log, 6, "x", kByLi, again).recounted->id == 8);
  CHECK(running_clock(log, 2).due == parse_date("2026-12-10"));
  // Who cannot count it withdraws nothing.
  append_clocks(log, {happened(2, ClockEvent::pause, "2026-11-24", nullptr)}, kByZhang);
  const auto cannot = [](const RunningClock&) -> ClockChange { throw Failure(say("x", "x"), Exit::usage); };
  CHECK(failure_of([&] { withdraw_clock(log, 4, "x", kByLi, cannot); }).exit() == Exit::usage);
  CHECK(head(log).count == 9);
  CHECK(verify(log).empty());
}

TEST_CASE("A pause is withdrawn after what rests on it", "[record][withdraw]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log);
  append_clocks(log,
                {happened(2, ClockEvent::start, "2026-11-18", "2026-12-09"),
                 happened(2, ClockEvent::pause, "2026-11-19", nullptr),
                 happened(2, ClockEvent::resume, "2026-11-20", "2026-12-10"),
                 happened(2, ClockEvent::pause, "2026-11-21", nullptr)},
                kByZhang);
  CHECK_THAT(failure_of([&] { withdraw_clock(log, 3, "x", kByLi, never); }).message().en,
             Catch::Contains("withdraw 4 first"));
  CHECK_THAT(failure_of([&] { withdraw_clock(log, 4, "x", kByLi, never); }).message().en,
             Catch::Contains("withdraw 5 first"));
  for (const std::int64_t entry : {5, 4, 3}) {
    withdraw_clock(log, entry, "x", kByLi, never);
  }
  CHECK(running_clock(log, 2).due == parse_date("2026-12-09"));
  CHECK(running_clock(log, 2).events.pauses.empty());
}

TEST_CASE("Nothing but imports and events of clocks is withdrawn, and each once", "[record][withdraw]") {
  const Folder folder;
  const std::string path = filled_with_every_kind(folder);
  Log log = Log::open(path, Log::Mode::write);
  const std::int64_t count = head(log).count;
  for (std::int64_t entry = 0; entry <= count + 1; ++entry) {
    const bool clock = entry == 11;
    const bool history = entry == 12;
    CAPTURE(entry);
    if (!history) {
      CHECK(failure_of([&] { withdraw_import(log, entry, "x", kByLi); }).exit() == Exit::usage);
    }
    if (!clock) {
      CHECK(failure_of([&] { withdraw_clock(log, entry, "x", kByLi, never); }).exit() == Exit::usage);
    }
  }
  CHECK(failure_of([&] { withdraw_import(log, 12, " ", kByLi); }).exit() == Exit::usage);
  CHECK(failure_of([&] { withdraw_clock(log, 11, "x", {"两\n行", kNow}, never); }).exit() == Exit::usage);
  CHECK(head(log).count == count);

  // What the program refuses, `verify` finds where another wrote it.
  for (const std::int64_t entry : {1, 10, 13, 14, 99}) {
    append(log.file(), kWithdrawal, {{"entry", entry}, {"because", "x"}}, kByLi);
  }
  CHECK(places(path) == Places{"entries 16", "entries 17", "entries 18", "entries 19", "entries 20"});
}
