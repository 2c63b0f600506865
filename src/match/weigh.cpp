#include "match/weigh.h"

#include <initializer_list>

namespace siqingdan {

int log_ratio(std::uint64_t n, std::uint64_t d) {
  constexpr unsigned kPoint = 20;  // binary places of the ratio
  constexpr std::uint64_t kTwo = std::uint64_t{2} << kPoint;
  int result = 0;
  std::uint64_t ratio = (n << kPoint) / d;
  while (ratio >= kTwo) {
    ratio >>= 1U;
    result += 16;
  }
  for (const int bit : {8, 4, 2, 1}) {
    ratio = (ratio * ratio) >> kPoint;
    if (ratio >= kTwo) {
      ratio >>= 1U;
      result += bit;
    }
  }
  return result;
}

// 1 + ln(n / d), the usual measure (inverse document frequency), in units of ln 2 / 16.
int rarity(std::uint64_t all, std::uint64_t among) { return 23 + log_ratio(all + 1, among + 1); }

// 1 + ln(times), in the same units.
int repeated(std::uint64_t times) { return 23 + log_ratio(times, 1); }

std::uint64_t root(std::uint64_t n) {
  std::uint64_t low = 0;
  std::uint64_t high = 0xFFFFFFFF;
  while (low < high) {
    const std::uint64_t middle = low + (high - low + 1) / 2;
    if (middle <= n / middle) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

}  // namespace siqingdan
