// The one question to put next.
//
// Only facts that can change an answer are considered (decide/questions.h), so that no question is wasted on
// what does not matter; which of them comes first is a matter of planning (decide/planner.h).

#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "decide/game.h"

namespace siqingdan {

// Questions that together settle all that can be settled, whatever the replies, each with the answers it can
// change.
using Plan = std::map<Query, std::set<Question>>;

struct NextQuestion {
  Query query;
  std::vector<Question> settles;       // the answers it can change
  std::optional<std::size_t> at_most;  // questions that may follow; not known before the offence is
  Plan plan;                           // this question and those that may follow
};

// Facts that somebody could not establish are not asked again, and what needs them for good is given up.
Plan plan_for(const std::vector<Topic>& topics);

// Nothing if no question can change an answer. What is in `skipped` is not asked, as if it could not be
// established. What a measure is aimed at comes before what is asked about it.
//
// `before` is the plan of the question answered last, or empty. It keeps what is promised: each reply that is
// a value makes `at_most` smaller, so that no more than `at_most` questions ever follow.
std::optional<NextQuestion> next_question(std::vector<Topic> topics, const std::set<Query>& skipped,
                                          const Plan& before = {});

}  // namespace siqingdan
