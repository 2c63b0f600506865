#include <map>

#include "base/digest.h"
#include "json/canonical.h"
#include "record/compact.h"

namespace siqingdan {
namespace {

using Facts = std::map<std::string, json::Value>;

void add_ground(const Decision& decision, const Ground& ground, const FactSheet& facts, Facts& known) {
  const Vocabulary& vocabulary = decision.rules->vocabulary;
  for (const Reason& reason : ground.because) {
    for (const FactId id : facts_of(*reason.leaf, vocabulary)) {
      const Fact& fact = vocabulary.facts[id];
      const bool counts = fact.type != FactType::judgement && fact.type != FactType::date &&
                          fact.type != FactType::text;
      if (!counts) {
        continue;
      }
      const Situation situation{vocabulary, *ground.list, nullptr, decision.on, ground.law_on, facts};
      if (fact.type == FactType::derived) {
        if (const auto value = value_of(id, situation)) {
          known.try_emplace(fact.name + " " + ground.list->id, *value != 0);
        }
      } else if (const auto& stated = facts.at(id)) {
        known.try_emplace(fact.name, written(fact, *stated));
      }
    }
  }
}

}  // namespace

std::string likeness(const Decision& decision) {
  json::Value all = {{"offence", decision.of.offence}};
  Facts known;
  for (const QuestionAnswer& answer : decision.answers) {
    if (answer.measures.empty()) {
      for (const Ground& ground : answer.findings.grounds) {
        add_ground(decision, ground, decision.of.facts, known);
      }
    }
    json::Value measures = json::Value::array();
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      const FactSheet own = decision.of.facts.with(decision.of.measures[i].facts);
      Facts of_measure;
      for (const Ground& ground : answer.measures[i].findings.grounds) {
        add_ground(decision, ground, own, of_measure);
      }
      measures.push_back({{"object", answer.measures[i].object}, {"facts", of_measure}});
    }
    if (!measures.empty()) {
      all["measures"] = std::move(measures);
    }
  }
  all["facts"] = known;
  return digest_of(json::canonical(all));
}

}  // namespace siqingdan
