// First the facts of every unknown leaf below unknown nodes: knowing all of them settles the answer, because
// three-valued logic has nothing left to be unknown about. Then each is tried: if the rest still settles the
// answer for every combination of values, it goes. Where somebody already could not establish a fact,
// "settles" is as much as can still be settled without it.

#include "decide/questions.h"

#include <algorithm>
#include <set>

#include "decide/open_facts.h"

namespace siqingdan {
namespace {

class Search {
 public:
  Search(const Grounds& grounds, const FactSheet& facts)
      : grounds_(grounds), sheet_(facts), parts_(parts_of(grounds)) {}

  std::vector<FactId> run() {
    const std::map<FactId, int> open = open_facts(grounds_, parts_, sheet_);
    std::vector<FactId> order;
    for (const auto& entry : open) {
      if (!sheet_.was_asked(entry.first)) {
        order.push_back(entry.first);
      }
    }
    std::stable_sort(order.begin(), order.end(), [&](FactId a, FactId b) { return open.at(a) > open.at(b); });
    std::set<FactId> kept(order.begin(), order.end());
    // The facts that matter least are tried first.
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
      kept.erase(*it);
      evaluations_ = 0;
      if (!settles(kept)) {
        kept.insert(*it);
      }
    }
    order.erase(std::remove_if(order.begin(), order.end(), [&](FactId f) { return kept.count(f) == 0; }),
                order.end());
    return order;
  }

 private:
  // For every combination of values of `chosen`: is the answer settled, or beyond settling?
  bool settles(const std::set<FactId>& chosen) {
    if (++evaluations_ > kSearchLimit) {
      return false;
    }
    if (answer_of(grounds_, sheet_) != Answer::undetermined) {
      return true;
    }
    const std::map<FactId, int> open = open_facts(grounds_, parts_, sheet_);
    FactId next = kNoFact;
    for (const auto& [fact, count] : open) {
      if (chosen.count(fact) > 0 && (next == kNoFact || count > open.at(next))) {
        next = fact;
      }
    }
    if (next == kNoFact) {
      return !can_settle(open);
    }
    return with_every_value(next, [&] { return settles(chosen); });
  }

  // Is there a combination of values of the facts that may still be asked that settles the answer? Where none
  // of the open facts was asked in vain there always is.
  bool can_settle(const std::map<FactId, int>& open) {
    FactId next = kNoFact;
    bool in_vain = false;
    for (const auto& [fact, count] : open) {
      if (sheet_.was_asked(fact)) {
        in_vain = true;
      } else if (next == kNoFact || count > open.at(next)) {
        next = fact;
      }
    }
    if (next == kNoFact || !in_vain) {
      return next != kNoFact;
    }
    return !with_every_value(next, [&] {
      if (++evaluations_ > kSearchLimit || answer_of(grounds_, sheet_) != Answer::undetermined) {
        return false;
      }
      return !can_settle(open_facts(grounds_, parts_, sheet_));
    });
  }

  template <class Holds>
  bool with_every_value(FactId fact, const Holds& holds) {
    bool all = true;
    for (const std::int64_t value : values_of(grounds_, parts_, sheet_, fact)) {
      sheet_.set(fact, {value, {}, {}, {}});
      all = holds();
      if (!all) {
        break;
      }
    }
    sheet_.clear(fact);
    return all;
  }

  const Grounds& grounds_;
  FactSheet sheet_;
  std::vector<Part> parts_;
  int evaluations_ = 0;
};

}  // namespace

std::vector<FactId> facts_to_ask(const Grounds& grounds, const FactSheet& facts) {
  if (answer_of(grounds, facts) != Answer::undetermined) {
    return {};
  }
  return Search(grounds, facts).run();
}

}  // namespace siqingdan
