// Finds the words of the groups in a folded text, slips of one character included.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/words.h"

namespace siqingdan {

// A word of a group in a text.
struct WordHit {
  std::uint16_t group = 0;  // index into Lexicon::names
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool slip = false;  // but for one character

  friend auto operator<=>(const WordHit&, const WordHit&) = default;
};

class Lexicon {
 public:
  explicit Lexicon(const EverydayWords::Lists& groups, const std::vector<std::string>& deniable = {});

  // In the order of their places. A denied word of a deniable group is not found. A word is not found inside a word of the group `-`, nor a single character
  // inside a longer word; a slip is not found where a word stands as it should.
  std::vector<WordHit> find(std::u32string_view text) const;

  const std::vector<std::string>& names() const { return names_; }  // in alphabetical order

 private:
  struct Word {
    std::u32string text;  // before the gap
    std::u32string rest;  // after it; empty: no gap
    std::uint16_t group = 0;
  };
  // Two sounds of a word, by which it is looked up: its first two, and of a long word its last two as well.
  struct Key {
    std::uint64_t sounds = 0;
    std::uint32_t word = 0;
    std::uint32_t offset = 0;

    friend auto operator<=>(const Key&, const Key&) = default;
  };

  void add(const std::string& word, std::uint16_t group);
  void try_word(const Key& key, std::u32string_view text, std::size_t at, std::vector<WordHit>& hits) const;

  std::vector<std::string> names_;
  std::vector<Word> words_;
  std::vector<Key> keys_;
  std::vector<bool> deniable_;  // by group
};

// True for what ends a clause: , . ; ! ? and their Chinese forms, line ends.
bool ends_clause(char32_t character);

// Chinese characters, as against letters, digits and marks.
bool is_chinese(char32_t character);

}  // namespace siqingdan
