// What it takes to read facts out of words.

#pragma once

#include "facts/vocabulary.h"
#include "rules/fact_words.h"

namespace siqingdan {

struct Speech {
  Vocabulary vocabulary;
  FactWords words;
};

}  // namespace siqingdan
