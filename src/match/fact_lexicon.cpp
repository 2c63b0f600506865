#include "match/fact_lexicon.h"

#include <algorithm>

#include "base/unicode.h"

namespace siqingdan {

using Kind = PatternPart::Kind;

Characters::Characters(std::u32string_view text) : seen_(0x10000, false) {
  for (const char32_t c : text) {
    if (c < seen_.size()) {
      seen_[c] = true;
    }
  }
}

void WordFinder::add(std::string_view word, int owner) {
  if (!word.empty() && of_text_.has(code_point_at(word, 0))) {
    entries_.push_back({to_code_points(word), owner});
  }
}

void WordFinder::add(const std::u32string& word, int owner) {
  if (!word.empty() && of_text_.has(word[0])) {
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
    : words_(words), characters_(text), deeds_(characters_) {
  for (const FactWords::Cue& cue : words.cues) {
    for (const std::string& pattern : cue.words) {
      const bool begins = may_begin(pattern);
      const bool holds_deeds = pattern.find("→") != std::string::npos;
      if (!begins && !holds_deeds) {
        continue;
      }
      patterns_.push_back({&cue, *parse_pattern(pattern)});
      if (begins) {
        index(static_cast<std::uint32_t>(patterns_.size() - 1));
      }
      if (holds_deeds) {
        add_deeds(patterns_.back().pattern);
      }
    }
  }
  for (const std::string& word : words.sets.at("deed")) {
    deeds_.add(word, 0);
  }
  deeds_.finish();
  for (auto& entry : by_first_) {
    auto& list = entry.second;
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

bool FactLexicon::may_begin(const std::string& pattern) const {
  return siqingdan::may_begin(
      pattern, [&](char32_t c) { return characters_.has(c); },
      [&](const std::string& name) {
        const auto& words = set(name);
        return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) {
          return !word.empty() && characters_.has(word[0]);
        });
      });
}

const Pattern* FactLexicon::condition(const std::string& text) const {
  const auto [found, added] = conditions_.try_emplace(&text);
  if (added && may_begin(text)) {
    found->second = parse_pattern(text);
  }
  return found->second ? &*found->second : nullptr;
}

void FactLexicon::add_deeds(const Pattern& pattern) {
  for (std::size_t i = 1; i < pattern.size(); ++i) {
    if (pattern[i - 1].kind == Kind::deed) {
      for (const std::u32string& word :
           pattern[i].kind == Kind::set ? set(pattern[i].set) : pattern[i].words) {
        deeds_.add(word, 0);
      }
    }
  }
}

const std::vector<std::u32string>& FactLexicon::set(const std::string& name) const {
  const auto [found, added] = sets_.try_emplace(name);
  const auto words = words_.sets.find(name);
  if (added && words != words_.sets.end()) {
    for (const std::string& word : words->second) {
      found->second.push_back(to_code_points(word));
    }
    sort_words(found->second);
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
      if (!word.empty()) {
        by_first_[word[0]].push_back(pattern);
      }
    }
    if (!part.optional && part.kind != Kind::gap && part.kind != Kind::boundary && part.kind != Kind::deed) {
      return;
    }
  }
}

}  // namespace siqingdan
