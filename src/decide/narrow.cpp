#include "decide/narrow.h"

#include <algorithm>

namespace siqingdan {
namespace {

// Appends what is open below the unknown node `at`; returns its new place.
std::uint16_t keep(const Expression& whole, const std::vector<Truth>& truths, std::size_t at,
                   Expression& out) {
  const Condition& node = whole[at];
  std::vector<std::uint16_t> open;
  for (const std::uint16_t child : node.children) {
    if (truths[child] == Truth::unknown) {
      open.push_back(keep(whole, truths, child, out));
    }
  }
  if (open.size() == 1 && node.op != Condition::Op::negation) {
    return open.front();
  }
  Condition kept;
  kept.op = node.op;
  kept.role = node.role;
  kept.children = std::move(open);
  kept.fact = node.fact;
  kept.until_fact = node.until_fact;
  kept.values = node.values;
  kept.limit = node.limit;
  kept.number = node.number;
  out.push_back(std::move(kept));
  return static_cast<std::uint16_t>(out.size() - 1);
}

// Of an unknown condition what is open; of one that holds, "all of nothing", which holds.
Expression open_part(const Expression& whole, const std::vector<Truth>& truths) {
  Expression out;
  if (truths.back() == Truth::unknown) {
    keep(whole, truths, whole.size() - 1, out);
  } else {
    out.emplace_back();
  }
  return out;
}

}  // namespace

Narrowed::Narrowed(const Grounds& whole, const FactSheet& facts) : grounds_(whole) {
  std::vector<bool> barred(whole.laws.size(), false);
  for (std::size_t i = 0; i < whole.laws.size(); ++i) {
    grounds_.laws[i].bars.clear();
    for (const BindingBar& binding : whole.laws[i].bars) {
      const Situation situation = whole.situation(*binding.list, whole.laws[i].on, facts);
      const auto truths = evaluate(binding.bar->when, situation);
      barred[i] = barred[i] || truths.back() == Truth::yes;
      if (truths.back() == Truth::unknown) {
        bars_.push_back(std::make_unique<Bar>(Bar{open_part(binding.bar->when, truths)}));
        grounds_.laws[i].bars.push_back({binding.list, bars_.back().get()});
      }
    }
  }
  grounds_.candidates.clear();
  for (const Candidate& candidate : whole.candidates) {
    const Rule& rule = *candidate.rule;
    const Situation situation = whole.situation(whole.list_of(rule), whole.law_on(candidate, facts), facts);
    const auto truths = evaluate(rule.condition, situation);
    const bool fails = truths.back() == Truth::no || whole.counts(candidate, facts) == Truth::no;
    if (fails || (whole.barred(candidate) && barred[candidate.law])) {
      continue;
    }
    auto kept = std::make_unique<Rule>();
    kept->list = rule.list;
    kept->effect = rule.effect;
    kept->condition = open_part(rule.condition, truths);
    grounds_.candidates.push_back({kept.get(), candidate.law, candidate.acts});
    rules_.push_back(std::move(kept));
  }
  for (std::size_t i = 0; i < grounds_.laws.size(); ++i) {
    const bool bars = std::any_of(grounds_.candidates.begin(), grounds_.candidates.end(),
                                  [&](const Candidate& c) { return c.law == i && grounds_.barred(c); });
    if (!bars) {
      grounds_.laws[i].bars.clear();
    }
  }
}

}  // namespace siqingdan
