#include "match/understand.h"

#include <algorithm>

namespace siqingdan {
namespace {

// So many facts that only a violation has, or so many of any kind, are not stated of anything else.
constexpr std::ptrdiff_t kTelling = 3;
constexpr std::size_t kMany = 4;

bool speak_of_violation(const std::vector<ProposedFact>& facts, const FactWords& words) {
  const auto& telling = words.of_violation;
  const auto tells = [&](const ProposedFact& proposed) {
    return std::find(telling.begin(), telling.end(), proposed.fact) != telling.end();
  };
  return facts.size() >= kMany || std::count_if(facts.begin(), facts.end(), tells) >= kTelling;
}

// Is half of the text statements of facts?
bool holds_little_else(const std::vector<ProposedFact>& facts, const Folded& text) {
  std::vector<bool> stated(static_cast<std::size_t>(text.span(0, text.text.size()).to), false);
  for (const ProposedFact& proposed : facts) {
    std::fill(stated.begin() + proposed.span.from, stated.begin() + proposed.span.to, true);
  }
  return 2 * std::count(stated.begin(), stated.end(), true) >= static_cast<std::ptrdiff_t>(stated.size());
}

}  // namespace

Understood understand(const Learned& learned, const Vocabulary& vocabulary, const FactWords& words,
                      const Folded& text, Date on, std::size_t count, std::string_view domain) {
  Understood understood{rank(learned.offences, text, count), {}};
  Ranking& ranking = understood.ranking;
  if (domain.empty() && ranking.verdict == Verdict::sure && !ranking.offences.empty()) {
    domain = ranking.offences.front().offence.domain;
  }
  understood.facts = propose(text, vocabulary, words, learned.facts, on, domain);
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
