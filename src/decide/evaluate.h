// The heart: one pass over a condition fills a vector of yes, no and unknown.
//
// No short-circuit, so that the vector has no holes: it is the explanation, the audit record, the source of
// the questions and the measure of test coverage, all at once.

#pragma once

#include <vector>

#include "base/truth.h"
#include "facts/case.h"
#include "rules/rule_set.h"

namespace siqingdan {

// What a condition is judged against.
struct Situation {
  const Vocabulary& vocabulary;
  const List& list;
  const Offence* offence;  // null: not known yet
  Date on;                 // the day of decision, from which spans of time look back
  Date law_on;             // the day whose numbers of `list` count: that of decision, or of the act
  const FactSheet& facts;
};

// The truth of every node, in the order of the nodes; the last is the condition's own.
std::vector<Truth> evaluate(const Expression& condition, const Situation& situation);
// The same in place of what stands in `truths`: for whoever evaluates many.
void evaluate(const Expression& condition, const Situation& situation, std::vector<Truth>& truths);
// The last of them alone.
Truth root_truth(const Expression& condition, const Situation& situation);

// The facts a leaf looks at: one, or two for a span; with a derived fact also the dates it follows from.
std::vector<FactId> facts_of(const Condition& leaf, const Vocabulary& vocabulary);

// The number a leaf speaks of and the value it has: null both if it speaks of none, no value if none is set.
struct NumberUsed {
  const Number* number = nullptr;
  const Number::Value* value = nullptr;
};
NumberUsed number_used(const Condition& leaf, const Situation& situation);

// The limit a leaf compares with: its own, or the value of its number.
std::optional<std::int64_t> limit_of(const Condition& leaf, const Situation& situation);

// `start` moved by `count` of a unit of calendar time (calendar days, months or years).
Date moved(Date start, std::int64_t count, Unit unit);

}  // namespace siqingdan
