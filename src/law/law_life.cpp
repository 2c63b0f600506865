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
  std::vector<Date> starts;
  std::optional<Date> latest;
  for (const LawVersion& version : law.versions) {
    const std::optional<Date> start = version.from ? version.from : parse_date(version.text);
    if (start) {
      starts.push_back(*start);
    }
    latest = start ? start : latest;
    lives.push_back({&version, {latest, version.until}});
  }
  std::stable_sort(lives.begin(), lives.end(),
                   [](const LawLife& a, const LawLife& b) { return a.period.from < b.period.from; });
  for (LawLife& life : lives) {
    for (const Date start : starts) {
      const bool later = !life.period.from || *life.period.from < start;
      if (!life.version->until && later && (!life.period.until || start < *life.period.until)) {
        life.period.until = start;
      }
    }
  }
  if (!lives.empty() && !lives.front().version->from) {
    lives.front().period.from.reset();  // of the first version the wording says nothing about earlier days
  }
  return lives;
}

}  // namespace siqingdan
