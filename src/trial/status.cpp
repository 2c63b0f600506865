#include "trial/status.h"

#include <algorithm>
#include <set>

namespace siqingdan {
namespace {

bool seen_in_full(const Seen& seen) {
  return std::all_of(seen.begin(), seen.end(), [](int times) { return times > 0; });
}

void add(const RuleTrial& trial, ListStatus& status) {
  status.tests += trial.tests;
  status.failures += static_cast<int>(trial.failures.all().size());
  for (const auto& leaf : trial.leaves) {
    ++status.leaves;
    status.leaves_seen += seen_in_full(leaf.second) ? 1 : 0;
  }
}

bool changes(const Law& law, const Window& window) {
  return std::any_of(law.versions.begin(), law.versions.end(), [&](const LawVersion& version) {
    return (version.from && window.coming(*version.from)) || (version.until && window.coming(*version.until));
  });
}

// Does the place stand in the list or one of its items?
bool within(const std::string& owner, const std::string& list) {
  return owner == list || owner.rfind(list + "/", 0) == 0;
}

}  // namespace

std::vector<ListStatus> status_of(const RuleBase& base, const Trial& trial, const std::vector<Cited>& cited,
                                  const Window& window) {
  const RuleSet& rules = *base.rules;
  std::vector<ListStatus> all;
  for (const List& list : rules.lists) {
    ListStatus status;
    status.list = &list;
    status.in_force = list.in_force(window.on);
    status.doubts = static_cast<int>(list.open.size());
    std::set<std::string> changing;
    for (const Cited& one : cited) {
      if (within(one.owner, list.id) && changes(rules.catalogue.laws.at(one.cite.law), window)) {
        changing.insert(one.cite.law);
      }
    }
    add(trial.lists[all.size()], status);
    status.changing.assign(changing.begin(), changing.end());
    all.push_back(std::move(status));
  }
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    const Rule& rule = rules.rules[i];
    ListStatus& status = all[rule.list];
    ++status.items[static_cast<std::size_t>(rule.standing)];
    status.doubts += static_cast<int>(rule.open.size());
    add(trial.rules[i], status);
  }
  return all;
}

}  // namespace siqingdan
