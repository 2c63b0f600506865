// The real calendar of rules/calendars/cn.json against vectors that were counted elsewhere.

#include "calendar/calendar.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "json/parse.h"

namespace siqingdan {
namespace {

Date day(const std::string& text) {
  const auto date = parse_date(text);
  REQUIRE(date);
  return *date;
}

const Calendar& real() {
  static const Calendar calendar = [] {
    const std::string path = std::string(PROJECT_SOURCE_DIR) + "/rules/calendars/cn.json";
    Issues issues;
    const auto document = json::parse({path, read_file(path, kRuleFileLimit)}, issues);
    REQUIRE(document);
    Calendar read = read_calendar(*document, issues);
    REQUIRE(issues.all().empty());
    return read;
  }();
  return calendar;
}

}  // namespace

TEST_CASE("A deadline in working days falls on the day that was counted by hand", "[calendar]") {
  struct Row {
    const char* start;
    int count;
    const char* due;
  };
  const auto row = GENERATE(
      values<Row>({{"2022-09-26", 15, "2022-10-20"},
                   {"2023-01-13", 15, "2023-02-08"},
                   {"2023-09-20", 15, "2023-10-17"},
                   {"2024-09-25", 5, "2024-10-08"},
                   {"2025-01-20", 15, "2025-02-14"},
                   {"2026-02-10", 15, "2026-03-09"},
                   {"2026-09-21", 20, "2026-10-26"},
                   {"2026-11-23", 1, "2026-11-24"},
                   {"2026-11-20", 1, "2026-11-23"},     // Friday to Monday
                   {"2026-09-18", 1, "2026-09-20"},     // to a Sunday that is a working day
                   {"2025-12-31", 1, "2026-01-04"}}));  // over the turn of the year
  CAPTURE(row.start, row.count);
  const auto deadline = real().after_working_days(day(row.start), row.count);
  REQUIRE(deadline.due);
  CHECK(to_text(*deadline.due) == row.due);
  CHECK(deadline.missing_year == 0);
}

TEST_CASE("Each year has the number of working days that the notices leave", "[calendar]") {
  struct Row {
    int year;
    int days;
  };
  const auto row = GENERATE(values<Row>({{2022, 249}, {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}}));
  CAPTURE(row.year);
  int days = 0;
  for (Date d = day(std::to_string(row.year) + "-01-01"); year_of(d) == row.year; d += std::chrono::days{1}) {
    days += real().is_working_day(d).value() ? 1 : 0;
  }
  CHECK(days == row.days);
}

TEST_CASE("Counting back gives the number of working days", "[calendar]") {
  for (Date start = day("2022-01-01"); start < day("2026-09-01"); start += std::chrono::days{3}) {
    for (const int count : {1, 2, 5, 10, 15, 45}) {
      const auto deadline = real().after_working_days(start, count);
      REQUIRE(deadline.due);
      REQUIRE(real().is_working_day(*deadline.due) == true);
      REQUIRE(real().working_days_between(start, *deadline.due) == count);
      REQUIRE(real().working_days_between(start, *deadline.due - std::chrono::days{1}) == count - 1);
    }
  }
}

TEST_CASE("A deadline in calendar days that ends on a day off moves to the next working day", "[calendar]") {
  struct Row {
    const char* start;
    int count;
    const char* due;
  };
  const auto row = GENERATE(
      values<Row>({{"2026-11-02", 7, "2026-11-09"},
                   {"2026-11-01", 6, "2026-11-09"},     // Saturday to Monday
                   {"2026-09-01", 30, "2026-10-08"},    // 1 October to after the holiday
                   {"2026-09-19", 1, "2026-09-20"}}));  // a Sunday that is a working day
  CAPTURE(row.start, row.count);
  const auto deadline = real().after_calendar_days(day(row.start), row.count);
  REQUIRE(deadline.due);
  CHECK(to_text(*deadline.due) == row.due);
}

TEST_CASE("A year without a notice gives no date and says which year", "[calendar]") {
  CHECK(real().covers(2026));
  CHECK_FALSE(real().covers(2027));
  CHECK_FALSE(real().is_working_day(day("2027-01-04")));
  CHECK_FALSE(real().is_working_day(day("2018-12-28")));
  CHECK(real().span() == "2019–2026");

  const auto working = real().after_working_days(day("2026-12-25"), 15);
  CHECK_FALSE(working.due);
  CHECK(working.missing_year == 2027);
  const auto calendar = real().after_calendar_days(day("2026-12-01"), 60);
  CHECK_FALSE(calendar.due);
  CHECK(calendar.missing_year == 2027);
  const auto before = real().after_working_days(day("2018-06-01"), 1);
  CHECK_FALSE(before.due);
  CHECK(before.missing_year == 2018);
  CHECK_FALSE(real().working_days_between(day("2026-12-25"), day("2027-01-05")));

  const auto last = real().after_working_days(day("2026-12-30"), 1);
  REQUIRE(last.due);
  CHECK(to_text(*last.due) == "2026-12-31");
  CHECK(Calendar().span() == "-");
}

TEST_CASE("A deadline of no days is our own mistake", "[calendar]") {
  CHECK_THROWS_AS(real().after_working_days(day("2026-11-23"), 0), std::logic_error);
}

}  // namespace siqingdan
