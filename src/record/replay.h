// Every decision of a log run again from the log alone: its rules, its calendar, its case. What comes out
// must be what was recorded, to the byte.

#pragma once

#include "record/each_decision.h"
#include "record/kept_rules.h"
#include "record/rerun.h"

namespace siqingdan {

struct Replay {
  std::int64_t decisions = 0;            // run again
  std::vector<Difference> differences;  // by entry, then in the order of the record
};

// A decision that cannot be run again, because what it was made with is missing or cannot be read, is a
// difference too. Corrected decisions are run like all others.
Replay replay(const Log& log, KeptRules& rules, const Selection& selection, const Progress& progress = {});

// The same of one decision, with the decision itself where it could be made.
struct ReplayOfOne {
  std::optional<Decision> decision;
  std::vector<Difference> differences;
};
ReplayOfOne replay_one(const DecisionEntry& entry, KeptRules& rules);

}  // namespace siqingdan
