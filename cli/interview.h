// siqingdan check --ask: one question at a time, until nothing more can change an answer.

#pragma once

#include "context.h"
#include "facts/case.h"

namespace siqingdan::cli {

// Asks at the terminal for what `decide` finds missing and puts the answers into `a_case`. An answer is a
// value, `?` for "cannot be established", or `q` to stop asking. A judgement is asked for its reason.
// False if the input ended before the end (then nothing is decided and nothing recorded).
// Throws Failure (exit 2) if there is no terminal to ask at.
bool interview(const Context& context, const RuleSet& rules, Date on, Case& a_case);

}  // namespace siqingdan::cli
