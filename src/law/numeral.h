// Numbers as statutes write them.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace siqingdan {

struct Numeral {
  int value = 0;          // 1 to 9999
  std::size_t bytes = 0;  // how far it reaches
};

// The number at the start of `text`: 二十, 一百一十二, 一〇三, 20, 20 in full width. Nothing if there is
// none.
std::optional<Numeral> leading_numeral(std::string_view text);

}  // namespace siqingdan
