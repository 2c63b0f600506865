// Citations as the contract's JSON writes them.

#pragma once

#include <vector>

#include "json/value_fwd.h"
#include "law/citation.h"

namespace siqingdan {

// Of a renumbered provision, the number it has on the day whose law it is.
json::Value citations_json(const std::vector<Citation>& all, Date law_on);

}  // namespace siqingdan
