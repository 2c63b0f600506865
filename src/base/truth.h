// Three answers instead of two.
//
// A case rarely arrives complete, so a condition is yes, no, or not known yet. The tables are those of
// strong Kleene logic:
//
//   both  | no   ?    yes       either | no   ?    yes       opposite |
//   ------+---------------      -------+---------------      ---------+-----
//   no    | no   no   no        no     | no   ?    yes       no       | yes
//   ?     | no   ?    ?         ?      | ?    ?    yes       ?        | ?
//   yes   | no   ?    yes       yes    | yes  yes  yes       yes      | no
//
// Learning a fact can turn `unknown` into yes or no, and never yes into no: every promise about missing
// facts rests on this file.

#pragma once

#include <algorithm>
#include <cstdint>

namespace siqingdan {

enum class Truth : std::uint8_t { no, unknown, yes };  // ordered, so that "both" is the smaller

constexpr Truth both(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth either(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth opposite(Truth a) {
  return static_cast<Truth>(static_cast<int>(Truth::yes) - static_cast<int>(a));
}
constexpr Truth truth_of(bool holds) { return holds ? Truth::yes : Truth::no; }

constexpr const char* name_of(Truth truth) {
  switch (truth) {
    case Truth::no:
      return "no";
    case Truth::unknown:
      return "unknown";
    case Truth::yes:
      return "yes";
  }
  return "unknown";
}

}  // namespace siqingdan
