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

void leave_open(std::vector<Topic>& topics, const std::set<Query>& skipped) {
  for (Topic& topic : topics) {
    for (const Query& query : skipped) {
      if (query.fact != kNoFact && query_of(topic, query.fact) == query && !topic.facts.at(query.fact)) {
        topic.facts.set_unknowable(query.fact);
      }
    }
  }
}

// All questions that open answers wait for. Where some were asked in vain, others may be worthless.
Plan all_open(const std::vector<Topic>& topics) {
  Plan open;
  for (const Topic& topic : topics) {
    if (answer_of(topic.grounds, topic.facts) != Answer::undetermined) {
      continue;
    }
    for (const auto& [fact, count] : open_facts(topic.grounds, parts_of(topic.grounds), topic.facts)) {
      if (!topic.facts.was_asked(fact)) {
        open[query_of(topic, fact)].insert(topic.grounds.question);
      }
    }
  }
  return open;
}

bool asked_in_vain(const std::vector<Topic>& topics) {
  return std::any_of(topics.begin(), topics.end(), [](const Topic& topic) {
    const auto open = open_facts(topic.grounds, parts_of(topic.grounds), topic.facts);
    return std::any_of(open.begin(), open.end(),
                       [&](const auto& entry) { return topic.facts.was_asked(entry.first); });
  });
}

// What is left of a plan.
Plan rest_of(const Plan& plan, const Plan& open) {
  Plan rest;
  for (const auto& [query, settles] : plan) {
    if (const auto found = open.find(query); found != open.end()) {
      std::set_intersection(settles.begin(), settles.end(), found->second.begin(), found->second.end(),
                            std::inserter(rest[query], rest[query].end()));
    }
  }
  std::erase_if(rest, [](const auto& planned) { return planned.second.empty(); });
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
  const Plan open = all_open(topics);
  if (Plan rest = rest_of(before, open); !rest.empty() && rest.size() < plan.size()) {
    plan = std::move(rest);
  }
  if (plan.empty()) {
    return std::nullopt;
  }
  std::set<Query> among;
  for (const auto& [query, settles] : plan) {
    among.insert(query);
  }
  // All that is open never grows, so it may take the place of the plan where it is smaller than the last one.
  const bool others = (before.empty() || open.size() < before.size()) && !asked_in_vain(topics);
  const Best best = best_query(topics, among, others);
  plan = best.of_all ? open : plan;
  const std::set<Question>& settles = plan.at(best.query);
  return NextQuestion{best.query, {settles.begin(), settles.end()}, plan.size() - 1, plan};
}

}  // namespace siqingdan
