// What was taken from words is a proposal: the officer says yes to each, or to all of them unseen.

#pragma once

#include "context.h"
#include "facts/case.h"

namespace siqingdan::cli {

// Shows each fact that was taken from words, and the offence, with the words, and hears one reply to each: y
// confirms it, n takes it back, `?` says that it cannot be established, `s` leaves it as it is, q or the end
// of the input leaves all the rest. False if it was left so.
bool confirm_proposed(const Context& context, const RuleSet& rules, Case& a_case);

// Accepts all of them.
void accept_proposed(const RuleSet& rules, Case& a_case);

// Throws Failure (exit 2) naming what is not confirmed, if anything is not.
void require_confirmed(const RuleSet& rules, const Case& a_case);

}  // namespace siqingdan::cli
