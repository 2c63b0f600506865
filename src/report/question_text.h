// One question as the officer reads it, and why it is asked.

#pragma once

#include <string>

#include "decide/decision.h"
#include "decide/hangs_on.h"
#include "decide/next_question.h"
#include "report/language.h"

namespace siqingdan {

// The question and, below it, which answers it can settle, how many may follow, and how to reply. Without
// answers to settle it is one that a deadline waits for.
std::string question_text(const RuleSet& rules, const Case& a_case, const NextQuestion& next,
                          const Style& style);

// How a value of the fact is written: 是写 y,否写 n.
Text how_to_reply(const RuleSet& rules, const Query& query);

// The grounds that hang on it, each with the condition and the article; the evidence that is wanted.
std::string why_text(const RuleSet& rules, const Query& query, const std::vector<Hanging>& hanging,
                     const Style& style);

// The answers that are settled after, but were not before: `  → 立案  ✓ 可以不予立案`.
std::string settled_text(const std::vector<Topic>& before, const std::vector<Topic>& after,
                         const Case& a_case, const Style& style);

}  // namespace siqingdan
