// Whether a party violates for the first time, as far as the records reach.
//
// The records give two dates, which go into the case as facts: that of the latest decision on the same
// offence, and that from which on the deciding bureau's records are declared complete and show none. How far
// back counts is each list's own number and is applied when deciding (decide/last_violation.h); so the case
// alone, as it is recorded, decides the same again.
//
// The same kind of violation is the same offence of the catalogue.

#pragma once

#include <optional>
#include <vector>

#include "facts/case.h"
#include "history/prior_record.h"

namespace siqingdan {

struct PartyHistory {
  std::vector<PriorRecord> records;    // in any order; those of other parties are passed over
  std::vector<CompleteSpan> complete;  // declared; they may overlap
  std::string bureau;  // that decides the case: completeness of its records counts, no other's
};

// What was found, and what it rests on.
struct Derived {
  enum class Lacks { nothing, party_code, offence };  // without these nothing can be looked up
  Lacks lacks = Lacks::nothing;
  FactId fact = kNoFact;  // the derived fact; kNoFact: the vocabulary has none that follows from records
  std::optional<Date> found_on;  // the latest prior violation, on or before the day of decision
  std::optional<Date> clear_since;  // from this day to the day before that of decision there was none
  std::string bureau;  // that decides
  std::optional<DateRange> complete;  // the last days for which the deciding bureau's records are complete …
  bool reaches_decision = false;  // … and whether they run up to the day of decision
  // The party's decisions on or before that day, latest first, without those of the case itself.
  std::vector<PriorRecord> counted;  // prior violations
  std::vector<PriorRecord> unsettled;  // of the same offence, but nobody says whether such a decision counts
  std::vector<PriorRecord> others;  // of another offence, or of a kind that is no prior violation
};

// The derived fact that follows from records; kNoFact if there is none.
FactId fact_from_records(const Vocabulary& vocabulary);

// `on`: the day of decision. The party code must be sound (base/party_code.h), else nothing can be looked up.
Derived derive(const Vocabulary& vocabulary, const Case& of, Date on, const PartyHistory& history);

// Puts the two dates into the case with where they come from and why, in Chinese. What an earlier derivation
// left there goes. What a person stated stays, also where it contradicts: the decision tells of that.
void apply(const Derived& derived, const Vocabulary& vocabulary, Case& to);

// Is this the reason of a fact that `apply` put there because that bureau declared its records complete?
bool rests_on_completeness(const std::string& because, const std::string& bureau);

}  // namespace siqingdan
