// What the bytes of planes begin with: plane_table.cpp reads what write_planes.cpp writes.

#pragma once

#include <cstdint>

namespace siqingdan {

struct PlaneSizes {
  std::uint32_t features = 0;
  std::uint32_t planes = 0;
  std::uint32_t says = 0;    // entries of features about planes
  std::uint32_t sounds = 0;  // sounds of pairs
};

}  // namespace siqingdan
