// Numbers that look random and are the same for the same seed everywhere: what the standard library's own
// distributions draw differs from one library to the next.

#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace siqingdan {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // 0 ≤ result < bound.
  std::int64_t below(std::int64_t bound) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(bound));
  }
  // Both ends belong to it.
  std::int64_t between(std::int64_t least, std::int64_t most) { return least + below(most - least + 1); }
  bool per_cent(int chance) { return below(100) < chance; }

  template <class Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(below(static_cast<std::int64_t>(items.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace siqingdan
