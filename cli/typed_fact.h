// A value typed in an interview, in Simplified or Traditional characters.

#pragma once

#include <string>

#include "decide/game.h"

namespace siqingdan::cli {

// Nothing if the words are no value of that fact. Not after `latest`, if it is a date.
std::optional<Known> typed_fact(const Vocabulary& vocabulary, const Query& query, const std::string& words,
                                Date latest);

// 无, none: that no measure is contemplated.
bool says_none(const std::string& words);

// The same in Traditional characters; as it is where they cannot be made.
std::string traditional_or_same(const std::string& simplified);

}  // namespace siqingdan::cli
