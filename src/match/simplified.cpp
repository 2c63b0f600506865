#include "match/simplified.h"

#include <algorithm>
#include <iterator>

namespace siqingdan {
namespace {

struct Pair {
  char32_t traditional;
  char32_t simplified;
};

constexpr Pair kPairs[] = {
#include "simplified_table.inc"  // in the order of `traditional`
};

}  // namespace

char32_t to_simplified(char32_t character) {
  if (character < kPairs[0].traditional) {
    return character;
  }
  const auto* const found = std::lower_bound(std::begin(kPairs), std::end(kPairs), character,
                                             [](const Pair& pair, char32_t wanted) {
                                               return pair.traditional < wanted;
                                             });
  return found != std::end(kPairs) && found->traditional == character ? found->simplified : character;
}

}  // namespace siqingdan
