#include <algorithm>

#include "rules/analysis.h"

namespace siqingdan {
namespace {

// What still cites the law on or after a day.
std::vector<std::string> citing(const std::vector<Cited>& cited, const std::string& law, Date since) {
  std::vector<std::string> places;
  for (const Cited& one : cited) {
    const auto until = one.counts().until;
    if (one.cite.law == law && (!until || since < *until)) {
      places.push_back(one.where());
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

std::string name_of(const LawVersion& version) { return version.text.empty() ? "?" : version.text; }

void between_versions(const std::string& law, const LawLife& before, const LawLife& after,
                      std::vector<Finding>& out) {
  const auto end = before.version->until;
  const auto start = after.version->from;
  if (!end || !start || *end == *start) {
    return;
  }
  const bool gap = *end < *start;
  const std::string from = to_text(std::min(*end, *start));
  const std::string until = to_text(std::max(*end, *start));
  const Text what = gap ? Text{"没有文本有效", "no text is in force"}
                        : Text{"两个文本都有效", "two texts are in force"};
  out.push_back({gap ? "law-gap" : "law-overlap",
                 say("《{0}》的 {1} 文本和 {2} 文本之间,{3} 至 {4} {5}",
                     "between the texts {1} and {2} of `{0}`, from {3} to {4} {6}", law,
                     name_of(*before.version), name_of(*after.version), from, until, what.zh, what.en),
                 {}});
}

void coming(const std::string& law, const std::vector<LawLife>& lives, const std::vector<Cited>& cited,
            const Window& window, std::vector<Finding>& out) {
  for (const LawLife& life : lives) {
    const auto from = life.version->from;
    const auto until = life.version->until;
    if (from && window.coming(*from)) {
      out.push_back({"law-coming",
                     say("《{0}》的 {2} 文本 {1} 起施行", "the text {2} of `{0}` takes effect on {1}", law,
                         to_text(*from), name_of(*life.version)),
                     citing(cited, law, *from)});
    }
    const bool followed = std::any_of(lives.begin(), lives.end(), [&](const LawLife& other) {
      return &other != &life && until && other.period.contains(*until);
    });
    if (until && window.coming(*until) && !followed) {
      out.push_back({"law-ending",
                     say("《{0}》{1} 起不再有效,没有接替的文本", "`{0}` ends on {1} and no text follows it",
                         law, to_text(*until)),
                     citing(cited, law, *until)});
    }
  }
}

}  // namespace

void analyse_laws(const RuleSet& rules, const std::vector<Cited>& cited, const Window& window,
                  std::vector<Finding>& out) {
  for (const auto& [key, law] : rules.catalogue.laws) {
    const std::vector<LawLife> lives = lives_of(law);
    for (std::size_t i = 0; i + 1 < lives.size(); ++i) {
      between_versions(key, lives[i], lives[i + 1], out);
    }
    coming(key, lives, cited, window, out);
  }
}

std::vector<Finding> analyse(const RuleSet& rules, const std::vector<Cited>& cited, const Window& window) {
  std::vector<Finding> all;
  analyse_laws(rules, cited, window, all);
  analyse_lists(rules, window, all);
  analyse_citations(rules, cited, window, all);
  return all;
}

}  // namespace siqingdan
