// What each list is worth today: how much of it is encoded, how far the text can be trusted, how well it is
// tested, what is doubtful, what is about to change. For the legal section, which sees here what is left.

#pragma once

#include <array>
#include <string>
#include <vector>

#include "rules/analysis.h"
#include "trial/trial.h"

namespace siqingdan {

struct ListStatus {
  const List* list = nullptr;
  bool in_force = false;              // on the day
  std::array<int, 4> items{};         // by Standing as index
  int tests = 0;
  int failures = 0;
  int leaves = 0;
  int leaves_seen = 0;                // yes, no and unknown
  int doubts = 0;                     // of the list and its items
  std::vector<std::string> changing;  // laws it cites that change within the window

  int encoded() const { return items[0] + items[1] + items[2] + items[3]; }
};

// One entry a list, in the order of the rule base. `base` must hold rules.
std::vector<ListStatus> status_of(const RuleBase& base, const Trial& trial, const std::vector<Cited>& cited,
                                  const Window& window);

}  // namespace siqingdan
