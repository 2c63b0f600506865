#include "match/fact_propose.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.h"
#include "match/fact_reading.h"

namespace siqingdan {
namespace {

using Reach = FactWords::Reach;

// Words that state a fact, with nothing in the way.
struct Statement {
  const FactWords::Cue* cue = nullptr;
  std::int64_t value = 0;
  std::size_t from = 0;  // with the negations before it
  std::size_t to = 0;

  std::size_t size() const { return to - from; }
};

class Proposer {
 public:
  Proposer(const Folded& folded, const Vocabulary& vocabulary, const FactWords& words, Date on)
      : folded_(folded),
        vocabulary_(vocabulary),
        lexicon_(words, folded.text),
        reading_(folded, lexicon_, on) {}

  std::vector<ProposedFact> run(std::string_view domain) {
    for (std::size_t at = 0; at < folded_.text.size(); ++at) {
      for (const std::uint32_t index : lexicon_.beginning_with(folded_.text[at])) {
        consider(lexicon_.pattern(index), at);
      }
      for (const std::uint32_t index : lexicon_.beginning_with_quantity()) {
        consider(lexicon_.pattern(index), at);
      }
    }
    std::map<FactId, Statement> said;
    for (auto& [fact, statements] : by_fact_) {
      if (const auto chosen = choose(statements)) {
        said.emplace(fact, *chosen);
      }
    }
    std::vector<ProposedFact> proposed;
    for (const auto& [fact, chosen] : said) {
      if (!yields(fact, chosen, said)) {
        Known known{chosen.value, {}, words_at(chosen), kFromText};
        proposed.push_back({in_domain(fact, domain), known, folded_.span(chosen.from, chosen.to)});
      }
    }
    std::sort(proposed.begin(), proposed.end(),
              [](const ProposedFact& a, const ProposedFact& b) { return a.fact < b.fact; });
    return proposed;
  }

 private:
  // As they are read, without what cannot be seen.
  std::string words_at(const Statement& s) const {
    std::string words = to_utf8(std::u32string_view(folded_.text).substr(s.from, s.size()));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  void consider(const CuePattern& pattern, std::size_t at) {
    const auto match = reading_.match(pattern.pattern, at);
    if (!match) {
      return;
    }
    const FactWords::Cue& cue = *pattern.cue;
    const auto negation = reading_.negation_before(match->from);
    const bool negated = negation.count % 2 == 1;
    std::optional<std::int64_t> value = negated ? cue.negated : cue.value;
    const bool of_quantity = !cue.value && !cue.negated;
    if (of_quantity && match->quantity != nullptr) {
      value = negation.count > 0 ? std::nullopt : std::optional<std::int64_t>(match->quantity->value);
    }
    const Statement statement{&cue, value.value_or(kNothing), negation.from, match->to};
    if (!fits(cue, *match) || guarded(statement, match->from)) {
      return;
    }
    by_fact_[cue.fact].push_back(statement);
  }

  // Does one of the patterns stand in [from, to)?
  bool any_of(const WordList& patterns, std::size_t from, std::size_t to) const {
    return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view text) {
      const Pattern* condition = lexicon_.condition(text);
      return condition != nullptr && reading_.occurs(*condition, from, to);
    });
  }

  bool fits(const FactWords::Cue& cue, const FactReading::Match& match) const {
    const auto clause = reading_.clause_around(match.from);
    const auto sentence = reading_.sentence_around(match.from);
    const std::size_t before = match.from > kAround ? match.from - kAround : 0;
    const std::size_t behind = std::min(folded_.text.size(), match.to + kAround);
    return !any_of(cue.without, clause.first, std::max(clause.second, match.to)) &&
           (cue.with.empty() || any_of(cue.with, sentence.first, sentence.second)) &&
           (cue.anywhere.empty() || any_of(cue.anywhere, before, behind)) &&
           !any_of(cue.nowhere, before, behind) &&
           (cue.after.empty() || any_of(cue.after, before, match.from));
  }

  // Does a question, a condition, an intention … stand in the way?
  bool guarded(const Statement& s, std::size_t cue_from) const {
    const auto sentence = reading_.sentence_around(cue_from);
    for (const GuardHit& hit : reading_.guards_in(sentence.first, sentence.second)) {
      const bool inside = hit.from >= s.from && hit.to <= s.to;
      const FactWords::Guard& guard = lexicon_.words().guards[static_cast<std::size_t>(hit.guard)];
      const auto& ignored = s.cue->ignores;
      if (!inside && std::find(ignored.begin(), ignored.end(), guard.name) == ignored.end() &&
          reaches(guard, hit, s)) {
        return true;
      }
    }
    return false;
  }

