// Facts that the words of a description state, proposed with the words that state them.
//
// Nothing is guessed: a negation, a question, a condition, an intention, hearsay or another party in the way
// means that nothing is proposed, and so do words that contradict each other. What then is stated is proposed
// only if texts in which such words stood meant it so. Judgements are never proposed.

#pragma once

#include <string_view>
#include <vector>

#include "base/date.h"
#include "facts/case.h"
#include "match/fact_evidence.h"
#include "match/fact_statements.h"

namespace siqingdan {

struct ProposedFact {
  FactId fact = kNoFact;
  Known value;  // from: kFromText; because: the words
  Span span;  // in the text as given
};

// One value a fact, in the order of the vocabulary. `on` is as for statements_in. Where the domain has its
// own name for a fact (`same_as` in the vocabulary), that one is proposed; an empty domain has none.
std::vector<ProposedFact> propose(const Folded& text, const Vocabulary& vocabulary, const FactWords& words,
                                  const FactEvidence& evidence, Date on, std::string_view domain);

}  // namespace siqingdan
