// What must be done, and by when.

#pragma once

#include <vector>

#include "decide/decision.h"

namespace siqingdan {

// The duties that follow from the answers, each once, by due date and then by id. None is lost because its
// deadline cannot be counted: it then says what it waits for.
std::vector<DueDuty> duties_of(const RuleSet& rules, const std::vector<QuestionAnswer>& answers,
                               const FactSheet& facts, Date on);

// The deadline of one duty of `list`.
DueDuty deadline_of(const RuleSet& rules, const List& list, const Duty& duty, const FactSheet& facts,
                    Date on);

}  // namespace siqingdan
