#include "base/date.h"

#include <catch2/catch.hpp>

namespace siqingdan {
namespace {

Date day(const char* text) {
  const auto date = parse_date(text);
  REQUIRE(date);
  return *date;
}

}  // namespace

TEST_CASE("A date is written YYYY-MM-DD and exists", "[date]") {
  const auto* text = GENERATE("1900-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2026-11-23",
                              "2026-12-31", "2199-12-31");
  const auto date = parse_date(text);
  REQUIRE(date);
  CHECK(to_text(*date) == text);
}

TEST_CASE("What is not exactly a date that exists is refused", "[date]") {
  const auto* text = GENERATE("", "2024-02-30", "2023-02-29", "1900-02-29", "2100-02-29", "2026-04-31",
                              "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "26-2-3", "2026-2-3",
                              "2026-02-3", "2026/02/03", "2026.02.03", "20260203", "2026-02-03 ",
                              " 2026-02-03", "2026-02-03T00:00:00", "2026-02-03\n", "+026-02-03",
                              "-026-02-03", "2026--2-03", "2026-+2-03", "2026-02- 3", "0x26-02-03",
                              "1899-12-31", "2200-01-01", "9999-12-31", "0000-01-01", "２０２６-02-03",
                              "2026-０2-03", "2026－02－03", "2026年2月3日", "二〇二六-02", "today",
                              "2026-02-3x");
  CAPTURE(text);
  CHECK_FALSE(parse_date(text));
}

TEST_CASE("A date with a zero byte in it is refused", "[date]") {
  CHECK_FALSE(parse_date(std::string_view("2026-02-03\0", 11)));
  CHECK_FALSE(parse_date(std::string_view("2026-02-0\0", 10)));
}

TEST_CASE("Months later is the same day, or the month's last", "[date]") {
  struct Row {
    const char* start;
    int months;
    const char* end;
  };
  const auto row = GENERATE(values<Row>({{"2026-01-15", 1, "2026-02-15"},
                                         {"2026-01-31", 1, "2026-02-28"},
                                         {"2024-01-31", 1, "2024-02-29"},
                                         {"2026-03-31", 1, "2026-04-30"},
                                         {"2026-12-31", 2, "2027-02-28"},
                                         {"2024-02-29", 12, "2025-02-28"},
                                         {"2024-02-29", 24, "2026-02-28"},
                                         {"2024-02-29", 48, "2028-02-29"},
                                         {"2025-02-28", 12, "2026-02-28"},
                                         {"2026-11-23", 60, "2031-11-23"},
                                         {"2026-11-23", 0, "2026-11-23"},
                                         {"2026-03-31", -1, "2026-02-28"},
                                         {"2026-01-15", -1, "2025-12-15"},
                                         {"2024-02-29", -12, "2023-02-28"}}));
  CAPTURE(row.start, row.months);
  CHECK(to_text(add_months(day(row.start), row.months)) == row.end);
}

TEST_CASE("Days are numbered from 1 January 1970 without a gap", "[date]") {
  CHECK(to_number(day("1970-01-01")) == 0);
  CHECK(to_number(day("2026-11-23")) == 20780);  // date -d 2026-11-23 +%s, divided by 86400
  CHECK(year_of(day("2026-12-31")) == 2026);
  for (int number = to_number(day("1900-01-01")); number <= to_number(day("2199-12-31")); number += 13) {
    const Date date = from_number(number);
    const auto again = parse_date(to_text(date));
    REQUIRE(again);
    REQUIRE(to_number(*again) == number);
  }
}

}  // namespace siqingdan
