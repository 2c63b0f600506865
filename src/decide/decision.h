// A decision: the four answers with everything they rest on, what is still to be asked, what must be done.
//
// It points into the RuleSet it was made with, which must outlive it. `to_json` gives the form that is shown,
// stored and compared.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/truth.h"
#include "decide/evaluate.h"
#include "facts/case.h"
#include "json/value_fwd.h"
#include "rules/rule_set.h"

namespace siqingdan {

// One leaf of a ground with the truth it had.
struct Reason {
  const Condition* leaf = nullptr;
  Truth truth = Truth::unknown;
  NumberUsed number;  // what the list sets by date, if the leaf looks at it

  // Does it stand in the way? An exclusion must not hold, a condition must.
  bool against() const {
    return truth == (leaf->role == Condition::Role::exclusion ? Truth::yes : Truth::no);
  }
};

struct Ground {
  const Rule* rule = nullptr;
  const List* list = nullptr;
  Date law_on;  // the day whose law it is
  std::optional<DateRange> acts;  // past law: of acts done in this time; nothing: the law of the decision
  Answer answer = Answer::undetermined;
  std::vector<Reason> because;  // every leaf, in the order of the rule; then what binds the question
  std::vector<Reason> why_not;  // does_not_apply: those that stand in the way
};

// The law changed between act and decision. Which of the two is applied: the more lenient one; either where
// they say the same; none can be named where what is not known decides which is more lenient.
enum class Applied : std::uint8_t { act, decision, same, open };
const char* name_of(Applied applied);

// What one of the two laws comes to by itself.
struct LawSide {
  Date on;
  Answer answer = Answer::not_listed;
  std::optional<Effect> effect;  // where it applies
};

struct LawComparison {
  LawSide act;
  LawSide decision;
  Applied applied = Applied::same;
  const BothLaws* because = nullptr;
};

struct Findings {
  Answer answer = Answer::not_listed;
  bool listed = false;  // an item of a list, not only a statute, covers the offence
  std::vector<Ground> grounds;  // strongest first
  std::optional<LawComparison> laws;  // the law changed between act and decision
  const Ground* lead() const;  // the ground the answer rests on; nullptr unless it applies
};

struct MeasureFindings {
  std::string object;
  Findings findings;
};

inline constexpr const char* kNoMeasure = "no_measure";

struct QuestionAnswer {
  Question question = Question::no_filing;
  Findings findings;  // with several measures: those of the weakest
  std::vector<MeasureFindings> measures;
  std::size_t weakest = 0;  // index of the measure that speaks for the question
  std::string moot_because;  // `no_filing`: an earlier question ends the matter; kNoMeasure: none is
                             // contemplated; empty: not moot
};

struct Ask {
  FactId fact = kNoFact;  // kNoFact: which offence it is
  std::vector<Question> settles;
  std::optional<std::size_t> measure;  // index into the case's measures
};

struct DueDuty {
  const Duty* duty = nullptr;
  std::string_view from;  // id of the rule or list that says so
  std::optional<Date> start;  // the day it runs from, which is not counted; nothing: not known
  std::optional<Date> due;
  std::string waiting_for;  // a fact without which it has no start or is not certain; else empty
  int missing_year = 0;  // no calendar for this year yet: the deadline is not guessed
  bool only_if_filed = false;  // follows only from a question that is moot unless a case is filed
};

struct Warning {
  std::string code;
  Text message;
  std::vector<Citation> basis;
};

struct Decision {
  const RuleSet* rules = nullptr;
  Case of;
  Date on;
  std::string engine;
  std::vector<QuestionAnswer> answers;  // in the order of kQuestions
  std::vector<Ask> ask;
  std::vector<DueDuty> duties;
  std::vector<Warning> warnings;
};

// The contract's JSON, `siqingdan/decision/1`. Warnings are in English if `english`; what is recorded is
// always Chinese.
json::Value to_json(const Decision& decision, bool english = false);

}  // namespace siqingdan
