#include "decide/nearest_json.h"

#include "decide/citation_json.h"
#include "json/value.h"

namespace siqingdan {
namespace {

using json::Value;

class Writer {
 public:
  Writer(const Vocabulary& vocabulary, const FactSheet& facts, Date on)
      : vocabulary_(vocabulary), facts_(facts), on_(on) {}

  Value way(const Way& way) const {
    Value value = {{"rule", way.ground->rule->id}, {"standing", name_of(way.ground->rule->standing)}};
    value["out_of_reach"] = out_of_reach(vocabulary_, way, facts_);
    value["changes"] = Value::array();
    for (const Demand& change : way.changes) {
      value["changes"].push_back(this->change(change, *way.ground));
    }
    value["establish"] = Value::array();
    for (const Demand& open : way.establish) {
      value["establish"].push_back(demand(open, *way.ground));
    }
    return value;
  }

 private:
  Value change(const Demand& change, const Ground& ground) const {
    const Fact& fact = vocabulary_.facts[change.fact];
    Value value = demand(change, ground);
    value["now"] = written(fact, *facts_.at(change.fact));
    const bool by_party = in_reach(vocabulary_, change, facts_);
    value["by_party"] = by_party;
    if (by_party) {
      value["remedy"] = fact.remedy;
    }
    return value;
  }

  Value demand(const Demand& demand, const Ground& ground) const {
    const Fact& fact = vocabulary_.facts[demand.fact];
    Value because = Value::array();
    for (const Wanted& wanted : demand.because) {
      because.push_back({{"id", wanted.leaf->id},
                         {"says", wanted.leaf->says},
                         {"wanted", name_of(wanted.truth)},
                         {"basis", citations_json(wanted.leaf->cites, ground.law_on)}});
    }
    return {{"fact", fact.name}, {"to", to(fact, demand)}, {"because", std::move(because)}};
  }

  // Limits that every value keeps anyway are left out.
  Value to(const Fact& fact, const Demand& demand) const {
    const Allowed every = every_value(fact, on_);
    Value value = Value::object();
    if (every.coded) {
      Value codes = Value::array();
      for (std::int64_t code = 0; every.includes(code); ++code) {
        if (demand.allowed.includes(code)) {
          codes.push_back(written(fact, {code, {}, {}, {}}));
        }
      }
      value[codes.size() == 1 ? "is" : "one_of"] = codes.size() == 1 ? codes.front() : codes;
      return value;
    }
    if (demand.allowed.least > every.least) {
      value["at_least"] = written(fact, {demand.allowed.least, {}, {}, {}});
    }
    if (demand.allowed.most < every.most) {
      value["at_most"] = written(fact, {demand.allowed.most, {}, {}, {}});
      if (is_last_violation(vocabulary_, demand.fact)) {
        value["or_none"] = true;
      }
    }
    return value;
  }

  const Vocabulary& vocabulary_;
  const FactSheet& facts_;
  Date on_;
};

}  // namespace

Value nearest_json(const Nearest& nearest, const Vocabulary& vocabulary, const FactSheet& facts, Date on) {
  const Writer writer(vocabulary, facts, on);
  Value ways = Value::array();
  for (const Way& way : nearest.ways) {
    ways.push_back(writer.way(way));
  }
  return {{"complete", nearest.complete}, {"ways", std::move(ways)}};
}

}  // namespace siqingdan
