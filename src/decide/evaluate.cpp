#include "decide/evaluate.h"

#include <algorithm>

#include "base/failure.h"
#include "decide/last_violation.h"

namespace siqingdan {
namespace {

using Op = Condition::Op;

std::optional<std::int64_t> number_at(const FactSheet& facts, FactId fact) {
  const auto& known = facts.at(fact);
  return known ? std::optional<std::int64_t>(known->number) : std::nullopt;
}

NumberUsed number_named(const std::string& name, const Situation& s) {
  const auto number = s.list.numbers.find(name);
  return number == s.list.numbers.end() ? NumberUsed{}
                                        : NumberUsed{&number->second, number->second.on(s.law_on, s.offence)};
}

// A derived fact: no prior violation within the number's span before the day of decision. Where the dates do
// not tell, what a person stated counts.
std::optional<std::int64_t> derived_value(const Condition& leaf, const Situation& s) {
  const Fact& fact = s.vocabulary.facts[leaf.fact];
  const auto first = first_offence(fact, number_named(leaf.number, s), s.facts, s.on).is;
  return first ? std::optional<std::int64_t>(*first ? 1 : 0) : number_at(s.facts, leaf.fact);
}

Truth span_truth(const Condition& leaf, const Situation& s) {
  const auto from = number_at(s.facts, leaf.fact);
  const auto until = leaf.until_fact == kNoFact ? std::optional<std::int64_t>(to_number(s.on))
                                                : number_at(s.facts, leaf.until_fact);
  const NumberUsed length = number_named(leaf.number, s);
  if (!from || !until || length.value == nullptr) {
    return Truth::unknown;
  }
  const Date end = moved(from_number(static_cast<int>(*from)), length.value->is, length.number->unit);
  const bool longer = end < from_number(static_cast<int>(*until));
  return truth_of(longer == (leaf.op == Op::longer_than));
}

Truth leaf_truth(const Condition& leaf, const Situation& s) {
  if (leaf.op == Op::longer_than || leaf.op == Op::not_longer_than) {
    return span_truth(leaf, s);
  }
  const auto value = leaf.looks_back() ? derived_value(leaf, s) : number_at(s.facts, leaf.fact);
  if (!value) {
    return Truth::unknown;
  }
  if (leaf.op == Op::one_of) {
    return truth_of(std::find(leaf.values.begin(), leaf.values.end(), *value) != leaf.values.end());
  }
  const auto limit = limit_of(leaf, s);
  if (!limit) {
    return Truth::unknown;
  }
  switch (leaf.op) {
    case Op::at_least:
      return truth_of(*value >= *limit);
    case Op::at_most:
      return truth_of(*value <= *limit);
    case Op::more_than:
      return truth_of(*value > *limit);
    case Op::less_than:
      return truth_of(*value < *limit);
    default:
      bug("a leaf without a test");
  }
}

Truth group_truth(const Condition& group, const std::vector<Truth>& truths) {
  if (group.op == Op::negation) {
    return opposite(truths[group.children.front()]);
  }
  Truth truth = truth_of(group.op == Op::all);
  for (const std::uint16_t child : group.children) {
    truth = group.op == Op::all ? both(truth, truths[child]) : either(truth, truths[child]);
  }
  return truth;
}

}  // namespace

std::vector<Truth> evaluate(const Expression& condition, const Situation& situation) {
  std::vector<Truth> truths;
  evaluate(condition, situation, truths);
  return truths;
}

void evaluate(const Expression& condition, const Situation& situation, std::vector<Truth>& truths) {
  truths.clear();
  truths.reserve(condition.size());
  for (const Condition& node : condition) {
    truths.push_back(node.is_leaf() ? leaf_truth(node, situation) : group_truth(node, truths));
  }
}

Truth root_truth(const Expression& condition, const Situation& situation) {
  thread_local std::vector<Truth> truths;
  evaluate(condition, situation, truths);
  return truths.back();
}

std::vector<FactId> facts_of(const Condition& leaf, const Vocabulary& vocabulary) {
  std::vector<FactId> facts = {leaf.fact};
  if (leaf.until_fact != kNoFact) {
    facts.push_back(leaf.until_fact);
  }
  const Fact& fact = vocabulary.facts[leaf.fact];
  for (const FactId date : {fact.derived_from, fact.found_on, fact.clear_since}) {
    if (date != kNoFact) {
      facts.push_back(date);
    }
  }
  return facts;
}

NumberUsed number_used(const Condition& leaf, const Situation& s) {
  return leaf.number.empty() ? NumberUsed{} : number_named(leaf.number, s);
}

std::optional<std::int64_t> limit_of(const Condition& leaf, const Situation& s) {
  if (leaf.number.empty()) {
    return leaf.limit;
  }
  const Number::Value* value = number_named(leaf.number, s).value;
  return value == nullptr ? std::nullopt : std::optional<std::int64_t>(value->is);
}

Date moved(Date start, std::int64_t count, Unit unit) {
  const int n = static_cast<int>(count);
  switch (unit) {
    case Unit::calendar_days:
      return start + std::chrono::days{n};
    case Unit::months:
      return add_months(start, n);
    case Unit::years:
      return add_months(start, 12 * n);
    default:
      bug("a span of time in a unit that is none");
  }
}

}  // namespace siqingdan
