// Which of several questions to put first, so that few are needed.
//
// Cost model: every question costs the same; each way a fact can turn out, as far as the rules can tell them
// apart, is equally likely, whatever the others are; one goes on asking until no answer can change any more.
// The question chosen is the first of a plan with the smallest expected number of questions:
//   - with few open facts exactly, by dynamic programming over every state they can be in;
//   - with many, one step ahead: what follows each question is estimated by playing a simple plan (ask what
//   most
//     open conditions wait for) to its end in a fixed set of worlds.

#pragma once

#include <set>

#include "decide/game.h"

namespace siqingdan {

// The best of `among`, which must not be empty, each of them open in some topic. What a measure is aimed at
// comes before what is asked about it. Ties: the one that more conditions wait for, then the one that comes
// first.
Query best_query(const std::vector<Topic>& topics, const std::set<Query>& among);

// The expected number of questions under the best plan, or nothing if there are too many states to say.
std::optional<double> expected_questions(const std::vector<Topic>& topics);

inline constexpr double kMostStates = 3000;  // up to which the plan is exact
inline constexpr int kWorlds = 16;           // in which a simple plan is played

}  // namespace siqingdan
