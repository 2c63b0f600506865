#include "decide/memory.h"

#include <algorithm>
#include <span>

#include "decide/open_facts.h"
#include "decide/questions.h"

namespace siqingdan {
namespace {

// Everything that facts_to_ask can look at, as bytes; more than it does look at only makes two searches of
// one.
class SearchKey {
 public:
  SearchKey(const Grounds& grounds, const FactSheet& facts) : grounds_(grounds), facts_(facts) {
    key_.reserve(512);
    add(grounds.question);
    add(grounds.offence);
    add(grounds.offence_matters);
    for (std::size_t law = 0; law < grounds.laws.size(); ++law) {
      for (const BindingBar& binding : grounds.laws[law].bars) {
        add_law(law);
        add_condition(binding.bar->when, *binding.list, grounds.laws[law].on);
      }
    }
    for (const Candidate& candidate : grounds.candidates) {
      add_candidate(candidate);
    }
    // Days count by themselves only where an open leaf, or an act whose day is not known, is held against
    // them.
    if (dated_) {
      add(grounds.on);
    }
  }

  std::string take() { return std::move(key_); }

 private:
  template <class Value>
  void add(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value> && std::has_unique_object_representations_v<Value>);
    const auto bytes = std::as_bytes(std::span(&value, 1));
    key_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }

  // The present law is that of the day of decision; of past law the day it stands for.
  void add_law(std::size_t law) {
    add(law);
    if (law > 0) {
      add(to_number(grounds_.laws[law].on));
    }
  }

  void add_candidate(const Candidate& candidate) {
    const Truth counts = grounds_.counts(candidate, facts_);
    if (counts == Truth::no) {
      return;
    }
    add(candidate.rule);
    add_law(candidate.law);
    add(counts);
    if (counts == Truth::unknown) {
      dated_ = true;
      add(to_number(candidate.acts->from));
      add(to_number(candidate.acts->until));
    }
    add_condition(candidate.rule->condition, grounds_.list_of(*candidate.rule),
                  grounds_.law_on(candidate, facts_));
  }

  void add_condition(const Expression& condition, const List& list, Date law_on) {
    const Situation situation = grounds_.situation(list, law_on, facts_);
    add(&condition);
    const std::vector<Truth> truths = evaluate(condition, situation);
    key_.append(reinterpret_cast<const char*>(truths.data()), truths.size());
    if (truths.back() != Truth::unknown) {
      return;
    }
    for (std::size_t i = 0; i < condition.size(); ++i) {
      if (condition[i].is_leaf() && truths[i] == Truth::unknown) {
        add_open_leaf(condition[i], situation);
      }
    }
  }

  void add_open_leaf(const Condition& leaf, const Situation& situation) {
    const NumberUsed used = number_used(leaf, situation);
    add(used.value == nullptr ? INT64_MIN : used.value->is);
    dated_ = dated_ || leaf.op == Condition::Op::longer_than || leaf.op == Condition::Op::not_longer_than;
    for (const FactId fact : facts_of(leaf, situation.vocabulary)) {
      const auto& known = facts_.at(fact);
      add(facts_.was_asked(fact));
      add(known ? known->number : INT64_MIN);
    }
  }

  const Grounds& grounds_;
  const FactSheet& facts_;
  std::string key_;
  bool dated_ = false;
};

// The days on which a list, a rule or a number begins or ends.
std::set<Date> turns_of(const RuleSet& rules) {
  std::set<Date> turns;
  const auto add_life = [&](const auto& of) {
    turns.insert(of.from);
    if (of.until) {
      turns.insert(*of.until);
    }
  };
  for (const Rule& rule : rules.rules) {
    add_life(rule);
  }
  for (const List& list : rules.lists) {
    add_life(list);
    for (const auto& [name, number] : list.numbers) {
      for (const Number::Value& value : number.by_date) {
        turns.insert(value.from);
      }
    }
  }
  return turns;
}

// The same grounds for another day between two turns of the law: all that depends on the day itself is the
// present law and how long the past one that still holds was in force before the decision.
void move_to(Date on, Grounds& grounds) {
  for (Candidate& candidate : grounds.candidates) {
    if (candidate.acts && candidate.acts->until == grounds.on) {
      candidate.acts->until = on;
    }
  }
  grounds.laws.front().on = on;
  grounds.on = on;
}

}  // namespace

Memory::Memory(const RuleSet& rules) : rules_(rules), turns_(turns_of(rules)) {}

const Grounds& Memory::grounds(Question question, const Offence* offence, Date on) {
  if (on != on_) {
    const auto turn = turns_.lower_bound(std::min(on, on_));
    if (turn != turns_.end() && *turn <= std::max(on, on_)) {
      grounds_.clear();
    }
    on_ = on;
  }
  auto& kept = grounds_[offence][static_cast<std::size_t>(question)];
  if (kept == nullptr) {
    kept = std::make_unique<Grounds>(collect_grounds(rules_, question, offence, on));
  } else if (kept->on != on) {
    move_to(on, *kept);
  }
  return *kept;
}

const std::vector<FactId>& Memory::facts_to_ask(const Grounds& grounds, const FactSheet& facts) {
  std::string key = SearchKey(grounds, facts).take();
  const auto known = asked_.find(key);
  if (known != asked_.end()) {
    return known->second;
  }
  if (asked_.size() >= kMost) {
    asked_.clear();
  }
  return asked_.emplace(std::move(key), siqingdan::facts_to_ask(grounds, facts)).first->second;
}

}  // namespace siqingdan
