// The clock of a duty: against counting day by day, and in the words of the rule files.

#include "decide/clock.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>

#include "base/file.h"
#include "decide/decide.h"
#include "json/parse.h"
#include "json/value.h"
#include "rules/read_rules.h"
#include "small_world.h"

namespace siqingdan {
namespace {

using Pause = Calendar::Pause;
using Pauses = Calendar::Pauses;

Date day(const std::string& text) {
  const auto date = parse_date(text);
  REQUIRE(date);
  return *date;
}

Calendar read_real() {
  const std::string path = std::string(PROJECT_SOURCE_DIR) + "/rules/calendars/cn.json";
  Issues issues;
  const auto document = json::parse({path, read_file(path, kRuleFileLimit)}, issues);
  REQUIRE(document);
  return read_calendar(*document, issues);
}

const Calendar& real() {
  static const Calendar calendar = read_real();
  return calendar;
}

// The day of the count by the plainest means: mark every day of the years known, then walk over the marks.
// Nothing where the walk leaves those years or can never end.
std::optional<Date> by_hand(Date start, Unit unit, int length, const Pauses& pauses) {
  const Date end = day("2026-12-31");
  std::set<Date> paused;
  for (const Pause& pause : pauses) {
    for (Date d = pause.from; d <= end && (!pause.until || d < *pause.until); d += std::chrono::days{1}) {
      paused.insert(d);
    }
  }
  int counted = 0;
  for (Date d = start + std::chrono::days{1}; d <= end; d += std::chrono::days{1}) {
    if (paused.count(d) > 0) {
      continue;
    }
    const bool working = real().is_working_day(d).value();
    counted += unit == Unit::calendar_days || working ? 1 : 0;
    if (counted >= length && working) {
      return d;
    }
  }
  return std::nullopt;
}

Pauses some_pauses(std::mt19937& random, Date start) {
  Pauses pauses;
  for (unsigned left = random() % 4; left > 0; --left) {
    const Date from = start + std::chrono::days{static_cast<int>(random() % 60) - 10};
    const std::optional<Date> until = from + std::chrono::days{static_cast<int>(random() % 30) - 2};
    pauses.push_back({from, random() % 10 == 0 ? std::nullopt : until});
  }
  return pauses;
}

// A duty of fifteen working days from `clue_received_on`, five more by approval, which can be paused.
constexpr Term kFifteen{Unit::working_days, 15, 5, false, true};

}  // namespace

TEST_CASE("A clock agrees with counting day by day, whatever is paused and extended", "[clock]") {
  std::mt19937 random(20261123);
  int due = 0;
  int paused = 0;
  for (int round = 0; round < 3000; ++round) {
    const Date start = day("2024-01-01") + std::chrono::days{static_cast<int>(random() % 800)};
    const Unit unit = random() % 2 == 0 ? Unit::working_days : Unit::calendar_days;
    const int length = 1 + static_cast<int>(random() % 40);
    const int extended = static_cast<int>(random() % 31);
    const Pauses pauses = some_pauses(random, start);
    INFO(to_text(start) << " " << name_of(unit) << " " << length << "+" << extended << ", pauses "
                        << pauses.size());
    const ClockReading reading = read_clock({unit, length, 30, false, true}, {start, extended, pauses},
                                            real());
    const auto expected = by_hand(start, unit, length + extended, pauses);
    REQUIRE(reading.due == expected);
    REQUIRE(reading.state == (expected ? ClockState::due : ClockState::paused));
    if (reading.due) {
      ++due;
      REQUIRE(real().is_working_day(*reading.due) == true);
      // An extension or one more pause never brings the day forward.
      const auto plain = read_clock({unit, length, 30, false, true}, {start, 0, {}}, real());
      REQUIRE(plain.due <= reading.due);
    } else {
      ++paused;
    }
  }
  CHECK(due > 2000);
  CHECK(paused > 100);
}

TEST_CASE("Clocks counted by hand", "[clock]") {
  struct Row {
    Unit unit;
    int length;
    const char* start;
    int extended;
    std::vector<std::pair<const char*, const char*>> pauses;
    const char* due;
  };
  const auto row = GENERATE(values<Row>({
      {Unit::working_days, 15, "2026-10-19", 0, {}, "2026-11-09"},
      {Unit::working_days, 15, "2026-10-19", 15, {}, "2026-11-30"},
      // Sent for testing on Tuesday, back on Friday: Tuesday, Wednesday and Thursday do not count.
      {Unit::working_days, 15, "2026-10-19", 0, {{"2026-10-27", "2026-10-30"}}, "2026-11-12"},
      // A weekend takes nothing from a count of working days.
      {Unit::working_days, 15, "2026-10-19", 0, {{"2026-10-24", "2026-10-26"}}, "2026-11-09"},
      {Unit::calendar_days, 30, "2026-10-19", 0, {{"2026-10-24", "2026-10-26"}}, "2026-11-20"},
      // Over before it is paused; paused before it began; a pause of no days.
      {Unit::working_days, 5, "2026-10-19", 0, {{"2026-10-27", ""}}, "2026-10-26"},
      {Unit::working_days, 5, "2026-10-19", 0, {{"2026-10-01", "2026-10-20"}}, "2026-10-26"},
      {Unit::working_days, 5, "2026-10-19", 0, {{"2026-10-21", "2026-10-21"}}, "2026-10-26"},
      // Two that overlap are one.
      {Unit::working_days,
       5,
       "2026-10-19",
       0,
       {{"2026-10-20", "2026-10-23"}, {"2026-10-21", "2026-10-26"}},
       "2026-10-30"},
      // Sixty days are counted through before the day off moves the end, not twice thirty days.
      {Unit::calendar_days, 30, "2026-09-01", 0, {}, "2026-10-08"},
      {Unit::calendar_days, 30, "2026-09-01", 30, {}, "2026-11-02"},
      {Unit::months, 1, "2026-09-01", 0, {}, "2026-10-08"},
      {Unit::months, 1, "2026-10-09", 0, {{"2026-10-12", "2026-10-15"}}, "2026-11-12"},
      {Unit::years, 1, "2025-02-28", 1, {{"2025-03-01", "2025-03-02"}}, ""},
      {Unit::years, 1, "2024-02-29", 0, {}, "2025-02-28"},
  }));
  Pauses pauses;
  for (const auto& [from, until] : row.pauses) {
    pauses.push_back({day(from), parse_date(until)});
  }
  INFO(row.start << " +" << row.length << " " << name_of(row.unit) << " " << row.extended);
  const auto reading = read_clock({row.unit, row.length, 30, false, true},
                                  {day(row.start), row.extended, pauses}, real());
  CHECK((reading.due ? to_text(*reading.due) : "") == row.due);
  CHECK(reading.state == (reading.due ? ClockState::due : ClockState::no_calendar));
  CHECK(reading.missing_year == (reading.due ? 0 : 2027));
}

TEST_CASE("What cannot be told of a clock is said and never guessed", "[clock]") {
  const Date start = day("2026-10-19");
  CHECK(read_clock(kFifteen, {std::nullopt, 0, {}}, real()).state == ClockState::no_start);
  CHECK(read_clock(kFifteen, {start, 5, {}}, real()).state == ClockState::due);
  CHECK(read_clock(kFifteen, {start, 6, {}}, real()).state == ClockState::not_allowed);
  CHECK(read_clock(kFifteen, {start, -1, {}}, real()).state == ClockState::not_allowed);
  Term further = kFifteen;
  further.further = true;
  CHECK(read_clock(further, {start, 6, {}}, real()).state == ClockState::due);
  CHECK(read_clock(further, {start, 2'000'000'000, {}}, real()).state == ClockState::not_allowed);
  Term never = kFifteen;
  never.pausable = false;
  CHECK(read_clock(never, {start, 0, {{start, start}}}, real()).state == ClockState::not_allowed);

  CHECK(read_clock(kFifteen, {start, 0, {{day("2026-10-27"), {}}}}, real()).state == ClockState::paused);
  // A pause that ends in a year without a calendar: its own days need none, those after it do.
  const auto late = read_clock(kFifteen, {start, 0, {{day("2026-10-27"), day("2027-02-01")}}}, real());
  CHECK(late.state == ClockState::no_calendar);
  CHECK(late.missing_year == 2027);
  CHECK_FALSE(late.due);
  CHECK(read_clock(kFifteen, {day("2026-12-21"), 0, {}}, real()).missing_year == 2027);
}

TEST_CASE("The law of the day a clock starts on says how long it runs", "[clock]") {
  RuleSet rules = small_world();
  const NamedDuty named = find_duty(rules, "town/no-filing", "notify");
  REQUIRE(named.duty != nullptr);
  List list = *named.list;
  Duty duty = *named.duty;
  Number& number = list.numbers.at("notify_within");
  number.by_date.push_back(number.by_date.front());
  number.by_date.back().from = day("2026-06-01");
  number.by_date.back().is = 7;
  number.by_date.push_back(number.by_date.back());
  number.by_date.back().is = 3;
  number.by_date.back().offences = {"shop.no-price-tag"};
  Number more = number;
  more.by_date.resize(2);
  more.by_date[0].from = day("2026-06-01");
  list.numbers["more"] = more;
  duty.extended_by = Extension{"more", "负责人", "", {}};
  const Offence& offence = rules.catalogue.offences.at("shop.no-price-tag");

  CHECK_FALSE(term_of(list, duty, day("2024-12-31"), nullptr));
  CHECK(read_clock(list, duty, nullptr, {day("2024-12-31"), 0, {}}, rules.calendar).state ==
        ClockState::no_number);
  CHECK(read_clock(list, duty, nullptr, {std::nullopt, 0, {}}, rules.calendar).state == ClockState::no_start);
  CHECK(term_of(list, duty, day("2026-05-31"), nullptr)->length == 5);
  CHECK(term_of(list, duty, day("2026-05-31"), nullptr)->extension == 0);
  CHECK(term_of(list, duty, day("2026-06-01"), nullptr)->length == 7);
  CHECK(term_of(list, duty, day("2026-06-01"), nullptr)->extension == 7);
  CHECK(term_of(list, duty, day("2026-06-01"), &offence)->length == 3);
  CHECK_FALSE(term_of(list, duty, day("2026-06-01"), nullptr)->further);
  CHECK_FALSE(term_of(list, duty, day("2026-06-01"), nullptr)->pausable);
  duty.extended_by->further = "集体讨论";
  duty.paused_for = Suspension{"检测", {}};
  CHECK(term_of(list, duty, day("2026-06-01"), nullptr)->further);
  CHECK(term_of(list, duty, day("2026-06-01"), nullptr)->pausable);
}

TEST_CASE("A duty of a decision is found again by the names it was recorded under", "[clock]") {
  const RuleSet rules = small_world();
  const Decision decision = decide(rules, small_case(rules), kSmallDay);
  REQUIRE_FALSE(decision.duties.empty());
  for (const DueDuty& due : decision.duties) {
    CHECK(find_duty(rules, due.from, due.duty->id).duty == due.duty);
  }
  CHECK(find_duty(rules, "town/no-filing", "dance").duty == nullptr);
  CHECK(find_duty(rules, "town/no-filing", "dance").list == nullptr);
  CHECK(find_duty(rules, "town/no-filing/01", "recheck").duty == nullptr);
  CHECK(find_duty(rules, "nowhere", "recheck").duty == nullptr);
}

TEST_CASE("A recorded duty says all that is needed to count it again", "[clock]") {
  const RuleSet rules = small_world();
  const json::Value decision = to_json(decide(rules, small_case(rules), kSmallDay));
  int clocks = 0;
  for (const json::Value& duty : decision["duties"]) {
    if (!duty.contains("within")) {
      CHECK(duty["id"] == "educate");
      CHECK_FALSE(duty.contains("after"));
      CHECK_FALSE(duty.contains("start"));
      continue;
    }
    ++clocks;
    const NamedDuty named = find_duty(rules, duty["rule"].get<std::string>(), duty["id"]);
    REQUIRE(named.duty != nullptr);
    if (duty["id"] == "notify") {  // waits
      CHECK(duty["after"] == "clue_received_on");
      CHECK(duty["start"].is_null());
      continue;
    }
    CHECK(duty["within"] == "recheck_within");
    CHECK(duty["after"] == "decision");
    CHECK(duty["start"] == "2026-11-23");
    const Offence& offence = rules.catalogue.offences.at("shop.no-price-tag");
    const auto again = read_clock(*named.list, *named.duty, &offence,
                                  {parse_date(duty["start"].get<std::string>()), 0, {}}, rules.calendar);
    CHECK(to_text(again.due.value()) == duty["due"]);
  }
  CHECK(clocks == 2);
}

namespace {

// The small world whose `notify` is changed.
std::vector<std::string> duties_with(const std::function<void(const RuleSet&, Duty&)>& change,
                                     const std::string& facts) {
  RuleSet rules = small_world();
  for (List& list : rules.lists) {
    for (Duty& duty : list.duties) {
      if (duty.id == "notify") {
        change(rules, duty);
      }
    }
  }
  const std::string minor = std::string(kMinorFacts);
  std::vector<std::string> ids;
  const std::string all = minor.substr(0, minor.rfind('}')) + facts + "}";
  for (const DueDuty& due : decide(rules, small_case(rules, "c", all), kSmallDay).duties) {
    ids.push_back(due.duty->id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

TEST_CASE("A duty appears for its offences, once what it needs is known, until it is done", "[clock]") {
  const std::vector<std::string> without = {"educate", "recheck"};
  const std::vector<std::string> with = {"educate", "notify", "recheck"};
  const std::string known = R"(, "clue_received_on": "2026-11-20")";
  const auto nothing = [](const RuleSet&, Duty&) {};
  CHECK(duties_with(nothing, "") == with);

  const auto once = [](const RuleSet& rules, Duty& duty) {
    duty.once_known = {rules.vocabulary.find("clue_received_on")};
  };
  CHECK(duties_with(once, "") == without);
  CHECK(duties_with(once, known) == with);

  const auto done = [](const RuleSet& rules, Duty& duty) {
    duty.done_on = rules.vocabulary.find("found_on");
  };
  CHECK(duties_with(done, known) == with);
  CHECK(duties_with(done, known + R"(, "found_on": "2026-11-20")") == without);

  const auto other = [](const RuleSet&, Duty& duty) { duty.covers = {false, {"shop.other"}, {}}; };
  CHECK(duties_with(other, known) == without);
  const auto ours = [](const RuleSet&, Duty& duty) { duty.covers = {false, {}, {"shop"}}; };
  CHECK(duties_with(ours, known) == with);
}

}  // namespace siqingdan
