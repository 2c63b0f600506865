// What a person types for a fact: 是, 500元, 3.5万, 2026年11月23日, 2, 危害后果轻微.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/case.h"

namespace siqingdan {

// Without blanks around it, full-width letters, digits and marks as plain ones, Latin letters small.
std::string plain_typed(std::string_view typed);

// The value that was typed; nothing if it is none of that type.
//   yes or no   是 否 有 没有 y n …, in Traditional characters too
//   one of some its number from 1, its code or its label
//   money       yuan, with or without the unit: 500, 500元, 1,500.5 元, 3.5万元, ￥66; or fen: 6600分
//   a number    digits, with or without the unit of the fact
//   a date      2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日; not after `latest`
//   a text      anything but nothing
std::optional<Known> typed_value(const Fact& fact, std::string_view typed, Date latest);

// Yes or no alone.
std::optional<bool> typed_yes_or_no(std::string_view typed);

// A day in any of the ways above.
std::optional<Date> typed_date(std::string_view typed);

}  // namespace siqingdan
