#include "decide/next_question.h"

#include <algorithm>

#include "decide/planner.h"
#include "decide/questions.h"

namespace siqingdan {
namespace {

// The answers that hang on which offence it is; empty if it is known or changes nothing.
std::set<Question> waiting_for_offence(const std::vector<Topic>& topics) {
  std::set<Question> waiting;
  for (const Topic& topic : topics) {
    if (topic.grounds.offence_matters && answer_of(topic.grounds, topic.facts) != Answer::applies) {
      waiting.insert(topic.grounds.question);
    }
  }
  return waiting;
}

}  // namespace

std::map<Query, std::set<Question>> open_queries(const std::vector<Topic>& topics) {
  std::map<Query, std::set<Question>> open;
  for (const Topic& topic : topics) {
    for (const FactId fact : facts_still_to_ask(topic.grounds, topic.facts)) {
      open[query_of(topic, fact)].insert(topic.grounds.question);
    }
  }
  return open;
}

std::optional<NextQuestion> next_question(const std::vector<Topic>& topics, const std::set<Query>& later) {
  const auto offence = waiting_for_offence(topics);
  if (!offence.empty() && later.count(Query{}) == 0) {
    return NextQuestion{{}, {offence.begin(), offence.end()}, std::nullopt};
  }
  const auto open = open_queries(topics);
  std::set<Query> now;
  for (const auto& [query, settles] : open) {
    if (later.count(query) == 0) {
      now.insert(query);
    }
  }
  if (now.empty() && !offence.empty()) {
    return NextQuestion{{}, {offence.begin(), offence.end()}, std::nullopt};
  }
  if (open.empty()) {
    return std::nullopt;
  }
  if (now.empty()) {
    for (const auto& [query, settles] : open) {
      now.insert(query);
    }
  }
  const Query query = best_query(topics, now);
  const std::set<Question>& settles = open.at(query);
  return NextQuestion{query, {settles.begin(), settles.end()}, open.size() - 1};
}

}  // namespace siqingdan
