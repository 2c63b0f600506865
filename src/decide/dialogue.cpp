#include "decide/dialogue.h"

#include "decide/decide.h"

namespace siqingdan {

std::optional<NextQuestion> Dialogue::next() {
  auto next = next_question(topics(), skipped_, plan_);
  plan_ = next ? next->plan : Plan{};
  return next ? next : next_date();
}

std::optional<NextQuestion> Dialogue::next_date() const {
  for (const DueDuty& duty : decide(rules_, known_, on_).duties) {
    const FactId fact = rules_.vocabulary.find(duty.waiting_for);
    if (fact == kNoFact || rules_.vocabulary.facts[fact].type != FactType::date) {
      continue;
    }
    if (!known_.facts.at(fact) && !known_.facts.was_asked(fact) && skipped_.count(Query{fact, {}}) == 0 &&
        !rules_.vocabulary.facts[fact].about_measure) {
      return NextQuestion{{fact, {}}, {}, std::nullopt, {}};
    }
  }
  return std::nullopt;
}

void Dialogue::name_offence(const std::string& id, const std::function<void(Case&)>& more) {
  remember();
  known_.set_offence(id);
  if (more) {
    more(known_);
  }
}

void Dialogue::learn(const Query& query, std::optional<Known> known) {
  remember();
  if (!known) {
    in_vain_.push_back(query);
    plan_.clear();
  }
  known_.set_fact(rules_.vocabulary, query.fact, query.measure, std::move(known));
}

void Dialogue::contemplate_no_measure() {
  remember();
  known_.contemplate_no_measure();
}

void Dialogue::skip(const Query& query) {
  remember();
  in_vain_.push_back(query);
  skipped_.insert(query);
  plan_.clear();
}

bool Dialogue::back() {
  if (before_.empty()) {
    return false;
  }
  State state = std::move(before_.back());
  before_.pop_back();
  known_ = std::move(state.known);
  skipped_ = std::move(state.skipped);
  in_vain_ = std::move(state.in_vain);
  plan_ = std::move(state.plan);
  return true;
}

std::vector<std::pair<Query, std::set<Question>>> Dialogue::left_open() const {
  Plan waiting;
  for (const Topic& topic : topics()) {
    if (answer_of(topic.grounds, topic.facts) != Answer::undetermined) {
      continue;
    }
    for (const auto& [fact, count] : open_facts(topic.grounds, parts_of(topic.grounds), topic.facts)) {
      waiting[query_of(topic, fact)].insert(topic.grounds.question);
    }
    if (topic.grounds.offence_matters) {
      waiting[Query{}].insert(topic.grounds.question);
    }
  }
  std::vector<std::pair<Query, std::set<Question>>> open;
  for (const Query& query : in_vain_) {
    if (const auto found = waiting.find(query); found != waiting.end()) {
      open.push_back(*found);
    }
  }
  return open;
}

}  // namespace siqingdan
