// A period counted again, under whatever rules and calendar there are now; and the periods of a procedure
// that is restarted.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/clock.h"
#include "decide/decision.h"

namespace siqingdan {

struct Recounted {
  const Duty* duty = nullptr;
  const List* list = nullptr;
  ClockReading reading;
  std::string waiting_for;  // why there is no date, in the words of a decision's duty; empty: there is one
};

// The duty `id` that `rule` says, for an offence (id; may be empty), with what is known of its period.
// Nothing if these rules have no such duty, or it has no period.
std::optional<Recounted> recount(const RuleSet& rules, const std::string& rule, const std::string& id,
                                 const std::string& offence, const ClockEvents& events);

// The duties that begin on the day on which a recheck found the fault not corrected or done again, because
// the penalty procedure is restarted then (`on_restart` in the rules). Of every list in force that day.
std::vector<DueDuty> duties_of_restart(const RuleSet& rules, const std::string& offence, Date on);

// A duty of this id is the recheck of correction (docs/RULES.md); it alone ends as `rectified`,
// `not_rectified` or `reoffended`, and every other as `done`.
inline constexpr const char* kRecheck = "recheck";
bool fits_outcome(const std::string& duty, const std::string& outcome);

// Is that the outcome of a recheck that restarts the procedure?
bool restarts_procedure(const std::string& outcome);

}  // namespace siqingdan
