// The main call: rule set × case × day → decision. Pure: no clock, no files, no printing.

#pragma once

#include "decide/decision.h"
#include "decide/memory.h"

namespace siqingdan {

// Decides all four questions for `a_case` on the day `on`. The same inputs give the same decision, to the
// byte. `rules` must outlive the result.
// If the calendar has no data for the year of `on`, there is no decision: see `decidable`.
Decision decide(const RuleSet& rules, const Case& a_case, Date on);

// The same with what earlier cases taught; `memory` must be of these rules.
Decision decide(const RuleSet& rules, Case a_case, Date on, Memory& memory);

// Whether the rules can speak of that day at all; if not, an issue without a place says why.
bool decidable(const RuleSet& rules, Date on, Issues& issues);

// The name and version written into every decision.
inline constexpr const char* kEngine = "siqingdan/1";

}  // namespace siqingdan
