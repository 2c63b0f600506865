// How much each part of a text counts, in whole numbers so that every machine counts alike.

#pragma once

#include <cstdint>

namespace siqingdan {

// 16 × log2(n / d), rounded down; n ≥ d ≥ 1, n < 2^40.
int log_ratio(std::uint64_t n, std::uint64_t d);

// What a feature is worth that `among` of `all` descriptions hold: the rarer, the more. 1 to 1000.
int rarity(std::uint64_t all, std::uint64_t among);

// What it counts for being there `times` times: more, but ever less so.
int repeated(std::uint64_t times);

// The largest r with r × r ≤ n.
std::uint64_t root(std::uint64_t n);

}  // namespace siqingdan
