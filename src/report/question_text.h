// One question as the officer reads it.

#pragma once

#include <string>

#include "decide/hangs_on.h"
#include "decide/next_question.h"
#include "report/language.h"

namespace siqingdan {

// The question and, below it, which answers it can settle, how many may follow, the law it rests on, and how
// to reply. Without answers to settle it is one that a deadline waits for.
std::string question_text(const RuleSet& rules, const Case& a_case, const NextQuestion& next,
                          const std::vector<Hanging>& hanging, const Style& style);

// The question alone, to put it again.
std::string short_question(const RuleSet& rules, const Case& a_case, const Query& query, const Style& style);

// How a value of the fact is written: 是写 y,否写 n.
Text how_to_reply(const RuleSet& rules, const Query& query);

// What is wrong with a reply that is no value, and how one is written.
std::string wrong_reply_text(const RuleSet& rules, const Query& query, const std::string& words, Date on,
                             const Style& style);

// The questions as a list: 立案、处罚.
std::string titles_of(const std::vector<Question>& questions, const Style& style);

// The law that a leaf of a ground rests on: its own, or that of its rule (also where `reason` is null).
std::string law_of(const RuleSet& rules, const Hanging& one, const Reason* reason, const Style& style);

}  // namespace siqingdan
