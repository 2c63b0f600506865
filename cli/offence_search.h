// Naming the offence in an interview.

#pragma once

#include "facts/case.h"
#include "prompt.h"

namespace siqingdan::cli {

// Finds an offence by its id, by words of its title or of what people call it (in Traditional characters
// too), or by its number in the list shown last; shows what fits if that is not exactly one, and where
// nothing does, the offences that the words describe.
class OffenceSearch {
 public:
  OffenceSearch(const Prompt& prompt, const RuleSet& rules) : prompt_(prompt), rules_(rules) {}

  // The offence, or null if there is more to be said.
  const Offence* find(const std::string& words);

  // Shows what a description was found to speak of, to be chosen from.
  void offer(const std::vector<OffenceCandidate>& candidates);

 private:
  using Written = std::string (*)(const std::string&);
  std::vector<const Offence*> fitting(const std::string& words) const;
  std::vector<const Offence*> fitting(const std::string& words, Written written) const;

  std::vector<const Offence*> described(const std::string& words) const;
  void show(std::vector<const Offence*> offences);

  const Prompt& prompt_;
  const RuleSet& rules_;
  std::vector<const Offence*> shown_;
};

}  // namespace siqingdan::cli
