// Days as they are written and spoken: 2026年3月5日, 10月12号, 12号, 上周三, 昨天, 上个月10号.

#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace siqingdan {

struct SpokenDate {
  std::size_t to = 0;
  std::optional<Date> day;  // nothing: a date that cannot be, or not yet
};

// The day that begins at `at`; nothing if no date is written there.
std::optional<SpokenDate> read_day(std::u32string_view text, std::size_t at, Date on);

}  // namespace siqingdan
