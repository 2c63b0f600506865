// What deciding one case found out that holds for others too: for whoever decides a great many.

#pragma once

#include <array>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "decide/grounds.h"

namespace siqingdan {

// Of one rule set, which must outlive it; used by one thread at a time. It changes no answer, only how often
// the same thing is worked out.
class Memory {
 public:
  explicit Memory(const RuleSet& rules);

  // collect_grounds, kept from day to day until a list, a rule or a number begins or ends: logs are in the
  // order of time. What is returned holds until the next call.
  const Grounds& grounds(Question question, const Offence* offence, Date on);

  // facts_to_ask. The search looks at a case only through the truths of leaves, the limits of those that are
  // open and the facts that these wait for; where all that is as it was in an earlier case, so is the result.
  const std::vector<FactId>& facts_to_ask(const Grounds& grounds, const FactSheet& facts);

 private:
  static constexpr std::size_t kMost = 100000;  // searches remembered; some hundred bytes each

  const RuleSet& rules_;
  std::set<Date> turns_;  // the days on which anything in the rules begins or ends
  Date on_;
  std::unordered_map<const Offence*, std::array<std::unique_ptr<Grounds>, kQuestions.size()>> grounds_;
  std::unordered_map<std::string, std::vector<FactId>> asked_;
};

}  // namespace siqingdan
