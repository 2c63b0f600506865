// What a bureau's records say of a party's earlier violations: one row a decision, and for which days of
// which bureau the records are declared complete.

#pragma once

#include <string>

#include "base/date.h"

namespace siqingdan {

struct PriorRecord {
  std::string party;     // its code, in normal form (base/party_code.h)
  std::string offence;  // an id of the catalogue; empty: one that the catalogue does not have, see `other`
  std::string other;  // what the records call an offence outside the catalogue
  Date on;  // the day of the decision
  std::string kind;  // of decision: a code of the vocabulary's DecisionKind
  std::string document;  // its number; empty: it has none
  std::string bureau;  // that decided
  std::string source;  // where it stands, for people: `history.csv:12`, `log 17`
  std::string case_id;  // the case it came of, where that is known
};

// The same for two rows if and only if they tell of the same decision in the same words: all but `source` and
// `case_id`. A digest, so that it can be a key; importing a file twice adds nothing.
std::string key_of(const PriorRecord& record);

// A bureau declares that its records of these days are complete. Both days belong to it.
struct CompleteSpan {
  std::string bureau;
  Date first;
  Date last;
};

}  // namespace siqingdan
