// What a description says: the offence it may speak of, and the facts of it.

#pragma once

#include <string_view>
#include <vector>

#include "match/fact_propose.h"
#include "match/offence_rank.h"

namespace siqingdan {

// What was learned from the rule base.
struct Learned {
  const Evidence& offences;
  const FactEvidence& facts;
};

struct Understood {
  Ranking ranking;
  std::vector<ProposedFact> facts;
};

// Words that speak of no offence state no facts, because there is nothing that they could be facts of; unless
// they hold little else (未造成危害后果): then the offence was told elsewhere. Where they state three facts
// as only those of a violation are stated (FactWords::of_violation), or four of any kind, they are not taken
// for none however they sound. `domain`: of the offence, where it is known already.
Understood understand(const Learned& learned, const Vocabulary& vocabulary, const FactWords& words,
                      const Folded& text, Date on, std::size_t count, std::string_view domain = {});

}  // namespace siqingdan
