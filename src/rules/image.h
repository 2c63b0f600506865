// A sound RuleSet as bytes, so that the built-in rule base costs a one-shot command no parsing.
//
// Written when the program is built (tools/pack_rules.cpp), after the rules passed every check; read at
// start. The format is private to one build: there is no version, because writer and reader are compiled
// together.

#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace siqingdan {

std::string to_image(const RuleSet& rules);

// Throws std::logic_error if the bytes are not an image of this build.
RuleSet from_image(std::string_view image);

}  // namespace siqingdan
