// Titles, aliases and descriptions as the examples that are learned from.

#pragma once

#include <cstdint>
#include <vector>

#include "law/catalogue.h"
#include "match/dictionary.h"
#include "match/learn.h"
#include "rules/descriptions.h"

namespace siqingdan {

// A class is an offence, in the order of ids; the last one is what is none.
struct Lessons {
  Dictionary dictionary;
  std::vector<Example> examples;
  std::vector<std::uint32_t> class_of;   // by example
  std::vector<std::uint32_t> domain_of;  // class → number of its domain; what is none is a domain of its own

  std::uint32_t classes() const { return static_cast<std::uint32_t>(domain_of.size()); }
  std::uint32_t domains() const { return domain_of.back() + 1; }
};

// In whatever order and however often the files say something, it is one example.
Lessons lessons_of(const Catalogue& catalogue, const Descriptions& descriptions);

}  // namespace siqingdan
