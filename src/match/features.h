// What the matcher sees in a text: single characters, and pairs of characters side by side.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace siqingdan {

struct Feature {
  std::uint32_t key = 0;   // the second character, or the only one; the first in the upper half
  std::uint32_t from = 0;  // where it stands: [from, to)
  std::uint32_t to = 0;
};

// In the order of their places. Every digit is the same digit, and a day or an hour in digits (10月12日) is
// none; blanks, marks and emoji are no features, and no pair reaches over them or holds a particle (的, 了,
// …). `folded` is the text of a Folded (match/folded.h).
std::vector<Feature> features_of(std::u32string_view folded);

// The same for every pair that sounds alike (match/syllable.h); 0 for a single character.
std::uint32_t sound_of_pair(std::uint32_t key);

}  // namespace siqingdan
