#include <algorithm>
#include <map>

#include "rules/analysis.h"

namespace siqingdan {
namespace {

bool in_force(const Law& law, Date day) {
  const std::vector<LawLife> lives = lives_of(law);
  return lives.empty() || std::any_of(lives.begin(), lives.end(),
                                      [&](const LawLife& life) { return life.period.contains(day); });
}

void not_in_force(const RuleSet& rules, const std::vector<Cited>& cited, Date on, std::vector<Finding>& out) {
  std::map<std::string, std::vector<std::string>> by_law;
  for (const Cited& one : cited) {
    if (one.counts().contains(on) && !in_force(rules.catalogue.laws.at(one.cite.law), on)) {
      by_law[one.cite.law].push_back(one.where());
    }
  }
  for (auto& [law, places] : by_law) {
    out.push_back({"law-not-in-force",
                   say("《{0}》在 {1} 没有生效的文本,却被引用",
                       "no text of `{0}` is in force on {1}, yet it is cited", law, to_text(on)),
                   std::move(places)});
  }
}

// A citation that was given an end, in a place that goes on, where nothing of that law goes on.
void ended(const std::vector<Cited>& cited, Date on, std::vector<Finding>& out) {
  std::map<std::string, bool> goes_on;
  for (const Cited& one : cited) {
    goes_on[one.where()] = goes_on[one.where()] || one.counts().contains(on);
  }
  std::map<std::string, std::vector<std::string>> by_law;
  for (const Cited& one : cited) {
    const bool over = one.cite.until && *one.cite.until <= on;
    if (over && one.life.contains(on) && !goes_on[one.where()]) {
      by_law[one.cite.law].push_back(one.where());
    }
  }
  for (auto& [law, places] : by_law) {
    out.push_back(
        {"citation-ended",
         say("对《{0}》的引用已经到期,到 {1} 没有接替的条号",
             "these citations of `{0}` have ended; on {1} nothing takes their place", law, to_text(on)),
         std::move(places)});
  }
}

}  // namespace

void analyse_citations(const RuleSet& rules, const std::vector<Cited>& cited, const Window& window,
                       std::vector<Finding>& out) {
  not_in_force(rules, cited, window.on, out);
  ended(cited, window.on, out);
}

}  // namespace siqingdan
