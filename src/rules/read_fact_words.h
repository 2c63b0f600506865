// words/facts.json, checked against the vocabulary.

#pragma once

#include "facts/vocabulary.h"
#include "json/object.h"
#include "rules/fact_words.h"

namespace siqingdan {

// Issues: unknown facts, sets and guards (with a suggestion), values that do not fit the fact, patterns that
// cannot be read, a missing set that the matcher needs, and judgements: those are never taken from words.
FactWords read_fact_words(const json::Context& context, const json::Node& node, const Vocabulary& vocabulary);

}  // namespace siqingdan
