// Why not, put the other way round: what would have to be otherwise for a ground to apply.

#pragma once

#include <optional>
#include <vector>

#include "decide/box.h"
#include "decide/decision.h"
#include "decide/grounds.h"

namespace siqingdan {

// One way to a yes: `changes` are known facts that must have another value, while every other known fact
// stays as it is; `establish` are facts not known yet, with the values they must turn out to have.
// A change lies in the party's hands where the vocabulary says how (`remedy`), what comes of it fits, and no
// known fact says that it is too late.
struct Way {
  const Ground* ground = nullptr;
  std::vector<Demand> changes;    // by fact
  std::vector<Demand> establish;  // by fact
};

struct Nearest {
  std::vector<Way> ways;  // fewest changes first, then most of them in the party's hands
  bool complete = true;   // false: too many; what is there is right, but others may be missing
};

// Can the party still bring about what is demanded? And how many changes of a way can it not?
bool in_reach(const Vocabulary& vocabulary, const Demand& demand, const FactSheet& facts);
std::size_t out_of_reach(const Vocabulary& vocabulary, const Way& way, const FactSheet& facts);

// Is it the date of a last violation, stated or recorded, so that there being none would do as well as an old
// one?
bool is_last_violation(const Vocabulary& vocabulary, FactId fact);

// For every ground of a question that does not apply, every set of changes of which none can be spared. A
// set that the engine would not answer with a yes is not given. `findings` must outlive the result.
Nearest nearest_ways(const Grounds& grounds, const Findings& findings, const FactSheet& facts);

// The same for a question of a decision, or for one of its measures: nothing unless it does not apply, or if
// no measure is contemplated.
Nearest nearest_ways(const Decision& decision, const QuestionAnswer& answer,
                     std::optional<std::size_t> measure = std::nullopt);

}  // namespace siqingdan
