// Naming the offence in an interview.

#pragma once

#include "prompt.h"

namespace siqingdan::cli {

// Finds an offence by its id, by words of its title or of what people call it (in Traditional characters
// too), or by its number in the list shown last; shows what fits if that is not exactly one.
class OffenceSearch {
 public:
  OffenceSearch(const Prompt& prompt, const RuleSet& rules) : prompt_(prompt), rules_(rules) {}

  // The offence, or null if there is more to be said.
  const Offence* find(const std::string& words);

 private:
  using Written = std::string (*)(const std::string&);
  std::vector<const Offence*> fitting(const std::string& words) const;
  std::vector<const Offence*> fitting(const std::string& words, Written written) const;

  const Prompt& prompt_;
  const RuleSet& rules_;
  std::vector<const Offence*> shown_;
};

}  // namespace siqingdan::cli
