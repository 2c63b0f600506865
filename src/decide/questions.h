// What must be asked to settle an undetermined answer: no less, and nothing else.

#pragma once

#include <vector>

#include "decide/grounds.h"

namespace siqingdan {

// A smallest set of facts (no fact can be left out) such that the answer is settled whatever their values
// are. Facts that somebody already could not establish are part of the reckoning, but not of the result.
//
// The search is exact; it gives up after a fixed number of evaluations (kSearchLimit) and then keeps the
// facts it could not rule out, so that the set may be larger than need be, but never too small.
// Order: the fact that more open conditions wait for comes first, then by name.
std::vector<FactId> facts_to_ask(const Grounds& grounds, const FactSheet& facts);

// The same where what could not be established stays so: a smallest set that settles all that can still be
// settled without those facts; empty if nothing can. It is harder to find, and given up sooner
// (kLimitInVain).
std::vector<FactId> facts_still_to_ask(const Grounds& grounds, const FactSheet& facts);

inline constexpr int kSearchLimit = 4000;
inline constexpr int kLimitInVain = 500;

}  // namespace siqingdan
