// The quantities a text speaks of: sums of money, spans of time, days of the calendar.

#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "match/folded.h"

namespace siqingdan {

struct Quantity {
  enum class Kind : std::uint8_t { money, days, date, that_day };
  Kind kind = Kind::money;
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t value = 0;  // fen · days · days since 1970 (twice)
  bool bare = false;       // money without its unit: 三万五
};

// In the order of their beginnings, those that are certain only: 两百多块, 十几天, 上周末 name no number and
// no day. A date without a year is the latest such day not after `on`; a day after `on` is none. `that_day`
// is 当场, 当日 or 次日 where a day was named before.
std::vector<Quantity> quantities_in(const Folded& text, Date on);

}  // namespace siqingdan
