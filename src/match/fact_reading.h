// A text cut into clauses and sentences, with the words that decide what is so in them.

#pragma once

#include <vector>

#include "match/fact_lexicon.h"
#include "match/fact_quantity.h"
#include "match/folded.h"

namespace siqingdan {

// A word of a guard, at [from, to).
struct GuardHit {
  int guard = 0;  // index into FactWords::guards
  std::size_t from = 0;
  std::size_t to = 0;
};

class FactReading {
 public:
  FactReading(const Folded& folded, const FactLexicon& lexicon, Date on);

  std::u32string_view text() const { return text_; }
  int clause_at(std::size_t at) const { return clause_[at]; }
  int sentence_of(int clause) const { return sentence_[static_cast<std::size_t>(clause)]; }
  bool is_mark(std::size_t at) const { return mark_[at]; }
  // [first, last) of the clause's or the sentence's characters, no more than a few hundred around `at`.
  std::pair<std::size_t, std::size_t> clause_around(std::size_t at) const;
  std::pair<std::size_t, std::size_t> sentence_around(std::size_t at) const;

  // Where a pattern that begins at `at` ends; nothing if it does not match. A match stays in its clause.
  struct Match {
    std::size_t from = 0;
    std::size_t to = 0;
    const Quantity* quantity = nullptr;  // the one it holds
  };
  std::optional<Match> match(const Pattern& pattern, std::size_t at) const;
  bool occurs(const Pattern& pattern, std::size_t from, std::size_t to) const;

  // Negations that govern what begins at `at`, and where the first of them begins.
  struct Negation {
    int count = 0;
    std::size_t from = 0;
  };
  Negation negation_before(std::size_t at) const;

  // Guard words in [from, to), in order.
  std::vector<GuardHit> guards_in(std::size_t from, std::size_t to) const;
  bool holds_set(const char* set, std::size_t from, std::size_t to) const;

 private:
  void find_words();
  void cut();
  bool ends_sentence(std::size_t at) const;
  std::optional<std::size_t> match_from(const Pattern& pattern, std::size_t part, std::size_t at,
                                        const Quantity*& quantity) const;
  std::optional<std::size_t> after_gap(const Pattern& pattern, std::size_t part, std::size_t at,
                                       const Quantity*& quantity) const;
  std::optional<std::size_t> after_deed(const Pattern& pattern, std::size_t part, std::size_t at,
                                        const Quantity*& quantity) const;
  const Quantity* quantity_at(std::size_t at, Quantity::Kind kind) const;
  std::size_t word_ending_at(const std::vector<std::u32string>& words, std::size_t end,
                             std::size_t first) const;

  const FactLexicon& lexicon_;
  std::u32string_view text_;
  std::vector<int> clause_;     // per character; a mark belongs to the clause that it ends
  std::vector<bool> mark_;      // punctuation that ends a clause
  std::vector<bool> breaks_;    // a word that begins a clause begins here
  std::vector<bool> blocked_;   // a negation or a guard begins here
  std::vector<bool> neutral_;   // inside a neutral word
  std::vector<std::size_t> deed_;  // the length of the deed that begins here; 0: none
  std::vector<int> sentence_;   // per clause
  std::vector<GuardHit> guards_;
  std::vector<Quantity> quantities_;
};

}  // namespace siqingdan
