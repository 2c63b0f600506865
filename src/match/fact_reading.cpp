#include "match/fact_reading.h"

#include <algorithm>

namespace siqingdan {
namespace {

using Kind = PatternPart::Kind;

constexpr std::size_t kGap = 8;       // characters that `…` may stand for
constexpr std::size_t kFar = 40;      // characters between a date and its deed
constexpr std::size_t kNear = 150;    // no clause or sentence is looked at farther than this
constexpr int kMostNegations = 8;     // words between a negation and what it denies

constexpr std::u32string_view kSentenceMarks = U"。!?;…\n";
constexpr std::u32string_view kClauseMarks = U",()《》";

bool is_latin(char32_t c) { return c < 0x80 && c != U' '; }

}  // namespace

FactReading::FactReading(const Folded& folded, const FactLexicon& lexicon, Date on)
    : lexicon_(lexicon), text_(folded.text), quantities_(quantities_in(folded, on)) {
  find_words();
  cut();
}

// Negations, guards, breaks and deeds, but not where they are part of a neutral word.
void FactReading::find_words() {
  enum Owner { kNeutral = -1, kNot = -2, kBreak = -3 };
  WordFinder finder(lexicon_.presence());
  const FactWords& words = lexicon_.words();
  const auto add = [&](const WordList& list, int owner) {
    for (const std::string_view word : list) {
      finder.add(word, owner);
    }
  };
  // Of words that are equal the first added counts.
  add(words.sets.at("neutral"), kNeutral);
  add(words.sets.at("break"), kBreak);
  for (std::size_t i = 0; i < words.guards.size(); ++i) {
    add(words.guards[i].words, static_cast<int>(i));
  }
  add(words.sets.at("not"), kNot);
  finder.finish();
  breaks_.assign(text_.size(), false);
  blocked_.assign(text_.size(), false);
  neutral_.assign(text_.size(), false);
  for (std::size_t i = 0; i < text_.size();) {
    const auto hit = finder.longest_at(text_, i);
    if (hit.size == 0) {
      ++i;
      continue;
    }
    if (hit.owner == kNeutral) {
      std::fill_n(neutral_.begin() + static_cast<std::ptrdiff_t>(i), hit.size, true);
    } else if (hit.owner == kBreak) {
      breaks_[i] = true;
    } else {
      blocked_[i] = true;
      if (hit.owner >= 0) {
        guards_.push_back({hit.owner, i, i + hit.size});
      }
    }
    i += hit.size;
  }
  deed_.assign(text_.size(), 0);
  for (std::size_t i = 0; i < text_.size();) {
    deed_[i] = neutral_[i] ? 0 : lexicon_.deeds().longest_at(text_, i).size;
    i += std::max<std::size_t>(deed_[i], 1);
  }
}

void FactReading::cut() {
  clause_.assign(text_.size() + 1, 0);
  mark_.assign(text_.size() + 1, false);
  sentence_ = {0};
  int clause = 0;
  bool ended = false;  // the clause has had its mark
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char32_t c = text_[i];
    const char32_t before = i > 0 ? text_[i - 1] : U' ';
    const char32_t after = i + 1 < text_.size() ? text_[i + 1] : U' ';
    const bool between_digits = before >= U'0' && before <= U'9' && after >= U'0' && after <= U'9';
    const bool blank = c == U' ' && !is_latin(before) && !is_latin(after);
    mark_[i] = kSentenceMarks.find(c) != std::u32string_view::npos || blank ||
               (kClauseMarks.find(c) != std::u32string_view::npos && !between_digits);
    if ((ended && !mark_[i]) || (breaks_[i] && i > 0 && !mark_[i - 1])) {
      ++clause;
      const bool sentence_over = ended && ends_sentence(i - 1);
      sentence_.push_back(sentence_.back() + (sentence_over ? 1 : 0));
      ended = false;
    }
    ended = ended || mark_[i];
    clause_[i] = clause;
  }
  clause_[text_.size()] = clause;
}

std::pair<std::size_t, std::size_t> FactReading::clause_around(std::size_t at) const {
  const int clause = clause_[at];
  std::size_t from = at;
  std::size_t to = at;
  while (from > 0 && clause_[from - 1] == clause && at - from < kNear) {
    --from;
  }
  while (to < text_.size() && clause_[to] == clause && to - at < kNear) {
    ++to;
  }
  return {from, to};
}

std::pair<std::size_t, std::size_t> FactReading::sentence_around(std::size_t at) const {
  const int sentence = sentence_of(clause_[at]);
  std::size_t from = at;
  std::size_t to = at;
  while (from > 0 && sentence_of(clause_[from - 1]) == sentence && at - from < kNear) {
    --from;
  }
  while (to < text_.size() && sentence_of(clause_[to]) == sentence && to - at < kNear) {
    ++to;
  }
  return {from, to};
}

std::optional<FactReading::Match> FactReading::match(const Pattern& pattern, std::size_t at) const {
  const Quantity* quantity = nullptr;
  const auto to = match_from(pattern, 0, at, quantity);
  return to && *to > at ? std::optional<Match>(Match{at, *to, quantity}) : std::nullopt;
}

bool FactReading::occurs(const Pattern& pattern, std::size_t from, std::size_t to) const {
  for (std::size_t at = from; at < to; ++at) {
    const auto found = match(pattern, at);
    if (found && found->to <= to) {
      return true;
    }
  }
  return false;
}

