// Which of several questions to put first, so that few are needed.
//
// Cost model: every question costs the same; each way a fact can turn out, as far as the rules can tell them
// apart, is equally likely, whatever the others are (that no measure is contemplated is as likely as that one
// is); one goes on asking until no answer can change any more.
//
// The promise. With few open facts (at most kMostStates states they can be in) the question chosen is the
// first of a plan with the smallest expected number of questions over all ways of asking; it is found by
// dynamic programming over every state. With more it is an estimate: of the kMostTried questions that most
// open conditions wait for, the one after which a simple plan (go on with what most wait for) comes to its
// end soonest, on average over kWorlds fixed worlds. Either way no question is put that cannot change an
// answer, and no more follow than decide/next_question.h says.

#pragma once

#include <set>

#include "decide/game.h"

namespace siqingdan {

struct Best {
  Query query;
  bool of_all = false;  // chosen among all that are open
};

// The best of `among`, which must not be empty, each of them open in some topic; if `others` and the plan is
// exact, of all that are open. What a measure is aimed at comes before what is asked about it. Ties: the one
// that more conditions wait for, then the one that comes first.
Best best_query(const std::vector<Topic>& topics, const std::set<Query>& among, bool others);

// The expected number of questions under the best plan, or nothing if there are too many states to say.
std::optional<double> expected_questions(const std::vector<Topic>& topics);

inline constexpr double kMostStates = 3000;
inline constexpr std::size_t kMostTried = 12;
inline constexpr int kWorlds = 16;

}  // namespace siqingdan
