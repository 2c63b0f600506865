// The words that facts are told from: the files below `words/facts/`.
//
// What a cue, a guard or a set means is said in docs/RULES.md; how they are read in a text is the work of
// match/fact_propose.h. Here is only what stands in the file.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "facts/vocabulary.h"
#include "rules/word_list.h"

namespace siqingdan {

struct FactWords {
  // How far a guard reaches: what stands after it in its clause, its whole clause, its clause and the next
  // one, or the rest of its sentence.
  enum class Reach : std::uint8_t { right, clause, next, sentence };

  // Words that take what is said near them out of what is so: a question, a condition, an intention.
  struct Guard {
    std::string name;
    Reach reach = Reach::right;
    bool done_beats = false;     // it does not hold where a word of the set `done` follows it
    WordList words;
  };

  // Words that state a fact.
  struct Cue {
    FactId fact = kNoFact;
    std::optional<std::int64_t> value;    // what they state; nothing: nothing, or the quantity they hold
    std::optional<std::int64_t> negated;  // what they state when they are negated
    bool doubtful = false;                // they often state it, and often do not
    bool wins = false;                    // beats what other words say of the same fact
    WordList words;       // patterns
    WordList with;        // one of these stands in the same sentence
    WordList anywhere;  // one of these stands in the text, a few hundred characters around
    WordList nowhere;  // none of these does
    WordList without;  // none of these stands in the same clause
    WordList after;  // one of these stands somewhere before
    WordList ignores;  // guards that do not touch it
  };

  // What is not proposed beside another fact (put right, but still not as the law wants it), or where words
  // follow that take it back in part (撤了海报,但灯箱仍亮着).
  struct Yield {
    FactId fact = kNoFact;
    std::optional<std::int64_t> value;  // only this one; nothing: any
    FactId to = kNoFact;  // nothing if `then` says it
    std::int64_t is = 0;  // what is proposed of `to`
    WordList then;  // patterns; one of them stands soon after
  };

  std::map<std::string, WordList> sets;
  std::vector<Guard> guards;
  std::vector<Cue> cues;
  std::vector<Yield> yields;
  // What only those state who speak of a violation; an inspection, a loss, praise is told of much else.
  std::vector<FactId> of_violation;

  bool empty() const { return cues.empty(); }
};

// The sets that the matcher itself looks at; the others only serve patterns.
inline constexpr std::array kFactSets = {
    "not",  // negations
    "bridge",  // what may stand between a negation and what it denies
    "neutral",  // words in which a negation, a guard or a break means nothing: 非常, 按要求
    "break",  // words that begin a clause without a mark before them: 但是
    "done",  // words that say that something is over: 已经
    "later",  // words that say that what follows is the newer state: 后来
    "here",  // the party itself, after somebody else was spoken of
    "deed",  // what dates belong to that are dates of no fact: 到期, 送达
};

}  // namespace siqingdan
