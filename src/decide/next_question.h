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

struct NextQuestion {
  Query query;
  std::vector<Question> settles;  // the answers it can change
  std::optional<std::size_t> at_most;  // questions that may follow; not known before the offence is
};

// The questions that can change an answer, each with the answers it can change.
std::map<Query, std::set<Question>> open_queries(const std::vector<Topic>& topics);

// Nothing if no question can change an answer. What is put off (`later`) comes only when nothing else is
// open. What somebody could not establish is not asked again. What a measure is aimed at comes before what is
// asked about it.
std::optional<NextQuestion> next_question(const std::vector<Topic>& topics, const std::set<Query>& later);

}  // namespace siqingdan
