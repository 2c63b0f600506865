#include "match/fact_lexicon.h"

#include <algorithm>

#include "base/unicode.h"

namespace siqingdan {

using Kind = PatternPart::Kind;

Presence::Presence(std::u32string_view text) : text_(to_utf8(text)), seen_(0x10000, false) {
  for (const char32_t c : text) {
    if (c < seen_.size()) {
      seen_[c] = true;
    }
  }
}

bool Presence::has(std::string_view word) const {
  // Of a word that is not there most often a character is not there either.
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U;
    if (begins && !has(code_point_at(word, at))) {
      return false;
    }
  }
  return !word.empty() && text_.find(word) != std::string::npos;
}

void WordFinder::add(std::string_view word, int owner) {
  if (presence_.has(word)) {
    entries_.push_back({to_code_points(word), owner});
  }
}

void WordFinder::add(const std::u32string& word, int owner) {
  if (!word.empty() && presence_.has(word[0])) {
    entries_.push_back({word, owner});
  }
}

void WordFinder::finish() {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.word[0] != b.word[0] ? a.word[0] < b.word[0] : a.word.size() > b.word.size();
  });
}

WordFinder::Hit WordFinder::longest_at(std::u32string_view text, std::size_t at) const {
  const char32_t first = text[at];
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), first,
                                [](const Entry& e, char32_t wanted) { return e.word[0] < wanted; });
  for (; entry != entries_.end() && entry->word[0] == first; ++entry) {
    if (text.substr(at, entry->word.size()) == entry->word) {
      return {entry->owner, entry->word.size()};
    }
  }
  return {};
}

FactLexicon::FactLexicon(const FactWords& words, std::u32string_view text)
    : words_(words), presence_(text), deeds_(presence_) {
  for (const FactWords::Cue& cue : words.cues) {
    for (const std::string_view pattern : cue.words) {
      add_deeds(pattern);
      if (may_match(pattern)) {
        patterns_.push_back({&cue, *parse_pattern(pattern)});
        index(static_cast<std::uint32_t>(patterns_.size() - 1));
      }
    }
  }
  for (const std::string_view word : words.sets.at("deed")) {
    deeds_.add(word, 0);
  }
  deeds_.finish();
  for (auto& entry : by_first_) {
    auto& list = entry.second;
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

bool FactLexicon::may_match(std::string_view pattern) const {
  return siqingdan::may_match(
      pattern, [&](std::string_view word) { return presence_.has(word); },
      [&](const std::string& name) { return !set(name).empty(); });
}

const Pattern* FactLexicon::condition(std::string_view text) const {
  const auto [found, added] = conditions_.try_emplace(text.data());
  if (added && may_match(text)) {
    found->second = parse_pattern(text);
  }
  return found->second ? &*found->second : nullptr;
}

// The words after each `→`, whether or not the pattern itself can match.
void FactLexicon::add_deeds(std::string_view pattern) {
  static constexpr std::string_view kArrow = "→";
  for (auto at = pattern.find(kArrow); at != std::string_view::npos; at = pattern.find(kArrow, at)) {
    at += kArrow.size();
    const Pattern rest = *parse_pattern(pattern.substr(at));
    for (const std::u32string& word : rest[0].kind == Kind::set ? set(rest[0].set) : rest[0].words) {
      deeds_.add(word, 0);
    }
  }
}

const std::vector<std::u32string>& FactLexicon::set(const std::string& name) const {
  const auto [found, added] = sets_.try_emplace(name);
  const auto words = words_.sets.find(name);
  if (added && words != words_.sets.end()) {
    for (const std::string_view word : words->second) {
      if (presence_.has(word)) {
        found->second.push_back(to_code_points(word));
      }
    }
  }
  return found->second;
}

const std::vector<std::uint32_t>& FactLexicon::beginning_with(char32_t c) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = by_first_.find(c);
  return found == by_first_.end() ? kNone : found->second;
}

void FactLexicon::index(std::uint32_t pattern) {
  for (const PatternPart& part : patterns_[pattern].pattern) {
    if (part.is_quantity()) {
      quantity_first_.push_back(pattern);
      return;
    }
    const auto& words = part.kind == Kind::set ? set(part.set) : part.words;
    for (const std::u32string& word : words) {
      if (!word.empty() && presence_.has(word[0])) {
        by_first_[word[0]].push_back(pattern);
      }
    }
    if (!part.optional && part.kind != Kind::gap && part.kind != Kind::boundary && part.kind != Kind::deed) {
      return;
    }
  }
}

}  // namespace siqingdan
