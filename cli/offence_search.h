// Naming the offence in an interview.

#pragma once

#include "context.h"

namespace siqingdan::cli {

// Finds an offence by its id, by words of its title or of what people call it, or by its number in the list
// shown last; shows what fits if that is not exactly one.
class OffenceSearch {
 public:
  OffenceSearch(const Context& context, const RuleSet& rules) : context_(context), rules_(rules) {}

  // The offence, or null if there is more to be said.
  const Offence* find(const std::string& words);

 private:
  std::vector<const Offence*> fitting(const std::string& words) const;

  const Context& context_;
  const RuleSet& rules_;
  std::vector<const Offence*> shown_;
};

}  // namespace siqingdan::cli
