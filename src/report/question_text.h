// One question as the officer reads it, and why it is asked.

#pragma once

#include <string>

#include "decide/decision.h"
#include "decide/dialogue.h"
#include "decide/hangs_on.h"
#include "report/language.h"

namespace siqingdan {

// The question and, below it, which answers it can settle, how many may follow, the law it rests on, and how to
// reply. Without answers to settle it is one that a deadline waits for.
std::string question_text(const RuleSet& rules, const Case& a_case, const NextQuestion& next,
                          const std::vector<Hanging>& hanging, const Style& style);

// The question alone, to put it again.
std::string short_question(const RuleSet& rules, const Case& a_case, const Query& query, const Style& style);

// How a value of the fact is written: 是写 y,否写 n.
Text how_to_reply(const RuleSet& rules, const Query& query);

// What is wrong with a reply that is no value, and how one is written.
std::string wrong_reply_text(const RuleSet& rules, const Query& query, const std::string& words, Date on,
                             const Style& style);

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
