// Which grounds answer a question for an offence on a day, and what they come to.

#pragma once

#include <vector>

#include "decide/decision.h"
#include "decide/evaluate.h"

namespace siqingdan {

// An exclusion that binds the whole question, with the list that says so.
struct BindingBar {
  const List* list = nullptr;
  const Bar* bar = nullptr;
};

// The grounds of one question: in force on the day and covering the offence.
struct Grounds {
  const RuleSet& rules;
  Question question;
  Date on;
  std::vector<const Rule*> candidates;
  std::vector<BindingBar> bars;
  bool listed = false;
  bool offence_matters = false;  // the offence is not known, and some list asks for it

  const List& list_of(const Rule& rule) const { return rules.lists[rule.list]; }
  bool barred_by(const Rule& rule) const { return rule.effect == Effect::may; }
};

// `offence` may be null: not known yet.
Grounds collect_grounds(const RuleSet& rules, Question question, const Offence* offence, Date on);

// The strongest answer among the grounds, without the reasons: for searching.
Answer answer_of(const Grounds& grounds, const FactSheet& facts);

// The answer with all its reasons.
Findings find(const Grounds& grounds, const FactSheet& facts);

}  // namespace siqingdan
