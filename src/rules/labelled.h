// Texts as people write and speak them, each with the facts of the violation that it states: the files of
// `words/labelled/`. The matcher (src/match) learns from them which words to believe. Like the descriptions
// they decide nothing.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "facts/vocabulary.h"
#include "json/node.h"
#include "law/catalogue.h"

namespace siqingdan {

struct LabelledFact {
  FactId fact = kNoFact;
  std::int64_t value = 0;
};

struct Labelled {
  std::string id;
  std::string text;
  Date on;  // the day the words were said
  bool outside = false;  // it speaks of no offence
  std::size_t hand = 0;  // texts of one file are of one hand
  bool seen = false;     // the patterns of `words/facts/` were written with it in sight
  std::vector<LabelledFact> facts;
};

// Adds those of a file. A text that speaks of no offence has no facts: there is nothing that they could be
// facts of. Every offence and fact must be known, every value one that the fact can have; an id or a text
// that stands twice, in this file or another, is an error.
void read_labelled(const json::Document& document, const Vocabulary& vocabulary, const Catalogue& catalogue,
                   std::vector<Labelled>& labelled, Issues& issues);

}  // namespace siqingdan
