// The files below words/facts/, checked against the vocabulary.

#pragma once

#include <vector>

#include "base/issue.h"
#include "facts/vocabulary.h"
#include "json/node.h"
#include "rules/fact_words.h"

namespace siqingdan {

// What all files say together: a set or a guard of one may be named in every other.
// Issues: unknown facts, sets and guards (with a suggestion), a set that stands in two files, values that do
// not fit the fact, patterns that cannot be read, a missing set that the matcher needs, and judgements: those
// are never taken from words.
FactWords read_fact_words(const std::vector<const json::Document*>& files, const Vocabulary& vocabulary,
                          Issues& issues);

}  // namespace siqingdan
