#include "decide/grounds.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "decide/both_laws.h"

namespace siqingdan {
namespace {

Answer answer_for(Truth truth) {
  switch (truth) {
    case Truth::yes:
      return Answer::applies;
    case Truth::unknown:
      return Answer::undetermined;
    case Truth::no:
      return Answer::does_not_apply;
  }
  return Answer::undetermined;
}

Reason reason_for(const Condition& leaf, Truth truth, const Situation& situation) {
  return {&leaf, truth, number_used(leaf, situation)};
}

void add_reasons(const Expression& condition, const std::vector<Truth>& truths, const Situation& situation,
                 Ground& ground) {
  ground.because.reserve(ground.because.size() + condition.size());
  for (std::size_t i = 0; i < condition.size(); ++i) {
    if (condition[i].is_leaf()) {
      ground.because.push_back(reason_for(condition[i], truths[i], situation));
    }
  }
}

// The leaves below `node` that keep it from holding (or, `wanted` being no, from failing).
void collect_against(const Expression& condition, const std::vector<Truth>& truths, std::size_t at,
                     Truth wanted, const Situation& situation, std::vector<Reason>& out) {
  const Condition& node = condition[at];
  if (truths[at] == wanted || truths[at] == Truth::unknown) {
    return;
  }
  if (node.is_leaf()) {
    out.push_back(reason_for(node, truths[at], situation));
    return;
  }
  const Truth below = node.op == Condition::Op::negation ? opposite(wanted) : wanted;
  for (const std::uint16_t child : node.children) {
    collect_against(condition, truths, child, below, situation, out);
  }
}

// `truths` is room to work in.
Ground judge(const Grounds& grounds, const Candidate& candidate, const FactSheet& facts,
             std::vector<Truth>& truths) {
  Ground ground;
  ground.rule = candidate.rule;
  ground.list = &grounds.list_of(*candidate.rule);
  ground.law_on = grounds.law_on(candidate, facts);
  ground.acts = candidate.acts;
  const Expression& condition = candidate.rule->condition;
  const Situation situation = grounds.situation(*ground.list, ground.law_on, facts);
  evaluate(condition, situation, truths);
  Truth truth = both(truths.back(), grounds.counts(candidate, facts));
  add_reasons(condition, truths, situation, ground);
  collect_against(condition, truths, condition.size() - 1, Truth::yes, situation, ground.why_not);
  for (const BindingBar& binding : grounds.laws[candidate.law].bars) {
    if (!grounds.barred(candidate)) {
      break;
    }
    const Expression& when = binding.bar->when;
    const Situation at_bar = grounds.situation(*binding.list, ground.law_on, facts);
    evaluate(when, at_bar, truths);
    truth = both(truth, opposite(truths.back()));
    add_reasons(when, truths, at_bar, ground);
    collect_against(when, truths, when.size() - 1, Truth::no, at_bar, ground.why_not);
  }
  ground.answer = answer_for(truth);
  if (ground.answer != Answer::does_not_apply) {
    ground.why_not.clear();
  }
  return ground;
}

// Which of two grounds of the same answer the answer rests on: `must` before `may`, a list's own item whose
// wording somebody published before the bare statute, past law after the present one, and a drafted item last
// of all.
int lead_rank(const Ground& ground) {
  if (ground.rule->standing == Standing::drafted) {
    return 0;
  }
  return ground.acts ? 1 : ground.list->statute ? 2 : 3;
}

// Of those that do not apply, the one with the least in its way is the nearest; of two lists that say
// the same the newer one speaks.
bool stronger(const Ground& a, const Ground& b) {
  const auto rank = [](const Ground& g) {
    return std::make_tuple(-static_cast<int>(g.answer), g.why_not.size(), -static_cast<int>(g.rule->effect),
                           -lead_rank(g), -static_cast<int>(g.rule->standing),
                           g.list->statute ? 0 : -to_number(g.list->from), std::string_view(g.rule->id),
                           g.law_on);
  };
  return rank(a) < rank(b);
}

// Past law that cannot count here: the act was done at another time, or the day is not known and the rule
// would not grant anyway.
bool is_idle(Truth counts, Answer answer) {
  return counts == Truth::no || (counts == Truth::unknown && answer == Answer::does_not_apply);
}

}  // namespace

const Ground* Findings::lead() const { return answer == Answer::applies ? &grounds.front() : nullptr; }

Truth Grounds::counts(const Candidate& candidate, const FactSheet& facts) const {
  if (!candidate.acts) {
    return Truth::yes;
  }
  const auto& known = facts.at(act_on);
  return known ? truth_of(candidate.acts->includes(from_number(static_cast<int>(known->number))))
               : Truth::unknown;
}

Date Grounds::law_on(const Candidate& candidate, const FactSheet& facts) const {
  const bool known = candidate.acts && counts(candidate, facts) == Truth::yes;
  return known ? from_number(static_cast<int>(facts.at(act_on)->number)) : laws[candidate.law].on;
}

Answer answer_of(const Grounds& grounds, const FactSheet& facts) {
  std::vector<Truth> open;  // for each law: no bar holds
  for (const LawOfDay& law : grounds.laws) {
    Truth truth = Truth::yes;
    for (const BindingBar& binding : law.bars) {
      truth = both(truth,
                   opposite(root_truth(binding.bar->when, grounds.situation(*binding.list, law.on, facts))));
    }
    open.push_back(truth);
  }
  Answer best = Answer::not_listed;
  for (const Candidate& candidate : grounds.candidates) {
    const Truth counts = grounds.counts(candidate, facts);
    if (counts == Truth::no) {
      continue;
    }
    const List& list = grounds.list_of(*candidate.rule);
    Truth truth = root_truth(candidate.rule->condition,
                             grounds.situation(list, grounds.law_on(candidate, facts), facts));
    truth = grounds.barred(candidate) ? both(truth, open[candidate.law]) : truth;
    const Answer answer = answer_for(both(truth, counts));
    best = is_idle(counts, answer) ? best : std::max(best, answer);
  }
  return best;
}

Findings find(const Grounds& grounds, const FactSheet& facts) {
  Findings findings;
  findings.grounds.reserve(grounds.candidates.size());
  std::vector<Truth> truths;
  for (const Candidate& candidate : grounds.candidates) {
    const Truth counts = grounds.counts(candidate, facts);
    Ground ground = judge(grounds, candidate, facts, truths);
    if (is_idle(counts, ground.answer)) {
      continue;
    }
    findings.listed = findings.listed || (!ground.list->statute && counts == Truth::yes);
    findings.answer = std::max(findings.answer, ground.answer);
    findings.grounds.push_back(std::move(ground));
  }
  std::sort(findings.grounds.begin(), findings.grounds.end(), stronger);
  if (grounds.offence_matters && findings.answer != Answer::applies) {
    findings.answer = Answer::undetermined;
  }
  findings.laws = compare_laws(grounds, findings.grounds, facts);
  return findings;
}

}  // namespace siqingdan
