// Which grounds answer a question for an offence, under which law, and what they come to.

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

// The law as it stood on one day, as far as it binds a whole question.
struct LawOfDay {
  Date on;
  std::vector<BindingBar> bars;
};

// A rule under the law of one day. Past law counts only for acts of its time.
struct Candidate {
  const Rule* rule = nullptr;
  std::size_t law = 0;        // index into Grounds::laws; 0: the law of the decision
  std::optional<DateRange> acts;  // past law: of acts done in this time
};

// The grounds of one question that cover the offence: those in force on the day of decision and, where a
// statute has the law of the act looked at too, those that were in force otherwise than today.
struct Grounds {
  const RuleSet& rules;
  Question question;
  const Offence* offence;  // null: not known yet
  Date on;                 // the day of decision
  FactId act_on = kNoFact;
  std::vector<LawOfDay> laws;
  std::vector<Candidate> candidates;
  const BothLaws* both_laws = nullptr;  // null: only the law of the decision counts
  bool offence_matters = false;         // the offence is not known, and some list asks for it

  const List& list_of(const Rule& rule) const { return rules.lists[rule.list]; }
  // The day whose law it is: of past law that of the act, if known, because provisions are renumbered.
  Date law_on(const Candidate& candidate, const FactSheet& facts) const;
  bool barred(const Candidate& candidate) const { return candidate.rule->effect == Effect::may; }
  Situation situation(const List& list, Date law_on, const FactSheet& facts) const {
    return {rules.vocabulary, list, offence, on, law_on, facts};
  }
  // Was the act done when this law held? Yes for the law of the decision.
  Truth counts(const Candidate& candidate, const FactSheet& facts) const;
};

// `offence` may be null: not known yet.
Grounds collect_grounds(const RuleSet& rules, Question question, const Offence* offence, Date on);

// The strongest answer among the grounds, without the reasons: for searching.
Answer answer_of(const Grounds& grounds, const FactSheet& facts);

// The answer with all its reasons.
Findings find(const Grounds& grounds, const FactSheet& facts);

}  // namespace siqingdan
