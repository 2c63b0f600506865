// The words of rules/fact_words.h made ready for matching.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/fact_pattern.h"
#include "rules/fact_words.h"

namespace siqingdan {

// Which words stand in a text. Of the thousands that state something only some do; the others need not be
// looked at.
class Presence {
 public:
  explicit Presence(std::u32string_view text);
  bool has(std::string_view word) const;
  bool has(char32_t c) const { return c >= seen_.size() || seen_[c]; }  // rare characters: perhaps

 private:
  std::string text_;  // UTF-8
  std::vector<bool> seen_;
};

// Words by their first character; `longest_at` says which of them stands at a place of the text.
class WordFinder {
 public:
  explicit WordFinder(const Presence& presence) : presence_(presence) {}

  void add(std::string_view word, int owner);  // if it stands in the text
  void add(const std::u32string& word, int owner);
  void finish();  // after all were added

  struct Hit {
    int owner = -1;
    std::size_t size = 0;  // 0: none
  };
  Hit longest_at(std::u32string_view text, std::size_t at) const;

 private:
  struct Entry {
    std::u32string word;
    int owner = 0;
  };
  const Presence& presence_;
  std::vector<Entry> entries_;  // by first character, longest first
};

// One pattern of a cue.
struct CuePattern {
  const FactWords::Cue* cue = nullptr;
  Pattern pattern;
};

class FactLexicon {
 public:
  // What of `words`, which must outlive this, a text can hold; their patterns can be read
  // (rules/read_fact_words.h sees to it). To parse all of them would take longer than to read a text.
  FactLexicon(const FactWords& words, std::u32string_view text);

  const FactWords& words() const { return words_; }
  const Presence& presence() const { return presence_; }
  const std::vector<std::u32string>& set(const std::string& name) const;  // those that stand in the text

  // The patterns that may begin with a character: those whose first part can, and those that begin with a
  // quantity. In the order of the file.
  const std::vector<std::uint32_t>& beginning_with(char32_t c) const;
  const std::vector<std::uint32_t>& beginning_with_quantity() const { return quantity_first_; }
  const CuePattern& pattern(std::uint32_t index) const { return patterns_[index]; }

  // What a date may belong to: the words after a `→`, and those of the set `deed`.
  const WordFinder& deeds() const { return deeds_; }

  // A condition of a cue (`with`, `without`, `after`), read when it is first needed; nullptr if it
  // cannot match.
  const Pattern* condition(std::string_view text) const;

 private:
  bool may_match(std::string_view pattern) const;
  void index(std::uint32_t pattern);
  void add_deeds(std::string_view pattern);

  const FactWords& words_;
  Presence presence_;
  // Read when they are first asked for.
  mutable std::map<std::string, std::vector<std::u32string>> sets_;
  mutable std::unordered_map<const char*, std::optional<Pattern>> conditions_;
  std::vector<CuePattern> patterns_;
  std::map<char32_t, std::vector<std::uint32_t>> by_first_;
  std::vector<std::uint32_t> quantity_first_;
  WordFinder deeds_;
};

}  // namespace siqingdan
