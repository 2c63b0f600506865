// Like cases that came out differently: the same offence and the same facts (record/compact.h, `likeness`),
// but not the same answers, or not the same decision of the bureau.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "record/acts.h"
#include "record/filter.h"

namespace siqingdan {

// One way in which some of them came out.
struct AlikeResult {
  std::array<std::string, kQuestions.size()> answers;
  std::array<std::string, kQuestions.size()> outcomes;  // granted, refused; empty: nothing was recorded
  std::vector<std::int64_t> decisions;  // by number
  std::map<std::string, std::int64_t> officers;  // how many each of them decided
  std::string from;  // the days of the first and the last of them
  std::string until;
};

// Something that the cases say differently; of each result every value that occurs and how often, the most
// frequent first. A value is JSON; empty: nothing was said.
struct AlikeDifference {
  std::string fact;
  bool tells_apart = false;  // no value occurs in two results
  std::vector<std::vector<std::pair<std::string, std::int64_t>>> values;  // by result
};

struct AlikeGroup {
  std::string key;
  std::string offence;
  std::vector<AlikeResult> results;  // the most frequent first
  std::vector<AlikeDifference> differences;  // those that tell apart first, then by fact; without dates
  bool other_rules = false;  // not all were decided with the same rules
};

struct Alike {
  ActCount count;
  std::int64_t groups = 0;  // of two or more acts, whether they differ or not
  std::vector<AlikeGroup> differing;  // by offence, then by the first decision
};

// Among the acts that the filter means; acts whose offence is not known are left out.
Alike like_cases(const Log& log, const Filter& filter);

}  // namespace siqingdan
