// How often words were matched rightly: counted text by text, printed as tables.

#pragma once

#include <map>
#include <string>

#include "json/value.h"
#include "match/understand.h"

namespace siqingdan {

struct Tally {
  int all = 0;
  int first = 0;
  int among_three = 0;
};

// Of one kind of fact.
struct FactTally {
  int stated = 0;  // by the label
  int proposed = 0;  // by the program
  int right = 0;  // the same value in both
};

// Of one set of texts.
struct Figures {
  std::map<std::string, Tally> domains;
  std::map<std::string, FactTally> facts;
  Tally all;
  int outside = 0;
  int recognised = 0;
  int sure = 0;  // with an offence named as the one
  int sure_right = 0;  // rightly
  int false_none = 0;
};

// `line` is a labelled text (docs/RULES.md); `show` prints it if it was not matched rightly.
void measure_offence(const Ranking& ranking, const json::Value& line, bool show, Figures& figures);

// A text outside any offence has no facts: there is no violation that they could be facts of.
void measure_facts(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary,
                   const json::Value& line, bool show, Figures& figures);

void print(const std::string& name, const Figures& figures);

}  // namespace siqingdan
