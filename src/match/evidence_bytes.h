// How the bytes of the evidence begin; writer (learn_evidence.cpp) and reader (evidence.cpp) share it.

#pragma once

#include <cstdint>

namespace siqingdan {

struct EvidenceSizes {
  std::uint32_t features = 0;
  std::uint32_t classes = 0;
  std::uint32_t says = 0;    // entries of features about classes
  std::uint32_t sounds = 0;  // sounds of pairs
};

}  // namespace siqingdan
