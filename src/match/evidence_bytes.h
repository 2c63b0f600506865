// The bytes of the evidence: what evidence.cpp reads, write_evidence.cpp writes.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/lessons.h"

namespace siqingdan {

// What they begin with.
struct EvidenceSizes {
  std::uint32_t features = 0;
  std::uint32_t classes = 0;
  std::uint32_t domains = 0;
  std::uint32_t says = 0;    // entries of features about classes
  std::uint32_t sounds = 0;  // sounds of pairs
};

// A plane in units of Evidence::kUnit; no weight is kept as 0.
struct WholePlane {
  std::vector<std::int8_t> weights;  // by feature
  std::int32_t bias = 0;
};

// `planes` are those of the classes, then those of their domains.
std::string write_evidence(const Catalogue& catalogue, const Lessons& lessons,
                           const std::vector<WholePlane>& planes);

}  // namespace siqingdan