std::optional<std::size_t> FactReading::match_from(const Pattern& pattern, std::size_t part, std::size_t at,
                                                   const Quantity*& quantity) const {
  if (part == pattern.size()) {
    return at;
  }
  const PatternPart& p = pattern[part];
  if (p.kind == Kind::gap) {
    return after_gap(pattern, part, at, quantity);
  }
  if (p.kind == Kind::deed) {
    return after_deed(pattern, part, at, quantity);
  }
  if (p.kind == Kind::boundary) {
    while (at < text_.size() && mark_[at]) {
      ++at;
    }
    return match_from(pattern, part + 1, at, quantity);
  }
  if (p.kind == Kind::words || p.kind == Kind::set) {
    for (const std::u32string& word : p.kind == Kind::set ? lexicon_.set(p.set) : p.words) {
      // A word may run over a break (却不) but not over a mark, and marks are in no word.
      const bool begins = at < text_.size() && text_[at] == word[0];  // most do not
      if (begins && text_.substr(at, word.size()) == word) {
        if (const auto end = match_from(pattern, part + 1, at + word.size(), quantity)) {
          return end;
        }
      }
    }
  } else {
    const auto kind = p.kind == Kind::money  ? Quantity::Kind::money
                      : p.kind == Kind::date ? Quantity::Kind::date
                      : p.kind == Kind::days ? Quantity::Kind::days
                                             : Quantity::Kind::that_day;
    if (const Quantity* found = quantity_at(at, kind)) {
      if (const auto end = match_from(pattern, part + 1, found->to, quantity)) {
        quantity = found;
        return end;
      }
    }
  }
  return p.optional ? match_from(pattern, part + 1, at, quantity) : std::nullopt;
}

std::optional<std::size_t> FactReading::after_gap(const Pattern& pattern, std::size_t part, std::size_t at,
                                                  const Quantity*& quantity) const {
  for (std::size_t skipped = 0; skipped <= kGap; ++skipped, ++at) {
    if (const auto end = match_from(pattern, part + 1, at, quantity)) {
      return end;
    }
    if (at >= text_.size() || mark_[at] || blocked_[at] || breaks_[at]) {
      break;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> FactReading::after_deed(const Pattern& pattern, std::size_t part, std::size_t at,
                                                   const Quantity*& quantity) const {
  const std::size_t far = std::min(text_.size(), at + kFar);
  for (std::size_t here = at; here < far && !blocked_[here] && !ends_sentence(here); ++here) {
    if (deed_[here] > 0) {
      const auto deed = text_.substr(here, deed_[here]);
      const PatternPart& wanted = pattern[part + 1];
      const auto& words = wanted.kind == Kind::set ? lexicon_.set(wanted.set) : wanted.words;
      return std::find(words.begin(), words.end(), deed) == words.end()
                 ? std::nullopt
                 : match_from(pattern, part + 2, here + deed.size(), quantity);
    }
    if (quantity_at(here, Quantity::Kind::date) != nullptr) {
      break;
    }
  }
  return std::nullopt;
}

bool FactReading::ends_sentence(std::size_t at) const {
  return kSentenceMarks.find(text_[at]) != std::u32string_view::npos;
}

const Quantity* FactReading::quantity_at(std::size_t at, Quantity::Kind kind) const {
  auto found = std::lower_bound(quantities_.begin(), quantities_.end(), at,
                                [](const Quantity& q, std::size_t wanted) { return q.from < wanted; });
  for (; found != quantities_.end() && found->from == at; ++found) {
    if (found->kind == kind) {
      return &*found;
    }
  }
  return nullptr;
}

// The length of the longest word that ends before `end` and begins at or after `first`; 0 if there is none.
std::size_t FactReading::word_ending_at(const std::vector<std::u32string>& words, std::size_t end,
                                        std::size_t first) const {
  for (const std::u32string& word : words) {
    if (word.size() <= end - first && text_.substr(end - word.size(), word.size()) == word) {
      return word.size();
    }
  }
  return 0;
}

FactReading::Negation FactReading::negation_before(std::size_t at) const {
  Negation negation{0, at};
  const std::size_t first = clause_around(at).first;
  const auto& negations = lexicon_.set("not");
  const auto& bridges = lexicon_.set("bridge");
  std::size_t here = at;
  for (int steps = 0; steps < kMostNegations; ++steps) {
    const std::size_t size = word_ending_at(negations, here, first);
    if (size > 0 && !neutral_[here - size]) {
      here -= size;
      ++negation.count;
      negation.from = here;
      continue;
    }
    const std::size_t bridge = word_ending_at(bridges, here, first);
    if (bridge == 0) {
      break;
    }
    here -= bridge;
  }
  return negation;
}

std::vector<GuardHit> FactReading::guards_in(std::size_t from, std::size_t to) const {
  auto hit = std::lower_bound(guards_.begin(), guards_.end(), from,
                              [](const GuardHit& h, std::size_t wanted) { return h.from < wanted; });
  std::vector<GuardHit> hits;
  for (; hit != guards_.end() && hit->from < to; ++hit) {
    hits.push_back(*hit);
  }
  return hits;
}

bool FactReading::holds_set(const char* set, std::size_t from, std::size_t to) const {
  for (std::size_t at = from; at < to; ++at) {
    for (const std::u32string& word : lexicon_.set(set)) {
      if (at + word.size() <= to && text_.substr(at, word.size()) == word) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace siqingdan
