// The values of one fact that a condition admits: some of its codes, or one stretch of numbers.
//
// Every leaf that looks at one fact admits such a set, its opposite too, and two of them meet in a third; so
// a conjunction of leaves is one set a fact.

#pragma once

#include <cstdint>
#include <optional>

#include "decide/evaluate.h"

namespace siqingdan {

struct Allowed {
  bool coded = false;      // yes/no and enums; else numbers and dates
  std::uint64_t codes = 0;  // bit i: the code i; of yes and no, 1 and 0
  std::int64_t least = 0;  // numbers: both ends belong to it
  std::int64_t most = 0;

  bool includes(std::int64_t value) const;
  bool includes(const Allowed& other) const;
  bool empty() const { return coded ? codes == 0 : least > most; }
  void meet(const Allowed& other);
  std::int64_t first() const;  // the least number or the first code; it must not be empty

  friend bool operator==(const Allowed&, const Allowed&) = default;
};

// Every value the fact can have in a case decided on that day: no money below zero, no date after the day.
Allowed every_value(const Fact& fact, Date on);

// The values with which a leaf that looks at one fact, not derived, is `wanted` (yes or no); nothing where a
// number is not set, so that no value will do. For the time from a fact to the day of decision, too.
std::optional<Allowed> admitted(const Condition& leaf, Truth wanted, const Situation& situation);

// With the end of a span at `end`: the last day it can begin so as not to end later, and the first day so as
// not to end earlier. Months differ in length, so this is not `end` moved back.
Date last_start(Date end, std::int64_t count, Unit unit);
Date first_start(Date end, std::int64_t count, Unit unit);

}  // namespace siqingdan
