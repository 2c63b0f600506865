// Collecting the grounds of a question, those of past law included.
//
// Where a statute wants the law of the act looked at, a rule that stood otherwise before is one more ground,
// on the condition that the act was done then. The strongest ground answers, so the more lenient law does; an
// act whose day is not known leaves the past ones open, and its day is asked for like any other fact.

#include <algorithm>

#include "decide/grounds.h"

namespace siqingdan {
namespace {

bool stands(const RuleSet& rules, const Rule& rule, Date day) {
  return rules.lists[rule.list].in_force(day) && rule.in_force(day);
}

// What can make a rule stand otherwise on another day: the numbers it looks at and what bars it.
struct Version {
  std::vector<std::optional<std::int64_t>> numbers;
  std::vector<const Bar*> bars;
  bool operator==(const Version& other) const { return numbers == other.numbers && bars == other.bars; }
};

class Collector {
 public:
  explicit Collector(Grounds& grounds) : g_(grounds), rules_(grounds.rules) {}

  void run() {
    law_index(g_.on);
    for (const Rule& rule : rules_.rules) {
      if (rules_.lists[rule.list].question == g_.question && stands(rules_, rule, g_.on) && covers(rule)) {
        g_.candidates.push_back({&rule, 0, std::nullopt});
      }
    }
    for (const List& list : rules_.lists) {
      if (list.question == g_.question && list.in_force(g_.on) && list.both_laws) {
        g_.both_laws = &*list.both_laws;
      }
    }
    if (g_.both_laws == nullptr || g_.act_on == kNoFact) {
      return;
    }
    for (const Rule& rule : rules_.rules) {
      if (rules_.lists[rule.list].question == g_.question && covers(rule)) {
        add_past(rule);
      }
    }
  }

 private:
  bool covers(const Rule& rule) {
    g_.offence_matters = g_.offence_matters || (g_.offence == nullptr && !rule.covers.all);
    return rule.covers.all || (g_.offence != nullptr && rule.covers.includes(*g_.offence));
  }

  std::size_t law_index(Date day) {
    for (std::size_t i = 0; i < g_.laws.size(); ++i) {
      if (g_.laws[i].on == day) {
        return i;
      }
    }
    LawOfDay law{day, {}};
    for (const List& list : rules_.lists) {
      for (const Bar& bar : list.bars) {
        if (list.question == g_.question && list.in_force(day)) {
          law.bars.push_back({&list, &bar});
        }
      }
    }
    g_.laws.push_back(std::move(law));
    return g_.laws.size() - 1;
  }

  std::vector<const Number*> numbers_of(const Rule& rule) const {
    const List& list = rules_.lists[rule.list];
    std::vector<const Number*> numbers;
    for (const Condition& node : rule.condition) {
      const auto number = list.numbers.find(node.number);
      if (number != list.numbers.end()) {
        numbers.push_back(&number->second);
      }
    }
    return numbers;
  }

  Version version(const Rule& rule, Date day) {
    Version version;
    for (const Number* number : numbers_of(rule)) {
      const Number::Value* value = number->on(day, g_.offence);
      version.numbers.push_back(value == nullptr ? std::nullopt : std::optional(value->is));
    }
    if (rule.effect == Effect::may) {
      for (const BindingBar& bar : g_.laws[law_index(day)].bars) {
        version.bars.push_back(bar.bar);
      }
    }
    return version;
  }

  // The days before the decision on which the rule may begin to stand otherwise.
  std::vector<Date> turning_points(const Rule& rule, const DateRange& life) const {
    std::vector<Date> days = {life.from};
    const auto add = [&](Date day) {
      if (life.from < day && day < life.until) {
        days.push_back(day);
      }
    };
    for (const Number* number : numbers_of(rule)) {
      for (const Number::Value& value : number->by_date) {
        add(value.from);
      }
    }
    for (const List& list : rules_.lists) {
      if (list.question == g_.question && !list.bars.empty() && rule.effect == Effect::may) {
        add(list.from);
        add(list.until.value_or(life.from));
      }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    days.push_back(life.until);
    return days;
  }

  void add_past(const Rule& rule) {
    const List& list = rules_.lists[rule.list];
    DateRange life{std::max(rule.from, list.from), g_.on};
    for (const auto& until : {rule.until, list.until}) {
      life.until = until ? std::min(life.until, *until) : life.until;
    }
    if (life.until <= life.from) {
      return;
    }
    const bool stands_now = stands(rules_, rule, g_.on);
    const std::vector<Date> days = turning_points(rule, life);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
      if (!stands_now || !(version(rule, days[i]) == version(rule, g_.on))) {
        g_.candidates.push_back({&rule, law_index(days[i]), DateRange{days[i], days[i + 1]}});
      }
    }
  }

  Grounds& g_;
  const RuleSet& rules_;
};

}  // namespace

Grounds collect_grounds(const RuleSet& rules, Question question, const Offence* offence, Date on) {
  Grounds grounds{rules, question, offence, on, rules.vocabulary.find("act_on"), {}, {}, nullptr, false};
  Collector(grounds).run();
  return grounds;
}

}  // namespace siqingdan
