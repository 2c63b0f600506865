// `nearest` of an answer, as the contract's JSON writes it.

#pragma once

#include "decide/nearest.h"
#include "json/value_fwd.h"

namespace siqingdan {

json::Value nearest_json(const Nearest& nearest, const Vocabulary& vocabulary, const FactSheet& facts,
                         Date on);

}  // namespace siqingdan
