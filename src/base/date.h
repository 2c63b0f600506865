// Days of the civil calendar. No clock is read here and no time zone is known: a date is a date.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace siqingdan {

using Date = std::chrono::sys_days;

// Reads exactly `YYYY-MM-DD`, a day that exists, in the years 1900 to 2199; nothing else is a date.
std::optional<Date> parse_date(std::string_view text);

// `2026-11-23`.
std::string to_text(Date date);

int year_of(Date date);

// The same day `months` later; where that month is shorter, its last day (29 February + 12 months is
// 28 February). `months` may be negative.
Date add_months(Date date, int months);

// Days as a number, for storing and comparing. 1970-01-01 is 0.
inline int to_number(Date date) { return static_cast<int>(date.time_since_epoch().count()); }
inline Date from_number(int days) { return Date{std::chrono::days{days}}; }

// Half-open: `until` is the first day after it.
struct DateRange {
  Date from;
  Date until;

  bool includes(Date day) const { return from <= day && day < until; }
};

}  // namespace siqingdan
