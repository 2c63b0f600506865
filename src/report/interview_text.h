// Between the questions: why one is asked, what a reply settled, how the interview ended.

#pragma once

#include <string>

#include "decide/dialogue.h"
#include "decide/hangs_on.h"
#include "report/language.h"

namespace siqingdan {

// The grounds that hang on it, each with the condition and the article; the evidence that is wanted.
std::string why_text(const RuleSet& rules, const NextQuestion& next, const std::vector<Hanging>& hanging,
                     const Style& style);

// The answers that are settled after, but were not before: `  → 立案  ✓ 可以不予立案`.
std::string settled_text(const std::vector<Topic>& before, const std::vector<Topic>& after,
                         const Case& a_case, const Style& style);

// How the interview ended (`next`: the question it was left at), and what stays open.
std::string end_text(const RuleSet& rules, const Dialogue& dialogue, const std::optional<NextQuestion>& next,
                     const Style& style);

}  // namespace siqingdan
