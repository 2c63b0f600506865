// When a duty has to be done: the period that the law of its first day sets, and what happened to it since.
//
// How it counts, the same everywhere (it is the calendar that counts):
// - The day the period begins with is not counted. One that ends on a day off ends on the next working day.
// - An extension lengthens the period by as many units, counted on from where it would have ended; a last day
//   that falls on a day off moves once, at the very end.
// - A pause takes its days out of the count, of a period in working days only working days: the first day of
//   the pause no longer counts, the day it ends on counts again. A period that was over before the pause
//   began is not touched by it.
// - What cannot be told is not guessed: a start that is not known, a day before the first value of the
// number,
//   a pause that still runs, a year without a calendar.
//
// `decide` uses it with the start alone, for a case does not say what became of a duty; whoever follows a
// duty up adds extensions and pauses.

#pragma once

#include <optional>
#include <string>

#include "calendar/calendar.h"
#include "rules/rule_set.h"

namespace siqingdan {

// What the law of one day says of a duty.
struct Term {
  Unit unit = Unit::working_days;  // a unit of time
  int length = 0;
  int extension = 0;  // by how much it can be extended at most; 0: not at all
  bool further = false;  // beyond that, too, by whoever decides so
  bool pausable = false;
};

// The term of a duty that has one (`within`) and starts on `start`, for an offence (null: not known). Nothing
// if its list sets no value on that day.
std::optional<Term> term_of(const List& list, const Duty& duty, Date start, const Offence* offence);

// What is known of one running duty.
struct ClockEvents {
  std::optional<Date> start;
  int extended = 0;  // by how much it was extended, in the unit of the term
  Calendar::Pauses pauses;
};

enum class ClockState : std::uint8_t {
  due,  // `due` is the last day
  no_start,  // waits for the day it starts on
  no_number,  // the list sets no length on that day
  not_allowed,  // extended further than the law of that day allows, or paused though it cannot be
  paused,  // runs into a pause that still runs
  no_calendar  // needs the calendar of `missing_year`
};

struct ClockReading {
  ClockState state = ClockState::no_start;
  std::optional<Date> due;  // set if and only if `state` is `due`
  int missing_year = 0;
};

ClockReading read_clock(const Term& term, const ClockEvents& events, const Calendar& calendar);

// The same, with the term looked up: of a duty that has one.
ClockReading read_clock(const List& list, const Duty& duty, const Offence* offence, const ClockEvents& events,
                        const Calendar& calendar);

// What a duty without a date waits for, as decisions and the log write it: the fact that is its first day,
// the number without a value, `resume`, `calendar 2027`. Empty where there is a date.
std::string waits_for(const ClockReading& reading, const Duty& duty, const Vocabulary& vocabulary);
inline constexpr const char* kAwaitsResume = "resume";
std::string waits_for_calendar(int year);
std::optional<int> awaited_calendar(const std::string& waiting_for);  // the year; nothing: it is no calendar

// The duty that a decision names by `rule` (of a list or an item) and `id`, with the list whose numbers it
// uses; nulls if these rules have none of that name.
struct NamedDuty {
  const List* list = nullptr;
  const Duty* duty = nullptr;
};
NamedDuty find_duty(const RuleSet& rules, std::string_view rule, const std::string& id);

}  // namespace siqingdan
