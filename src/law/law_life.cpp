#include "law/law_life.h"

#include <algorithm>

namespace siqingdan {

Period both(const Period& a, const Period& b) {
  Period period = a;
  if (b.from && (!period.from || *period.from < *b.from)) {
    period.from = b.from;
  }
  if (b.until && (!period.until || *b.until < *period.until)) {
    period.until = b.until;
  }
  return period;
}

std::vector<LawLife> lives_of(const Law& law) {
  std::vector<LawLife> lives;
  for (const LawVersion& version : law.versions) {
    lives.push_back({&version, {version.from ? version.from : parse_date(version.text), version.until}});
  }
  std::stable_sort(lives.begin(), lives.end(),
                   [](const LawLife& a, const LawLife& b) { return a.period.from < b.period.from; });
  for (std::size_t i = 0; i + 1 < lives.size(); ++i) {
    if (!lives[i].period.until) {
      lives[i].period.until = lives[i + 1].period.from;
    }
  }
  if (!lives.empty() && !lives.front().version->from) {
    lives.front().period.from.reset();  // of the first version the wording says nothing about earlier days
  }
  return lives;
}

}  // namespace siqingdan
