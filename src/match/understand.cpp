#include "match/understand.h"

#include <algorithm>

namespace siqingdan {
namespace {

constexpr std::ptrdiff_t kEnough = 3;

bool speak_of_violation(const std::vector<ProposedFact>& facts, const FactWords& words) {
  const auto& telling = words.of_violation;
  return kEnough <= std::count_if(facts.begin(), facts.end(), [&](const ProposedFact& proposed) {
           return std::find(telling.begin(), telling.end(), proposed.fact) != telling.end();
         });
}

// Is half of the text statements of facts?
bool holds_little_else(const std::vector<ProposedFact>& facts, const Folded& text) {
  const Span whole = text.span(0, text.text.size());
  std::size_t covered = 0;
  for (const ProposedFact& proposed : facts) {
    covered += static_cast<std::size_t>(proposed.span.to - proposed.span.from);
  }
  return 2 * covered >= static_cast<std::size_t>(whole.to - whole.from);
}

}  // namespace

Understood understand(const Evidence& evidence, const Vocabulary& vocabulary, const FactWords& words,
                      const Folded& text, Date on, std::size_t count, std::string_view domain) {
  Understood understood{rank(evidence, text, count), {}};
  Ranking& ranking = understood.ranking;
  if (domain.empty() && ranking.verdict == Verdict::sure && !ranking.offences.empty()) {
    domain = ranking.offences.front().offence.domain;
  }
  understood.facts = propose(text, vocabulary, words, on, domain);
  if (domain.empty() && ranking.verdict == Verdict::none) {
    if (speak_of_violation(understood.facts, words) && !ranking.offences.empty()) {
      ranking.verdict = Verdict::unsure;
    } else if (!holds_little_else(understood.facts, text)) {
      understood.facts.clear();
    }
  }
  return understood;
}

}  // namespace siqingdan
