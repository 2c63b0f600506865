// The features of a text that a table of planes knows, and what each counts.

#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "match/plane_table.h"

namespace siqingdan {

// A feature at [from, to) of the text.
struct FeatureHit {
  std::uint32_t feature = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool slip = false;  // it only sounds like what stands there
};

std::vector<FeatureHit> hits_in(const PlaneTable& table, std::u32string_view folded);

struct Weighed {
  std::map<std::uint32_t, std::int64_t> values;  // by feature
  std::uint64_t square = 0;  // the sum of their squares: its root is what counts as 1
};

Weighed weigh(const PlaneTable& table, const std::vector<FeatureHit>& hits);

// Of features counted elsewhere; those of which the table knows nothing are left out.
Weighed weigh(const PlaneTable& table, const FeatureCounts& counts);

// The root of a sum of squares, at least 1.
std::int64_t length_of(std::uint64_t square);

}  // namespace siqingdan
