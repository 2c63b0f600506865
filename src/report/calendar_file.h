// Reminders as a calendar file (iCalendar, RFC 5545), for the calendar programs that officers have.
//
// A reminder becomes a to-do (VTODO) and, if it has a day, an event of that whole day (VEVENT): some programs
// show only the one, some only the other. Both have stable ids (`todo-` and `day-` before the reminder's), so
// that a later file changes what an earlier one put there, if its `sequence` is higher.
//
//   open, overdue   to-do with its due day, needing action (overdue: of the highest priority); event; an
//   alarm at nine in
//                   the morning of so many days before, in both
//   waiting         to-do without a day
//   done            completed to-do; the event is cancelled, which takes it out of the calendar; no alarms
//
// Days are days, without hour and time zone, and the hour of an alarm is counted from their midnight where
// the calendar is. Control characters stand as escapes (report/plain_text.h).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/moment.h"

namespace siqingdan {

struct Reminder {
  enum class State { open, overdue, waiting, done };

  std::string uid;  // the same in every file, and nobody else's: `follow-up-17@9f2c…`
  std::string summary;
  std::string description;  // may be empty
  State state = State::open;
  std::optional<Date> due;  // open and overdue have one, waiting has none
  Moment changed;  // when this reminder last changed, or was done
  int sequence = 0;  // how often it has changed; at least 0
  std::string category;  // may be empty
  std::vector<int> alarm_days;  // days before the due day, each at least 0
};

// The whole file, in the order of the reminders. `name` is what the calendar is called.
std::string calendar_file(const std::string& name, const std::vector<Reminder>& reminders);

// One line of such a file with its CR LF: folded so that none of its pieces has more than 75 bytes, never
// within a character. The text is valid UTF-8 without line ends.
std::string folded_line(std::string_view line);

// A text as it stands behind a property's name: `\` `;` `,` and newline escaped.
std::string calendar_text(std::string_view text);

}  // namespace siqingdan
