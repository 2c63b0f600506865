// Boxes that speak of the time between two facts, put as values of the one and the other.

#pragma once

#include <vector>

#include "decide/box.h"

namespace siqingdan {

// The box without its spans, once for every smallest set of known ends that must change for them: those ends
// get the days they must fall on. Ends that are not known get theirs, too. Where two ends have to change
// together, one of them is given a single day, that the other has a limit at all.
// `complete` becomes false where a box speaks of more than kSpanEnds facts and is left out.
std::vector<Box> without_spans(const Box& box, const FactSheet& facts, const Vocabulary& vocabulary, Date on,
                               bool& complete);

inline constexpr std::size_t kSpanEnds = 8;

}  // namespace siqingdan
