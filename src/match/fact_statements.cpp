#include "match/fact_statements.h"

#include <algorithm>
#include <map>
#include <optional>

#include "match/fact_reading.h"

namespace siqingdan {
namespace {

using Reach = FactWords::Reach;

// What a cue makes of the words at [from, to).
struct Found {
  const FactWords::Cue* cue = nullptr;
  std::int64_t value = 0;
  std::size_t from = 0;  // with the negations before it
  std::size_t to = 0;

  std::size_t size() const { return to - from; }
};

class StatementFinder {
 public:
  StatementFinder(const Folded& folded, const Vocabulary& vocabulary, const FactWords& words, Date on)
      : folded_(folded),
        vocabulary_(vocabulary),
        lexicon_(words, folded.text),
        reading_(folded, lexicon_, on) {}

  std::vector<Statement> run() {
    for (std::size_t at = 0; at < folded_.text.size(); ++at) {
      for (const std::uint32_t index : lexicon_.beginning_with(folded_.text[at])) {
        consider(lexicon_.pattern(index), at);
      }
      for (const std::uint32_t index : lexicon_.beginning_with_quantity()) {
        consider(lexicon_.pattern(index), at);
      }
    }
    std::vector<Statement> statements;
    for (std::size_t id = 0; id < vocabulary_.facts.size(); ++id) {
      const auto fact = static_cast<FactId>(id);
      const auto fitting = fitting_.find(fact);
      const auto chosen = fitting == fitting_.end() ? std::nullopt : choose(fitting->second);
      if (!chosen) {
        add_doubtful(fact, std::nullopt, statements);
      } else if (!taken_back(fact, *chosen)) {
        statements.push_back({fact, chosen->value, chosen->from, chosen->to, true, chosen->from, chosen->to});
        add_doubtful(fact, chosen->value, statements);
      }
    }
    return statements;
  }

 private:
  // What else is said of the fact, but for words that lie in longer ones that say the same, or nothing.
  void add_doubtful(FactId fact, std::optional<std::int64_t> certain,
                    std::vector<Statement>& statements) const {
    std::vector<Found> all;
    for (const auto* some : {&fitting_, &doubtful_}) {
      const auto found = some->find(fact);
      if (found != some->end()) {
        all.insert(all.end(), found->second.begin(), found->second.end());
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Found& a, const Found& b) { return a.size() > b.size(); });
    if (all.size() > kMostDoubtful) {
      all.erase(all.begin() + kMostDoubtful, all.end());
    }
    std::map<std::int64_t, Stretches> said;  // by value
    for (const Found& one : all) {
      if (overlaps(said[kNothing], one) || overlaps(said[one.value], one)) {
        continue;
      }
      said[one.value].emplace(one.from, one.to);
      if (one.value != kNothing && one.value != certain) {
        const auto clause = clause_of(one);
        statements.push_back({fact, one.value, one.from, one.to, false, clause.first, clause.second});
      }
    }
  }

  // Without the mark that ends it, and no longer than can be taken in at a glance.
  std::pair<std::size_t, std::size_t> clause_of(const Found& found) const {
    auto [from, to] = reading_.clause_around(found.from);
    while (to > found.to && reading_.is_mark(to - 1)) {
      --to;
    }
    const std::size_t first = found.from - std::min(found.from, kGlance);
    return {std::max(std::min(from, found.from), first), std::clamp(to, found.to, found.to + kGlance)};
  }

  using Stretches = std::map<std::size_t, std::size_t>;  // from → to, none of which overlap

  static bool overlaps(const Stretches& stretches, const Found& found) {
    const auto behind = stretches.lower_bound(found.to);
    return behind != stretches.begin() && std::prev(behind)->second > found.from;
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
    const Found found{&cue, value.value_or(kNothing), negation.from, match->to};
    if (guarded(found, match->from)) {
      return;
    }
    if (!cue.doubtful && fits(cue, *match)) {
      fitting_[cue.fact].push_back(found);
    } else if (value) {
      doubtful_[cue.fact].push_back(found);
    }
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
  bool guarded(const Found& s, std::size_t cue_from) const {
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

  bool reaches(const FactWords::Guard& guard, const GuardHit& hit, const Found& s) const {
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
  std::optional<Found> choose(std::vector<Found> statements) const {
    std::stable_sort(statements.begin(), statements.end(),
                     [](const Found& a, const Found& b) { return a.size() > b.size(); });
    std::vector<Found> kept;
    for (const Found& s : statements) {
      const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Found& k) {
        return s.from < k.to && k.from < s.to && (s.size() < k.size() || s.value == k.value);
      });
      if (!covered) {
        kept.push_back(s);
      }
    }
    kept.erase(std::remove_if(kept.begin(), kept.end(), [](const Found& s) { return s.value == kNothing; }),
               kept.end());
    if (std::any_of(kept.begin(), kept.end(), [](const Found& s) { return s.cue->wins; })) {
      kept.erase(std::remove_if(kept.begin(), kept.end(), [](const Found& s) { return !s.cue->wins; }),
                 kept.end());
    }
    return last_word(kept);
  }

  std::optional<Found> last_word(std::vector<Found>& kept) const {
    if (kept.empty()) {
      return std::nullopt;
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Found& a, const Found& b) { return a.from < b.from; });
    const Found& last = kept.back();
    const auto differs = [&](const Found& s) { return s.value != last.value; };
    const auto other = std::find_if(kept.rbegin(), kept.rend(), differs);
    if (other == kept.rend()) {
      return kept.front();
    }
    const Fact& fact = vocabulary_.facts[last.cue->fact];
    const bool quantity = fact.is_number() || fact.type == FactType::date;
    // One of those after the other must say that it is: by its own words, or those just before it.
    const auto is_newer = [&](const Found& later) {
      const std::size_t since = std::max(std::min(other->to, later.from),
                                         reading_.clause_around(later.from).first);
      return reading_.holds_set("later", since, later.to);
    };
    const auto newer = std::find_if(other.base(), kept.end(), is_newer);
    return quantity || newer == kept.end() ? std::nullopt : std::optional<Found>(*newer);
  }

  // Do the words that follow take it back?
  bool taken_back(FactId fact, const Found& chosen) const {
    const auto& all = lexicon_.words().yields;
    const std::size_t soon = std::min(folded_.text.size(), chosen.to + kSoon);
    return std::any_of(all.begin(), all.end(), [&](const FactWords::Yield& yield) {
      return yield.fact == fact && yield.value.value_or(chosen.value) == chosen.value &&
             any_of(yield.then, chosen.to, soon);
    });
  }

  static constexpr std::int64_t kNothing = INT64_MIN;  // the words say nothing, but cover what is in them
  static constexpr std::size_t kMostDoubtful = 500;  // the longest; no description of one violation has more
  static constexpr std::size_t kGlance = 12;  // characters on either side
  static constexpr std::size_t kSoon = 60;  // characters that `then` looks at
  static constexpr std::size_t kAround = 300;  // characters that `after`, `anywhere` and `nowhere` look at

  const Folded& folded_;
  const Vocabulary& vocabulary_;
  FactLexicon lexicon_;
  FactReading reading_;
  std::map<FactId, std::vector<Found>> fitting_;
  std::map<FactId, std::vector<Found>>
      doubtful_;  // of doubtful cues, or not among such words as its cue wants
};

}  // namespace

std::vector<Statement> statements_in(const Folded& text, const Vocabulary& vocabulary, const FactWords& words,
                                     Date on) {
  return words.empty() || text.text.empty() ? std::vector<Statement>()
                                            : StatementFinder(text, vocabulary, words, on).run();
}

}  // namespace siqingdan
