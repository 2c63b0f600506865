// Parties that do not exist, with codes that are well formed (GB 32100-2015, and GB 11714 inside it).

#pragma once

#include <string>
#include <vector>

#include "random.h"

namespace siqingdan {

struct Party {
  std::string name;
  std::string code;  // empty: a pedlar without a licence
};

std::vector<Party> made_up_parties(Random& random, std::size_t count);

}  // namespace siqingdan
