#include "decide/grounds.h"

#include <algorithm>
#include <tuple>

namespace siqingdan {
namespace {

Truth root_truth(const Expression& condition, const Situation& situation) {
  return evaluate(condition, situation).back();
}

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

void add_reasons(const Expression& condition, const std::vector<Truth>& truths, Ground& ground) {
  for (std::size_t i = 0; i < condition.size(); ++i) {
    if (condition[i].is_leaf()) {
      ground.because.push_back({&condition[i], truths[i]});
    }
  }
}

// The leaves below `node` that keep it from holding (or, `wanted` being no, from failing).
void collect_against(const Expression& condition, const std::vector<Truth>& truths, std::size_t at,
                     Truth wanted, std::vector<Reason>& out) {
  const Condition& node = condition[at];
  if (truths[at] == wanted || truths[at] == Truth::unknown) {
    return;
  }
  if (node.is_leaf()) {
    out.push_back({&node, truths[at]});
    return;
  }
  const Truth below = node.op == Condition::Op::negation ? opposite(wanted) : wanted;
  for (const std::uint16_t child : node.children) {
    collect_against(condition, truths, child, below, out);
  }
}

Ground judge(const Grounds& grounds, const Rule& rule, const FactSheet& facts) {
  const RuleSet& rules = grounds.rules;
  Ground ground;
  ground.rule = &rule;
  ground.list = &grounds.list_of(rule);
  const Situation situation{rules.vocabulary, *ground.list, grounds.on, facts};
  const std::vector<Truth> truths = evaluate(rule.condition, situation);
  Truth truth = truths.back();
  add_reasons(rule.condition, truths, ground);
  collect_against(rule.condition, truths, rule.condition.size() - 1, Truth::yes, ground.why_not);
  for (const BindingBar& binding : grounds.bars) {
    if (!grounds.barred_by(rule)) {
      break;
    }
    const Expression& when = binding.bar->when;
    const auto barred = evaluate(when, {rules.vocabulary, *binding.list, grounds.on, facts});
    truth = both(truth, opposite(barred.back()));
    add_reasons(when, barred, ground);
    collect_against(when, barred, when.size() - 1, Truth::no, ground.why_not);
  }
  ground.answer = answer_for(truth);
  if (ground.answer != Answer::does_not_apply) {
    ground.why_not.clear();
  }
  return ground;
}

// Which of two grounds of the same answer the answer rests on: `must` before `may`, a list's own item whose
// wording somebody published before the bare statute, and a drafted item last of all.
int lead_rank(const Ground& ground) {
  if (ground.rule->standing == Standing::drafted) {
    return 0;
  }
  return ground.list->statute ? 1 : 2;
}

bool stronger(const Ground& a, const Ground& b) {
  return std::make_tuple(-static_cast<int>(a.answer), -static_cast<int>(a.rule->effect), -lead_rank(a),
                         -static_cast<int>(a.rule->standing), a.rule->id) <
         std::make_tuple(-static_cast<int>(b.answer), -static_cast<int>(b.rule->effect), -lead_rank(b),
                         -static_cast<int>(b.rule->standing), b.rule->id);
}

}  // namespace

const Ground* Findings::lead() const { return answer == Answer::applies ? &grounds.front() : nullptr; }

Grounds collect_grounds(const RuleSet& rules, Question question, const Offence* offence, Date on) {
  Grounds grounds{rules, question, on, {}, {}, false, false};
  for (const Rule& rule : rules.rules) {
    const List& list = rules.lists[rule.list];
    if (list.question != question || !list.in_force(on) || !rule.in_force(on)) {
      continue;
    }
    const bool covered = rule.covers_all || (offence != nullptr && rule.covers(*offence));
    grounds.offence_matters = grounds.offence_matters || (offence == nullptr && !rule.covers_all);
    if (covered) {
      grounds.candidates.push_back(&rule);
      grounds.listed = grounds.listed || !list.statute;
    }
  }
  for (const List& list : rules.lists) {
    for (const Bar& bar : list.bars) {
      if (list.question == question && list.in_force(on)) {
        grounds.bars.push_back({&list, &bar});
      }
    }
  }
  return grounds;
}

Answer answer_of(const Grounds& grounds, const FactSheet& facts) {
  const Vocabulary& vocabulary = grounds.rules.vocabulary;
  Truth open = Truth::yes;  // no bar holds
  for (const BindingBar& binding : grounds.bars) {
    open = both(open,
                opposite(root_truth(binding.bar->when, {vocabulary, *binding.list, grounds.on, facts})));
  }
  Answer best = Answer::not_listed;
  for (const Rule* rule : grounds.candidates) {
    Truth truth = root_truth(rule->condition, {vocabulary, grounds.list_of(*rule), grounds.on, facts});
    truth = grounds.barred_by(*rule) ? both(truth, open) : truth;
    best = std::max(best, answer_for(truth));
  }
  return best;
}

Findings find(const Grounds& grounds, const FactSheet& facts) {
  Findings findings;
  findings.listed = grounds.listed;
  for (const Rule* rule : grounds.candidates) {
    findings.grounds.push_back(judge(grounds, *rule, facts));
    findings.answer = std::max(findings.answer, findings.grounds.back().answer);
  }
  std::sort(findings.grounds.begin(), findings.grounds.end(), stronger);
  if (grounds.offence_matters && findings.answer != Answer::applies) {
    findings.answer = Answer::undetermined;
  }
  return findings;
}

}  // namespace siqingdan
