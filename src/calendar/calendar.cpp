#include "calendar/calendar.h"

#include "base/failure.h"

namespace siqingdan {
namespace {

Date first_day(int year) { return Date{std::chrono::year{year} / std::chrono::January / 1}; }

}  // namespace

std::string Calendar::span() const {
  if (years_.empty()) {
    return "-";
  }
  return fmt::format("{}–{}", years_.begin()->first, years_.rbegin()->first);
}

std::optional<bool> Calendar::is_working_day(Date day) const {
  const int year = year_of(day);
  const auto found = years_.find(year);
  if (found == years_.end()) {
    return std::nullopt;
  }
  return found->second.working[static_cast<std::size_t>((day - first_day(year)).count())];
}

Calendar::Deadline Calendar::after_working_days(Date start, int count) const {
  if (count < 1) {
    bug("a deadline of less than one working day");
  }
  Date day = start;
  for (int left = count; left > 0;) {
    day += std::chrono::days{1};
    const auto working = is_working_day(day);
    if (!working) {
      return {std::nullopt, year_of(day)};
    }
    left -= *working ? 1 : 0;
  }
  return {day, 0};
}

Calendar::Deadline Calendar::after_calendar_days(Date start, int count) const {
  Date day = start + std::chrono::days{count};
  for (;;) {
    const auto working = is_working_day(day);
    if (!working) {
      return {std::nullopt, year_of(day)};
    }
    if (*working) {
      return {day, 0};
    }
    day += std::chrono::days{1};
  }
}

std::optional<int> Calendar::working_days_between(Date start, Date end) const {
  int count = 0;
  for (Date day = start + std::chrono::days{1}; day <= end; day += std::chrono::days{1}) {
    const auto working = is_working_day(day);
    if (!working) {
      return std::nullopt;
    }
    count += *working ? 1 : 0;
  }
  return count;
}

}  // namespace siqingdan
