// What a reader of the decision must not overlook.

#pragma once

#include <vector>

#include "decide/decision.h"

namespace siqingdan {

// Codes: `drafted-ground`, `judgement-without-reason`, `list-perhaps-in-force`, `no-calendar`,
// `cannot-be-established`, `statement-contradicted`, `stronger-ground-open`, and the ids of the rule base's
// own cautions. `offence` is that of the case; null if it is not named.
std::vector<Warning> warnings_of(const Decision& decision, const Offence* offence);

// Is the caution in place? No for an offence it does not cover; shown only if yes.
Truth truth_of_caution(const Caution& caution, const Situation& situation);

}  // namespace siqingdan
