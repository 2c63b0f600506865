#include "report/nearest_words.h"

#include <algorithm>

#include "base/unicode.h"
#include "report/words.h"

namespace siqingdan {
namespace {

class Speaker {
 public:
  Speaker(const Decision& decision, const Ground& ground, const FactSheet& facts, const Style& style)
      : d_(decision), ground_(ground), facts_(facts), style_(style) {}

  std::string source() const {
    const Rule& rule = *ground_.rule;
    const std::string law = basis_of(d_.rules->catalogue, rule.basis, ground_.law_on, style_.english());
    const bool statute = ground_.list->statute && !law.empty();
    return (statute ? law : style_(source_of(ground_))) + "  " + rule.title;
  }

  DemandWords remedy(const Demand& change) const { return {fact(change).remedy, law(change)}; }

  DemandWords change(const Demand& change) const {
    const Fact& fact = this->fact(change);
    const std::string now = value_of(fact, *facts_.at(change.fact), style_.english());
    std::string words = conditions(change);
    if (fact.is_yes_or_no()) {
      return {words, law(change)};
    }
    const std::string label = fact.type == FactType::date ? fact.label + " " : "";
    const std::string limit = limits(change);
    words += style_(say("(现为 {0}{1}{2})", " (now {0}{1}{3})", visible(label), now,
                        limit.empty() ? "" : ",须" + limit, limit.empty() ? "" : ", must be " + limit));
    return {words, law(change)};
  }

  DemandWords open(const Demand& demand) const {
    const std::string limit = fact(demand).is_number() || fact(demand).type == FactType::date ? limits(demand)
                                                                                              : "";
    return {conditions(demand) + (limit.empty() ? "" : " (" + fact(demand).label + " " + limit + ")"),
            law(demand)};
  }

 private:
  const Fact& fact(const Demand& demand) const { return d_.rules->vocabulary.facts[demand.fact]; }

  // What the leaves say, each once; of those that must not hold, that they must not.
  std::string conditions(const Demand& demand) const {
    std::vector<std::string> all;
    for (const Wanted& wanted : demand.because) {
      const std::string& says = wanted.leaf->says;
      const std::string words = wanted.truth == Truth::yes ? says
                                                           : style_(say("不得有: {}", "not: {}", says));
      if (std::find(all.begin(), all.end(), words) == all.end()) {
        all.push_back(words);
      }
    }
    std::string text;
    for (const std::string& words : all) {
      text += (text.empty() ? "" : style_({"、", "; "})) + words;
    }
    return text;
  }

  std::string law(const Demand& demand) const {
    std::vector<Citation> cites;
    for (const Wanted& wanted : demand.because) {
      cites.insert(cites.end(), wanted.leaf->cites.begin(), wanted.leaf->cites.end());
    }
    return basis_of(d_.rules->catalogue, cites, ground_.law_on, style_.english());
  }

  // Of numbers and dates: not above, not below. Limits that every value keeps are left out.
  std::string limits(const Demand& demand) const {
    const Fact& fact = this->fact(demand);
    const Allowed every = every_value(fact, d_.on);
    const bool date = fact.type == FactType::date;
    const auto value = [&](std::int64_t number) {
      return value_of(fact, {number, {}, {}, {}}, style_.english());
    };
    std::string text;
    if (!every.coded && demand.allowed.least > every.least) {
      const std::string least = value(demand.allowed.least);
      text = style_(date ? say("不早于 {}", "not before {}", least) : say("不少于 {}", "at least {}", least));
    }
    if (!every.coded && demand.allowed.most < every.most) {
      const std::string most = value(demand.allowed.most);
      text += text.empty() ? "" : style_({"、", ", "});
      text += style_(date ? say("不晚于 {}", "not after {}", most) : say("不超过 {}", "at most {}", most));
      text += is_last_violation(d_.rules->vocabulary, demand.fact) ? style_({"或者没有", " or none"}) : "";
    }
    return text;
  }

  const Decision& d_;
  const Ground& ground_;
  const FactSheet& facts_;
  const Style& style_;
};

}  // namespace

WayWords words_of(const Decision& decision, const Way& way, const FactSheet& facts, const Style& style) {
  const Speaker speaker(decision, *way.ground, facts, style);
  WayWords words;
  words.source = speaker.source();
  words.drafted = way.ground->rule->standing == Standing::drafted;
  for (const Demand& change : way.changes) {
    if (in_reach(decision.rules->vocabulary, change, facts)) {
      words.can_do.push_back(speaker.remedy(change));
    } else {
      words.fixed.push_back(speaker.change(change));
    }
  }
  for (const Demand& open : way.establish) {
    words.establish.push_back(speaker.open(open));
  }
  return words;
}

std::vector<const Way*> most_useful(const Nearest& nearest, const Vocabulary& vocabulary,
                                    const FactSheet& facts) {
  std::vector<const Way*> ways;
  for (const Way& way : nearest.ways) {
    const bool only_party = out_of_reach(vocabulary, way, facts) == 0;
    const bool same_kind = !ways.empty() && only_party == (out_of_reach(vocabulary, *ways[0], facts) == 0);
    const bool as_near = !ways.empty() && way.changes.size() == ways[0]->changes.size();
    if (ways.empty() || (!same_kind && (only_party || as_near))) {
      ways.push_back(&way);
    }
    if (ways.size() == 2) {
      break;
    }
  }
  return ways;
}

Text title_of_nearest() { return {"差在哪里", "what it lacks"}; }
Text title_of_other(const WayWords& words) {
  return words.fixed.empty() ? Text{"当事人自己能做到的", "in the party's own hands"}
                             : Text{"同样近的", "just as near"};
}
Text title_of_can_do() { return {"还能做", "can still do"}; }
Text title_of_fixed() { return {"改不了", "cannot be changed"}; }
Text title_of_establish() { return {"还要查清", "to establish"}; }

}  // namespace siqingdan
