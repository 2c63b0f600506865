// What the log knows of the party of a case: puts into the case what follows for "first violation".

#pragma once

#include "context.h"
#include "facts/case.h"

namespace siqingdan::cli {

// Looks the party up, if it has a sound code, its offence is known and there is a log; else does nothing. A
// log that cannot be read is told and passed over, unless it was named on the command line or is to be
// written: then it is a Failure.
void look_up_records(const Context& context, const RuleSet& rules, Date on, bool must_be_readable,
                     Case& a_case);

}  // namespace siqingdan::cli
