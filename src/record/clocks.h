// What became of the periods of open follow-ups: when they began, extensions, pauses, and what that made of
// their deadlines (decide/clock.h counts).

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "decide/clock.h"
#include "record/append.h"

namespace siqingdan {

// One open follow-up with all that the log tells of its period.
struct RunningClock {
  std::int64_t follow_up = 0;
  std::string case_id;
  std::string rule;     // list or item, and …
  std::string duty;     // … the duty it says; see find_duty
  std::string offence;  // id; may be empty
  std::string what;
  bool starts_by_case = false;  // its first day follows from the decision, not from a `start`
  ClockEvents events;
  std::optional<Date> due;  // as it was counted last
  std::string waiting_for;
};

std::vector<RunningClock> running_clocks(const Log& log);  // by number

// Nothing if there is no such follow-up or it is not open.
std::optional<RunningClock> find_running_clock(const Log& log, std::int64_t follow_up);

// Throws Failure (exit 2) if there is no such follow-up or it is done.
RunningClock running_clock(const Log& log, std::int64_t follow_up);

enum class ClockEvent : std::uint8_t {
  start,   // the day it runs from has become known
  extend,  // by so many days more, approved
  pause,   // from this day on days do not count
  resume,  // from this day on they count again
  recount  // rules or calendar were amended
};
const char* name_of(ClockEvent event);

struct ClockChange {
  std::int64_t follow_up = 0;
  ClockEvent event = ClockEvent::recount;
  Date on;
  int extension = 0;  // of an extension, in the unit of its period
  std::string because;
  std::optional<Date> due;  // what it comes to
  std::string waiting_for;
};

// One transaction for all of them; throws Failure (exit 2) if one is done meanwhile.
std::vector<Recorded> append_clocks(Log& log, const std::vector<ClockChange>& changes, const Signed& by);

}  // namespace siqingdan
