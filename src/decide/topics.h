// Everything one case leaves to be answered: a question and, where several measures are contemplated, one of
// them.

#pragma once

#include <optional>
#include <vector>

#include "decide/grounds.h"

namespace siqingdan {

struct Topic {
  Grounds grounds;
  FactSheet facts;                     // of the case, with those of the measure on top
  std::optional<std::size_t> measure;  // index into the case's measures
};

// In the order of the questions and measures, settled ones too. Coercive measures are no topic of a case that
// contemplates none. `rules` must outlive the result.
std::vector<Topic> topics_of(const RuleSet& rules, const Case& a_case, Date on);

// The fact that says what a measure is aimed at; kNoFact where the rules know none.
FactId measure_object(const Vocabulary& vocabulary);

// What each measure is aimed at is a fact like others: puts it among the facts of the measure.
void state_objects(const Vocabulary& vocabulary, std::vector<Measure>& measures);

// The offence of the case; null if it is not named.
const Offence* offence_of(const RuleSet& rules, const Case& a_case);

}  // namespace siqingdan
