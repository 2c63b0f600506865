#include "decide/next_question.h"

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

void leave_open(std::vector<Topic>& topics, const std::set<Query>& skipped) {
  for (Topic& topic : topics) {
    for (const Query& query : skipped) {
      if (query.fact != kNoFact && query_of(topic, query.fact) == query && !topic.facts.at(query.fact)) {
        topic.facts.set_unknowable(query.fact);
      }
    }
  }
}

// What is left of a plan: the questions some open answer still waits for.
Plan rest_of(const Plan& plan, const std::vector<Topic>& topics) {
  Plan rest;
  for (const Topic& topic : topics) {
    if (answer_of(topic.grounds, topic.facts) != Answer::undetermined) {
      continue;
    }
    for (const auto& [fact, count] : open_facts(topic.grounds, parts_of(topic.grounds), topic.facts)) {
      const auto planned = plan.find(query_of(topic, fact));
      if (planned != plan.end() && planned->second.count(topic.grounds.question) > 0) {
        rest[planned->first].insert(topic.grounds.question);
      }
    }
  }
  return rest;
}

}  // namespace

Plan plan_for(const std::vector<Topic>& topics) {
  Plan plan;
  for (const Topic& topic : topics) {
    for (const FactId fact : facts_still_to_ask(topic.grounds, topic.facts)) {
      plan[query_of(topic, fact)].insert(topic.grounds.question);
    }
  }
  return plan;
}

std::optional<NextQuestion> next_question(std::vector<Topic> topics, const std::set<Query>& skipped,
                                          const Plan& before) {
  const auto offence = waiting_for_offence(topics);
  if (!offence.empty() && skipped.count(Query{}) == 0) {
    return NextQuestion{{}, {offence.begin(), offence.end()}, std::nullopt, {}};
  }
  leave_open(topics, skipped);
  Plan plan = plan_for(topics);
  // A smallest plan need not be part of the smallest plan before; what is left of that one will do as well.
  if (Plan rest = rest_of(before, topics); !rest.empty() && rest.size() < plan.size()) {
    plan = std::move(rest);
  }
  if (plan.empty()) {
    return std::nullopt;
  }
  std::set<Query> among;
  for (const auto& [query, settles] : plan) {
    among.insert(query);
  }
  const Query query = best_query(topics, among);
  const std::set<Question>& settles = plan.at(query);
  return NextQuestion{query, {settles.begin(), settles.end()}, plan.size() - 1, plan};
}

}  // namespace siqingdan
