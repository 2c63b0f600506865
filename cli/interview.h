// siqingdan check --ask: one question at a time, until nothing more can change an answer.

#pragma once

#include "context.h"
#include "facts/case.h"

namespace siqingdan::cli {

// Asks on standard error for what `a_case` does not say yet, hears the replies on standard input, and puts
// them into `a_case`, whatever it says already. Which question comes next: decide/next_question.h. A reply is
// a value or one of the keywords of report/reply.h; a judgement is asked for its reason. Stops when no answer
// can change any more and no deadline waits for a fact, when told to, or at the end of the input: what is
// known by then counts, and the result is false. Lists at the end what stays open. Once the offence is named,
// `look_up` may add what the records say.
bool interview(const Context& context, const RuleSet& rules, Date on,
               const std::function<void(Case&)>& look_up, Case& a_case);

}  // namespace siqingdan::cli
