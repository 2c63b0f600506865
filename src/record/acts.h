// From decisions to acts: what is counted and compared.
//
// An act is what one case says of one offence. The same act may be decided more than once, when more is known
// or when something was wrong; then its latest decision speaks for it (by day, then by number), and the
// others are not counted again. A decision without a case number is an act of its own.
//
// What the bureau really decided (outcomes) belongs to the act: of each question the latest one counts,
// whichever decision it was recorded with. Only a correction takes the outcomes of what it corrects away with
// it: they were decided on wrong facts, and are recorded anew.

#pragma once

#include <array>
#include <cstdint>
#include <functional>

#include "record/filter.h"
#include "record/read.h"

namespace siqingdan {

struct ActOutcome {
  std::int64_t entry = 0;  // 0: none was recorded
  bool granted = false;
};
using ActOutcomes = std::array<ActOutcome, kQuestions.size()>;  // in the order of kQuestions

struct Act {
  const DecisionRow& decision;
  const ActOutcomes& outcomes;
};

// What became of the decisions that the filter means.
struct ActCount {
  std::int64_t decisions = 0;
  std::int64_t corrected = 0;  // another one took their place
  std::int64_t repeated = 0;  // the same act was decided again later
  std::int64_t acts = 0;
};

// Calls `use` with each act whose latest decision the filter means, by the number of that decision. Which one
// is the latest is a matter of the whole log, so that the figures of two spans add up to those of both.
ActCount each_act(const Log& log, const Filter& filter, const std::function<void(const Act&)>& use);

// The same, for src/record, in a transaction that is already open. `repeated` gets what is not counted again.
ActCount each_act_now(const Log& log, const Filter& filter, const std::function<void(const Act&)>& use,
                      const std::function<void(const DecisionRow&)>& repeated = {});

}  // namespace siqingdan
