#include "calendar/calendar.h"

#include <algorithm>

#include "base/failure.h"

namespace siqingdan {
namespace {

const Calendar::Deadline kPaused = {std::nullopt, 0, true};

Date first_day(int year) { return Date{std::chrono::year{year} / std::chrono::January / 1}; }

// The first day after `day` that no pause covers; nothing if a pause that still runs is in the way. Days that
// do not count need no calendar.
std::optional<Date> next_counted(Date day, const Calendar::Pauses& pauses) {
  Date next = day + std::chrono::days{1};
  for (;;) {
    const auto pause = std::find_if(pauses.begin(), pauses.end(),
                                    [&](const Calendar::Pause& one) { return one.covers(next); });
    if (pause == pauses.end()) {
      return next;
    }
    if (!pause->until) {
      return std::nullopt;
    }
    next = *pause->until;
  }
}

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

Calendar::Deadline Calendar::after_working_days(Date start, int count, const Pauses& pauses) const {
  if (count < 1) {
    bug("a deadline of less than one working day");
  }
  Date day = start;
  for (int left = count; left > 0;) {
    const auto next = next_counted(day, pauses);
    if (!next) {
      return kPaused;
    }
    day = *next;
    const auto working = is_working_day(day);
    if (!working) {
      return {std::nullopt, year_of(day), false};
    }
    left -= *working ? 1 : 0;
  }
  return {day, 0, false};
}

Calendar::Deadline Calendar::after_calendar_days(Date start, int count, const Pauses& pauses) const {
  Date day = start;
  for (int left = count; left > 0; --left) {
    const auto next = next_counted(day, pauses);
    if (!next) {
      return kPaused;
    }
    day = *next;
  }
  return on_working_day(day, pauses);
}

Calendar::Deadline Calendar::after_months(Date start, int months, const Pauses& pauses) const {
  const Date end = add_months(start, months);
  return after_calendar_days(start, static_cast<int>((end - start).count()), pauses);
}

// `day`, or the first day after it that is a working day and that no pause covers.
Calendar::Deadline Calendar::on_working_day(Date day, const Pauses& pauses) const {
  for (;;) {
    const auto working = is_working_day(day);
    if (!working) {
      return {std::nullopt, year_of(day), false};
    }
    if (*working) {
      return {day, 0, false};
    }
    const auto next = next_counted(day, pauses);
    if (!next) {
      return kPaused;
    }
    day = *next;
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
