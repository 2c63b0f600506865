// 差在哪里: what would have to be otherwise, in an officer's words.

#pragma once

#include <string>
#include <vector>

#include "decide/nearest.h"
#include "report/language.h"

namespace siqingdan {

// A demand on one fact, with the law it rests on (may be empty).
struct DemandWords {
  std::string words;
  std::string law;
};

// One way to a yes, told apart.
struct WayWords {
  std::string source;                  // the ground: its list and number, or its law, and its title
  bool drafted = false;                // the ground is a drafted item: it must not be cited
  std::vector<DemandWords> can_do;     // by the party
  std::vector<DemandWords> fixed;      // what it cannot change
  std::vector<DemandWords> establish;  // not known yet
};

WayWords words_of(const Decision& decision, const Way& way, const FactSheet& facts, const Style& style);

// What a short page shows: the nearest way; and, where that is in the party's hands alone, one just as near
// that is not, or else the nearest that is.
std::vector<const Way*> most_useful(const Nearest& nearest, const Vocabulary& vocabulary,
                                    const FactSheet& facts);

Text title_of_nearest();                      // 差在哪里
Text title_of_other(const WayWords& words);  // 当事人自己能做到的 · 同样近的
Text title_of_can_do();                  // 还能做
Text title_of_fixed();                   // 改不了
Text title_of_establish();               // 还要查清

}  // namespace siqingdan
