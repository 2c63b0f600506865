#include "match/fact_lexicon.h"

#include <algorithm>

#include "base/unicode.h"

namespace siqingdan {

using Kind = PatternPart::Kind;

void WordFinder::add(std::u32string word, int owner) {
  if (!word.empty()) {
    entries_.push_back({std::move(word), owner});
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

FactLexicon::FactLexicon(const FactWords& words) : words_(words) {
  for (const auto& [name, list] : words.sets) {
    auto& set = sets_[name];
    for (const std::string& word : list) {
      set.push_back(to_code_points(word));
    }
    sort_words(set);
  }
  for (const FactWords::Guard& guard : words.guards) {
    auto& set = sets_["guard " + guard.name];  // no set of the file has a blank in its name
    for (const std::string& word : guard.words) {
      set.push_back(to_code_points(word));
    }
    sort_words(set);
  }
  for (const FactWords::Cue& cue : words.cues) {
    for (const std::string& text : cue.words) {
      patterns_.push_back({&cue, *parse_pattern(text)});
      index(static_cast<std::uint32_t>(patterns_.size() - 1));
      add_deeds(patterns_.back().pattern);
    }
  }
  for (const std::u32string& word : set("deed")) {
    deeds_.add(word, 0);
  }
  deeds_.finish();
  for (auto& entry : by_first_) {
    auto& list = entry.second;
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
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
  static const std::vector<std::u32string> kNone;
  const auto found = sets_.find(name);
  return found == sets_.end() ? kNone : found->second;
}

const std::vector<std::uint32_t>& FactLexicon::beginning_with(char32_t c) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = by_first_.find(c);
  return found == by_first_.end() ? kNone : found->second;
}

void FactLexicon::index(std::uint32_t pattern) {
  for (const PatternPart& part : patterns_[pattern].pattern) {
    if (part.kind == Kind::money || part.kind == Kind::date || part.kind == Kind::days) {
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
