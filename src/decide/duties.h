// What must be done, and by when.

#pragma once

#include <vector>

#include "decide/decision.h"

namespace siqingdan {

// The duties that follow from the answers, each once, by due date and then by id. None is lost because its
// deadline cannot be counted: it then says what it waits for. `offence` is null while it is not known.
std::vector<DueDuty> duties_of(const RuleSet& rules, const std::vector<QuestionAnswer>& answers,
                               const Offence* offence, const FactSheet& facts, Date on);

// What it waits for, as it is written down; empty: nothing.
std::string waits_for(const DueDuty& due);

// The deadline of one duty of `list`, as if nothing had happened to it since it began (decide/clock.h).
DueDuty deadline_of(const RuleSet& rules, const List& list, const Duty& duty, const Offence* offence,
                    const FactSheet& facts, Date on);

}  // namespace siqingdan
