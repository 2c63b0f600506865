// siqingdan check --ask: one question at a time, until nothing more can change an answer.

#pragma once

#include "context.h"
#include "facts/case.h"

namespace siqingdan::cli {

// Asks at the terminal what is missing, always the question with which the fewest are expected to be needed
// (decide/next_question.h), and puts the replies into `a_case`. A reply is a value, `?` for "cannot be
// established", or one of the keywords of cli/reply.h; a judgement is asked for its reason. Stops when no
// answer can change any more and no deadline waits for a fact, at `q`, or at the end of the input. Throws
// Failure (exit 2) if there is no terminal to ask at.
void interview(const Context& context, const RuleSet& rules, Date on, Case& a_case);

}  // namespace siqingdan::cli
