#include "decide/clock.h"

#include <algorithm>
#include <charconv>

#include "base/failure.h"

namespace siqingdan {
namespace {

constexpr std::string_view kCalendar = "calendar ";
constexpr int kLongest = 36'500;  // no extension runs for a century; an absurd one must not overflow

const Duty* named(const std::vector<Duty>& duties, const std::string& id) {
  const auto found = std::find_if(duties.begin(), duties.end(),
                                  [&](const Duty& one) { return one.id == id; });
  return found == duties.end() ? nullptr : &*found;
}

Calendar::Deadline count(const Term& term, const ClockEvents& events, const Calendar& calendar) {
  const int length = term.length + events.extended;
  switch (term.unit) {
    case Unit::working_days:
      return calendar.after_working_days(*events.start, length, events.pauses);
    case Unit::calendar_days:
      return calendar.after_calendar_days(*events.start, length, events.pauses);
    case Unit::months:
      return calendar.after_months(*events.start, length, events.pauses);
    case Unit::years:
      return calendar.after_months(*events.start, 12 * length, events.pauses);
    default:
      bug("a period in a unit that is no time");
  }
}

}  // namespace

std::optional<Term> term_of(const List& list, const Duty& duty, Date start, const Offence* offence) {
  const Number& number = list.numbers.at(duty.within);
  const Number::Value* length = number.on(start, offence);
  if (length == nullptr) {
    return std::nullopt;
  }
  Term term;
  term.unit = number.unit;
  term.length = static_cast<int>(length->is);
  term.pausable = duty.paused_for.has_value();
  if (duty.extended_by) {
    const Number::Value* more = list.numbers.at(duty.extended_by->number).on(start, offence);
    term.extension = more == nullptr ? 0 : static_cast<int>(more->is);
    term.further = more != nullptr && !duty.extended_by->further.empty();
  }
  return term;
}

ClockReading read_clock(const Term& term, const ClockEvents& events, const Calendar& calendar) {
  if (!events.start) {
    return {ClockState::no_start, std::nullopt, 0};
  }
  const bool too_far = events.extended > term.extension && !term.further;
  const bool extended_too_far = events.extended < 0 || events.extended > kLongest || too_far;
  if (extended_too_far || (!term.pausable && !events.pauses.empty())) {
    return {ClockState::not_allowed, std::nullopt, 0};
  }
  const Calendar::Deadline deadline = count(term, events, calendar);
  const ClockState state = deadline.due      ? ClockState::due
                           : deadline.paused ? ClockState::paused
                                             : ClockState::no_calendar;
  return {state, deadline.due, deadline.missing_year};
}

ClockReading read_clock(const List& list, const Duty& duty, const Offence* offence, const ClockEvents& events,
                        const Calendar& calendar) {
  if (!events.start) {
    return {ClockState::no_start, std::nullopt, 0};
  }
  const auto term = term_of(list, duty, *events.start, offence);
  return term ? read_clock(*term, events, calendar) : ClockReading{ClockState::no_number, std::nullopt, 0};
}

std::string waits_for_calendar(int year) { return std::string(kCalendar) + std::to_string(year); }

std::optional<int> awaited_calendar(const std::string& waiting_for) {
  int year = 0;
  const char* end = waiting_for.data() + waiting_for.size();
  const bool calendar = waiting_for.starts_with(kCalendar);
  const auto read = calendar ? std::from_chars(waiting_for.data() + kCalendar.size(), end, year)
                             : std::from_chars_result{};
  return calendar && read.ec == std::errc() && read.ptr == end ? std::optional(year) : std::nullopt;
}

std::string waits_for(const ClockReading& reading, const Duty& duty, const Vocabulary& vocabulary) {
  switch (reading.state) {
    case ClockState::no_start:
      return vocabulary.facts[duty.after].name;
    case ClockState::no_number:
      return duty.within;
    case ClockState::paused:
      return kAwaitsResume;
    case ClockState::no_calendar:
      return waits_for_calendar(reading.missing_year);
    case ClockState::due:
    case ClockState::not_allowed:
      break;
  }
  return {};
}

NamedDuty find_duty(const RuleSet& rules, std::string_view rule, const std::string& id) {
  for (const List& list : rules.lists) {
    if (list.id == rule) {
      const Duty* duty = named(list.duties, id);
      return {duty == nullptr ? nullptr : &list, duty};
    }
  }
  for (const Rule& one : rules.rules) {
    if (one.id == rule) {
      const Duty* duty = named(one.duties, id);
      return {duty == nullptr ? nullptr : &rules.lists[one.list], duty};
    }
  }
  return {};
}

}  // namespace siqingdan
