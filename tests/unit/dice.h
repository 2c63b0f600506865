// Numbers by chance, the same in every run.

#pragma once

#include <cstdint>
#include <random>

namespace siqingdan {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  // From 0 up to, but not, `limit`.
  std::int64_t below(std::size_t limit) { return static_cast<std::int64_t>(engine_() % limit); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937 engine_;
};

}  // namespace siqingdan
