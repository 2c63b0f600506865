// The law of the act beside the law of the decision.

#pragma once

#include "decide/grounds.h"

namespace siqingdan {

// What each law comes to and which is applied; nothing where the law did not change between act and decision,
// only one law counts, or the day of the act is not known. `judged` are the grounds of one question.
std::optional<LawComparison> compare_laws(const Grounds& grounds, const std::vector<Ground>& judged,
                                          const FactSheet& facts);

}  // namespace siqingdan
