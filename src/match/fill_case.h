// A case filled from its description: the offence that the words speak of, and the facts they state.

#pragma once

#include <string_view>

#include "facts/case.h"
#include "match/understand.h"
#include "rules/rule_set.h"

namespace siqingdan {

// As `match --format json` lists them: [{ "fact", "value", "span": [from, to] }].
json::Value to_json(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary);

// Puts into `a_case` what it does not state itself, marked as taken from words (Known::from, offence_from):
// the offence where the words are sure of one, else the candidates; and every fact that the words propose,
// unless the case would not make sense with it. `on` is the day of decision; relative dates count from the
// day the clue came, where the case names it. Case::written says the same as the case.
void fill_from_words(const RuleSet& rules, const FactWords& fact_words, const Learned& learned,
                     std::string_view words, Date on, Case& a_case);

// What of the case was taken from words and is not confirmed: names of facts, and `offence`.
std::vector<std::string> unconfirmed(const Vocabulary& vocabulary, const Case& a_case);

// Marks what was taken from words: of the fact (kNoFact: of the offence) as `from`.
void mark_from_words(const Vocabulary& vocabulary, FactId fact, const char* from, Case& a_case);

// Takes a proposal back: the fact (kNoFact: the offence) is not known.
void withdraw(const Vocabulary& vocabulary, FactId fact, Case& a_case);

}  // namespace siqingdan
