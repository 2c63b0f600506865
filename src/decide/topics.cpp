#include "decide/topics.h"

#include <algorithm>

namespace siqingdan {

FactId measure_object(const Vocabulary& vocabulary) { return vocabulary.find("measure.object"); }

void state_objects(const Vocabulary& vocabulary, std::vector<Measure>& measures) {
  const FactId object = measure_object(vocabulary);
  if (object == kNoFact) {
    return;
  }
  const auto& codes = vocabulary.facts[object].codes;
  for (Measure& measure : measures) {
    const auto code = std::find(codes.begin(), codes.end(), measure.object);
    if (code != codes.end()) {
      measure.facts.set(object, {code - codes.begin(), {}, {}, {}});
    }
  }
}

const Offence* offence_of(const RuleSet& rules, const Case& a_case) {
  const auto offence = rules.catalogue.offences.find(a_case.offence);
  return offence == rules.catalogue.offences.end() ? nullptr : &offence->second;
}

std::vector<Topic> topics_of(const RuleSet& rules, const Case& a_case, Date on) {
  std::vector<Measure> measures = a_case.measures;
  state_objects(rules.vocabulary, measures);
  std::vector<Topic> topics;
  for (const Question question : kQuestions) {
    const Grounds grounds = collect_grounds(rules, question, offence_of(rules, a_case), on);
    const bool named = a_case.measures_named || !measures.empty();
    if (question != Question::no_coercive_measure || !named) {
      topics.push_back({grounds, a_case.facts, std::nullopt});
      continue;
    }
    for (std::size_t i = 0; i < measures.size(); ++i) {
      topics.push_back({grounds, a_case.facts.with(measures[i].facts), i});
    }
  }
  return topics;
}

}  // namespace siqingdan
