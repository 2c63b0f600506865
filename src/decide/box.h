// Every way a condition can hold, as boxes: for each fact the values it must have.
//
// A box is what is left of a conjunction of leaves: one set of values a fact, and, of the leaves that look at
// the time between two facts, those leaves. The boxes of a condition together hold every world in which it is
// yes, and nothing else. A fact whose set is empty makes the box impossible, and it goes; so one value a fact
// satisfies all leaves of a box.

#pragma once

#include <vector>

#include "decide/allowed.h"

namespace siqingdan {

// A leaf, and whether it must hold.
struct Wanted {
  const Condition* leaf = nullptr;
  Truth truth = Truth::yes;
  NumberUsed number;
};

// What one fact must be, with the leaves that say so.
struct Demand {
  FactId fact = kNoFact;
  Allowed allowed;
  std::vector<Wanted> because;
};

// The time between two facts: longer than so much, or not longer.
struct SpanDemand {
  FactId from = kNoFact;
  FactId until = kNoFact;
  std::int64_t count = 0;
  Unit unit = Unit::years;
  bool longer = false;
  Wanted because;
};

// Does `wide` leave room for all that `narrow` does? Both are by fact.
bool covers(const std::vector<Demand>& wide, const std::vector<Demand>& narrow);

struct Box {
  std::vector<Demand> demands;  // by fact
  std::vector<SpanDemand> spans;

  // Adds what `other` demands; false: no value is left for some fact.
  bool narrow(const Box& other);
  bool narrow(Demand demand);
  // Does it hold every world of the other?
  bool covers(const Box& other) const;
};

struct Boxes {
  std::vector<Box> all;
  bool complete = true;  // false: kBoxLimit was met and some were left out

  // Both hold: every pair that goes together. Of more than kBoxLimit those that ask least of `facts` stay.
  void meet(const Boxes& other, const FactSheet& facts);
  // One of them holds.
  void join(Boxes other, const FactSheet& facts);
};

// So many boxes are carried along at once. A condition has as many as the product of the sizes of its `any`
// groups; the rules have some four.
inline constexpr std::size_t kBoxLimit = 128;

// Of a leaf that looks at a derived fact, where some date tells of it; nothing where none is known, so that
// only a statement counts.
std::optional<Boxes> boxes_of_derived(const Condition& leaf, Truth wanted, const Situation& situation);

// The boxes in which a condition is `wanted`. `facts` says where a derived fact is computed from its dates.
Boxes boxes_of(const Expression& condition, Truth wanted, const Situation& situation);

}  // namespace siqingdan
