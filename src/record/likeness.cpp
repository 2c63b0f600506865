#include <map>

#include "base/digest.h"
#include "json/canonical.h"
#include "json/value.h"
#include "record/compact.h"

namespace siqingdan {
namespace {

using Facts = std::map<std::string, json::Value>;

// The rule, and from when if it is past law.
std::string name_of(const Ground& ground) {
  return ground.rule->id + (ground.acts ? " " + to_text(ground.acts->from) : "");
}

// Of an amount, a number, a date or what follows from one, it counts on which side of the rule's line it
// falls: 60 and 66 yuan are alike where the rule asks for less than 500.
std::string side_of(const Ground& ground, const Condition& leaf) { return name_of(ground) + " " + leaf.id; }

void add_ground(const Vocabulary& vocabulary, const Ground& ground, const FactSheet& facts, Facts& known) {
  known.try_emplace(name_of(ground), true);
  for (const Reason& reason : ground.because) {
    const Fact& fact = vocabulary.facts[reason.leaf->fact];
    switch (fact.type) {
      case FactType::judgement:
      case FactType::text:
        break;
      case FactType::boolean:
      case FactType::enumeration:
        if (const auto& stated = facts.at(reason.leaf->fact)) {
          known.try_emplace(fact.name, written(fact, *stated));
        }
        break;
      case FactType::derived:
      case FactType::integer:
      case FactType::money:
      case FactType::date:
        known.try_emplace(side_of(ground, *reason.leaf), siqingdan::name_of(reason.truth));
        break;
    }
  }
}

}  // namespace

std::string likeness(const Decision& decision) {
  const Vocabulary& vocabulary = decision.rules->vocabulary;
  json::Value all = {{"offence", decision.of.offence}};
  Facts known;
  for (const QuestionAnswer& answer : decision.answers) {
    if (answer.measures.empty()) {
      for (const Ground& ground : answer.findings.grounds) {
        add_ground(vocabulary, ground, decision.of.facts, known);
      }
    }
    json::Value measures = json::Value::array();
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      const FactSheet own = decision.of.facts.with(decision.of.measures[i].facts);
      Facts of_measure;
      for (const Ground& ground : answer.measures[i].findings.grounds) {
        add_ground(vocabulary, ground, own, of_measure);
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