  bool reaches(const FactWords::Guard& guard, const GuardHit& hit, const Statement& s) const {
    const int here = reading_.clause_at(s.from);
    const int there = reading_.clause_at(hit.from);
    const bool before = hit.to <= s.from;
    if (guard.done_beats && before && reading_.holds_set("done", hit.to, s.to)) {
      return false;
    }
    switch (guard.reach) {
      case Reach::right:
        return before && here == there;
      case Reach::clause:
        return here == there || reading_.clause_at(s.to - 1) == there;
      case Reach::next:
        return here == there || (before && here == there + 1);
      case Reach::sentence:
        return before && !reading_.holds_set("here", hit.to, s.from);
    }
    return true;
  }

  // Words that overlap say one thing, the longest of them. Of what is said apart, what wins wins; else, if it
  // differs, the last counts if it is marked as the newer state, and nothing is proposed if it is not.
  std::optional<Statement> choose(std::vector<Statement>& statements) const {
    std::stable_sort(statements.begin(), statements.end(),
                     [](const Statement& a, const Statement& b) { return a.size() > b.size(); });
    std::vector<Statement> kept;
    for (const Statement& s : statements) {
      const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Statement& k) {
        return s.from < k.to && k.from < s.to && (s.size() < k.size() || s.value == k.value);
      });
      if (!covered) {
        kept.push_back(s);
      }
    }
    kept.erase(std::remove_if(kept.begin(), kept.end(),
                              [](const Statement& s) { return s.value == kNothing; }),
               kept.end());
    if (std::any_of(kept.begin(), kept.end(), [](const Statement& s) { return s.cue->wins; })) {
      kept.erase(std::remove_if(kept.begin(), kept.end(), [](const Statement& s) { return !s.cue->wins; }),
                 kept.end());
    }
    return last_word(kept);
  }

  std::optional<Statement> last_word(std::vector<Statement>& kept) const {
    if (kept.empty()) {
      return std::nullopt;
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Statement& a, const Statement& b) { return a.from < b.from; });
    const Statement& last = kept.back();
    const auto differs = [&](const Statement& s) { return s.value != last.value; };
    const auto other = std::find_if(kept.rbegin(), kept.rend(), differs);
    if (other == kept.rend()) {
      return kept.front();
    }
    const Fact& fact = vocabulary_.facts[last.cue->fact];
    const bool quantity = fact.is_number() || fact.type == FactType::date;
    // One of those after the other must say that it is: by its own words, or those just before it.
    const auto is_newer = [&](const Statement& later) {
      const std::size_t since = std::max(std::min(other->to, later.from),
                                         reading_.clause_around(later.from).first);
      return reading_.holds_set("later", since, later.to);
    };
    const auto newer = std::find_if(other.base(), kept.end(), is_newer);
    return quantity || newer == kept.end() ? std::nullopt : std::optional<Statement>(*newer);
  }

  bool yields(FactId fact, const Statement& chosen, const std::map<FactId, Statement>& said) const {
    const auto& all = lexicon_.words().yields;
    return std::any_of(all.begin(), all.end(), [&](const FactWords::Yield& yield) {
      if (yield.fact != fact || yield.value.value_or(chosen.value) != chosen.value) {
        return false;
      }
      const auto other = said.find(yield.to);
      return yield.then.empty()
                 ? other != said.end() && other->second.value == yield.is
                 : any_of(yield.then, chosen.to, std::min(folded_.text.size(), chosen.to + kSoon));
    });
  }

  FactId in_domain(FactId fact, std::string_view domain) const {
    const std::string prefix = std::string(domain) + ".";
    for (std::size_t id = 0; id < vocabulary_.facts.size(); ++id) {
      const Fact& own = vocabulary_.facts[id];
      if (own.same_as == fact && own.same_as != kNoFact && !domain.empty() &&
          own.name.rfind(prefix, 0) == 0) {
        return static_cast<FactId>(id);
      }
    }
    return fact;
  }

  static constexpr std::int64_t kNothing = INT64_MIN;  // the words say nothing, but cover what is in them
  static constexpr std::size_t kSoon = 60;  // characters that `then` looks at
  static constexpr std::size_t kAround = 300;  // characters that `after`, `anywhere` and `nowhere` look at

  const Folded& folded_;
  const Vocabulary& vocabulary_;
  FactLexicon lexicon_;
  FactReading reading_;
  std::map<FactId, std::vector<Statement>> by_fact_;
};

}  // namespace

std::vector<ProposedFact> propose(const Folded& text, const Vocabulary& vocabulary, const FactWords& words,
                                  Date on, std::string_view domain) {
  if (words.empty() || text.text.empty()) {
    return {};
  }
  return Proposer(text, vocabulary, words, on).run(domain);
}

}  // namespace siqingdan
