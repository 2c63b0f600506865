// What the dates in a case tell of the last violation of the same kind, as far as they tell it.
//
// Three dates speak of the one day that matters: somebody states which day it was; the records show one, and
// there may be a later one that they do not show; complete records show none from a day on. Each narrows down
// where the last violation lies, and none needs the others. How far back it counts is the list's to say.

#pragma once

#include <optional>

#include "decide/evaluate.h"

namespace siqingdan {

struct LastViolation {
  FactId at_least = kNoFact;  // the date fact that puts it latest: there was one on that day
  FactId at_most = kNoFact;  // the date fact that bounds it earliest: there was none later, or none since
  Date no_earlier;  // of `at_least`: it was on this day or later
  Date no_later;  // of `at_most`: it was on this day or before, or never
};

LastViolation last_violation(const Fact& derived, const FactSheet& facts);

// Whether no violation lies within the span that ends on the day of decision, where the dates can tell, and
// the fact that tells it. A violation on record says no, whatever else is stated.
struct FirstOffence {
  std::optional<bool> is;
  FactId because = kNoFact;
};
FirstOffence first_offence(const Fact& derived, const NumberUsed& look_back, const FactSheet& facts, Date on);

}  // namespace siqingdan
