// A sound RuleSet as bytes, so that the built-in rule base costs a one-shot command no parsing.
//
// Written when the program is built (tools/pack_rules.cpp), after the rules passed every check; read at
// start. The format is private to one build: there is no version, because writer and reader are compiled
// together.

#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"
#include "rules/speech.h"

namespace siqingdan {

std::string to_image(const RuleSet& rules);

// Throws std::logic_error if the bytes are not an image of this build.
RuleSet from_image(std::string_view image);

// The same of what it takes to read facts out of words, for a command that does only that.
std::string to_image(const Speech& speech);
Speech speech_from_image(std::string_view image);

}  // namespace siqingdan
