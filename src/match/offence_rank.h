// From a description in words to the offences it may speak of.

#pragma once

#include <string_view>
#include <vector>

#include "match/evidence.h"
#include "match/folded.h"

namespace siqingdan {

struct OffenceMatch {
  Evidence::Class offence;
  int score =
      0;  // 0 to 100: from where the descriptions of all others begin to the plane between them and its own
  std::vector<Span> spans;  // the words that do so most, in the text as given
};

enum class Verdict : std::uint8_t {
  sure,  // the first is meant
  unsure,  // one of the first is meant
  none  // nothing that market regulation deals with
};
const char* name_of(Verdict verdict);

struct Ranking {
  Verdict verdict = Verdict::none;
  std::vector<OffenceMatch> offences;  // best first; ties by id. Of `none`: those that came nearest
};

// At most `count` offences. Judges by what is said, never by the order of the rules.
Ranking rank(const Evidence& evidence, const Folded& text, std::size_t count);

}  // namespace siqingdan
