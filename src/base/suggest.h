// "did you mean …?": the candidate nearest to a misspelt word.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace siqingdan {

// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) if it is near enough to
// be a slip: at most a third of the word's length, and one edit for short words. Empty if none is.
// Ties go to the first in alphabetical order, so that the answer does not depend on the order given.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// `did you mean …?` for the nearest candidate; an empty hint if there is none.
Text suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace siqingdan
