// From a description in words to the offences it may speak of.

#pragma once

#include <string>
#include <vector>

#include "match/folded.h"
#include "match/offence_index.h"

namespace siqingdan {

struct OffenceMatch {
  const Offence* offence = nullptr;
  int score = 0;            // 0 to 100: how much of what is known of the offence the words say
  std::vector<Span> spans;  // the words that say it, in the text as given
};

enum class Verdict : std::uint8_t {
  sure,    // the first is meant
  unsure,  // one of the first is meant
  none     // nothing that market regulation deals with
};
const char* name_of(Verdict verdict);

struct Ranking {
  Verdict verdict = Verdict::none;
  std::vector<OffenceMatch> offences;  // best first; ties by id. Of `none`: those that came nearest
};

Ranking rank(const OffenceIndex& index, const Folded& text, std::size_t count);

}  // namespace siqingdan
