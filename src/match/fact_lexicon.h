// The words of rules/fact_words.h made ready for matching.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fact_pattern.h"
#include "rules/fact_words.h"

namespace siqingdan {

// Words by their first character; `longest_at` says which of them stands at a place.
class WordFinder {
 public:
  void add(std::u32string word, int owner);
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
  std::vector<Entry> entries_;  // by first character, longest first
};

// One pattern of a cue.
struct CuePattern {
  const FactWords::Cue* cue = nullptr;
  Pattern pattern;
};

class FactLexicon {
 public:
  // `words` must outlive this; their patterns can be read (rules/read_fact_words.h sees to it).
  explicit FactLexicon(const FactWords& words);

  const FactWords& words() const { return words_; }
  const std::vector<std::u32string>& set(const std::string& name) const;

  // The patterns that may begin with a character: those whose first part can, and those that begin with a
  // quantity. In the order of the file.
  const std::vector<std::uint32_t>& beginning_with(char32_t c) const;
  const std::vector<std::uint32_t>& beginning_with_quantity() const { return quantity_first_; }
  const CuePattern& pattern(std::uint32_t index) const { return patterns_[index]; }

  // What a date may belong to: the words after a `→`, and those of the set `deed`.
  const WordFinder& deeds() const { return deeds_; }

  // The conditions of a cue (`with`, `without`, `after`), read when they are first needed.
  Pattern condition(const std::string& text) const { return *parse_pattern(text); }

 private:
  void index(std::uint32_t pattern);
  void add_deeds(const Pattern& pattern);

  const FactWords& words_;
  std::map<std::string, std::vector<std::u32string>> sets_;
  std::vector<CuePattern> patterns_;
  std::map<char32_t, std::vector<std::uint32_t>> by_first_;
  std::vector<std::uint32_t> quantity_first_;
  WordFinder deeds_;
};

}  // namespace siqingdan
