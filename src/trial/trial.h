// Runs the tests that stand inside the rule files, and measures what they saw.

#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/issue.h"
#include "base/truth.h"
#include "rules/read_rules.h"

namespace siqingdan {

// How often a leaf was seen with each truth, by Truth as index.
using Seen = std::array<int, 3>;

struct RuleTrial {
  std::string rule;
  int tests = 0;
  Issues failures;                    // at the place of the test
  std::map<std::string, Seen> leaves;  // by leaf id
  int undetermined = 0;               // tests in which the ground was undetermined
  bool of_item = true;                // false: of the cautions of a list, whose ids stand for leaves

  // Leaves not yet seen yes, no and unknown, as `id (never no)`; and whether the ground was never open.
  std::vector<std::string> holes() const;
};

struct Trial {
  std::vector<RuleTrial> rules;  // beside RuleSet::rules
  std::vector<RuleTrial> lists;  // beside RuleSet::lists

  std::vector<const RuleTrial*> all() const;
  int tests() const;
  int failures() const;
  int leaves() const;
  int holes() const;

 private:
  template <class Count>
  int sum(Count count) const {
    int total = 0;
    for (const RuleTrial* one : all()) {
      total += count(*one);
    }
    return total;
  }
};

// `base` must hold rules.
Trial run_tests(const RuleBase& base);

}  // namespace siqingdan
