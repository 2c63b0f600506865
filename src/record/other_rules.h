// What other rules would have answered to the decisions in force: what a change of a list would do, before it
// is made.

#pragma once

#include <string>
#include <vector>

#include "record/each_decision.h"
#include "rules/rule_set.h"

namespace siqingdan {

// An answer as a record has it.
struct RecordedOutline {
  std::string answer;
  std::string effect;  // this and the next two: empty unless it applies
  std::string rule;  // it rests on
  std::string standing;  // of that rule
  std::string nearest;  // the ground that comes first; empty if there is none
};

struct AnswerChange {
  Question question = Question::no_filing;
  std::string measure;  // what it is aimed at; empty: the question as a whole
  RecordedOutline from;
  RecordedOutline to;
};

// What becomes of a follow-up that is still open, going by the decision alone (what moved its deadline later
// is not looked at).
struct FollowUpChange {
  struct End {
    bool there = false;
    std::string due;  // empty: waiting
    std::string waiting_for;
    bool operator==(const End&) const = default;
  };
  std::int64_t id = 0;  // 0: there is none yet, it would be opened
  std::string duty;
  End from;
  End to;
};

struct Change {
  std::int64_t entry = 0;
  std::string case_id;
  std::string party;  // unified social credit code; may be empty
  std::string party_name;
  std::vector<AnswerChange> answers;
  std::vector<FollowUpChange> follow_ups;
  Text undecidable;  // why these rules cannot decide the case at all; else empty
};

struct OtherRules {
  std::int64_t decisions = 0;  // that were looked at
  std::vector<Change> changes;  // by entry
};

// Decides every decision in force again by `rules` and their calendar, on its own day. An answer has changed
// if it is another, or rests on another rule, or on one of another effect or standing; a follow-up, if it
// would be due on another day, wait for something else, or not be there.
OtherRules under_other_rules(const Log& log, const RuleSet& rules, Selection selection,
                             const Progress& progress = {});

// The answers that change, the same ones counted together: the most frequent first.
struct ChangeCount {
  AnswerChange change;
  std::int64_t decisions = 0;
};
std::vector<ChangeCount> counted(const std::vector<Change>& changes);

// `town/no-filing` of the rule `town/no-filing/01`.
std::string list_of_rule(const std::string& rule);

}  // namespace siqingdan
