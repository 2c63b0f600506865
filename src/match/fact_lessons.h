// Labelled texts as the examples from which it is learned what to believe.

#pragma once

#include <map>
#include <vector>

#include "match/dictionary.h"
#include "match/fact_evidence.h"
#include "match/learn.h"

namespace siqingdan {

// A statement that was found in a labelled text.
struct FactLesson {
  std::size_t text = 0;
  Statement statement;
  Example example;     // its near_parts
  bool meant = false;  // the label says so
};

struct FactLessons {
  Dictionary dictionary;
  std::vector<Example> texts;  // beside the labelled texts
  std::map<Claim, std::vector<FactLesson>> of;  // claims of which enough was said to learn from
};

FactLessons fact_lessons_of(const std::vector<Labelled>& labelled, const Vocabulary& vocabulary,
                            const FactWords& words);

}  // namespace siqingdan
