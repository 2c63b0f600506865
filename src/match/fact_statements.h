// What the patterns of rules/words/facts find stated in a text, before anybody asks whether to believe it.

#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "facts/vocabulary.h"
#include "match/folded.h"
#include "rules/fact_words.h"

namespace siqingdan {

// Words at [from, to) of the folded text that say that a fact has a value.
struct Statement {
  FactId fact = kNoFact;
  std::int64_t value = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  bool certain = false;  // nothing speaks against it; false: the words around are of those that often deceive
  std::size_t shown_from = 0;  // what people are shown: the words, or all of the clause that makes them
  std::size_t shown_to = 0;  // believed
};

// For each fact, in the order of the vocabulary: what is stated for certain, if anything is, then whatever
// else words may say of it: those of doubtful cues, and others among words that their cue does not want.
// Where a question, condition, intention, hearsay or another party is in the way there is no statement, and
// none of a fact that the words behind it take back. `on` is the day the words were said: relative dates
// count from it and no date lies after it.
std::vector<Statement> statements_in(const Folded& text, const Vocabulary& vocabulary, const FactWords& words,
                                     Date on);

}  // namespace siqingdan
