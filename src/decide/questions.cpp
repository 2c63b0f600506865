// First the facts of every unknown leaf below unknown nodes: knowing all of them settles the answer, because
// three-valued logic has nothing left to be unknown about. Then each is tried: if the rest still settles the
// answer for every combination of values, it goes.
//
// While a fact is tried, the search is for a combination that leaves the answer open for want of that fact.
// Once no open condition waits for it any more, none will later: what is known stays known. So only the
// combinations are visited that keep the fact waited for, and the facts it shares a condition with go first.

#include "decide/questions.h"

#include <algorithm>
#include <set>

#include "decide/narrow.h"
#include "decide/open_facts.h"

namespace siqingdan {
namespace {

// What is done about the facts that somebody already could not establish.
enum class Vain { reckoned_with, left_open };

class QuestionSearch {
 public:
  QuestionSearch(const Grounds& grounds, const FactSheet& facts, Vain vain)
      : grounds_(grounds), sheet_(facts), vain_(vain), parts_(parts_of(grounds)) {}

  // `open`: the facts that conditions wait for, and how many.
  std::vector<FactId> run(const std::map<FactId, int>& open) {
    std::vector<FactId> order;
    if (vain_ == Vain::left_open && !can_settle(open_facts(grounds_, parts_, sheet_))) {
      return order;
    }
    for (const auto& [fact, count] : open) {
      if (!left_open(fact)) {
        order.push_back(fact);
      }
    }
    // What could not be established stands last, so that the rest is asked for if it can do without.
    std::stable_sort(order.begin(), order.end(), [&](FactId a, FactId b) {
      return std::make_pair(sheet_.was_asked(a), -open.at(a)) <
             std::make_pair(sheet_.was_asked(b), -open.at(b));
    });
    limit_ = order.size() < open.size() ? kLimitInVain : kSearchLimit;
    std::set<FactId> kept(order.begin(), order.end());
    // The facts that matter least are tried first.
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
      kept.erase(*it);
      evaluations_ = 0;
      near_ = facts_beside(*it);
      if (!settles(kept, *it)) {
        kept.insert(*it);
      }
    }
    std::erase_if(order, [&](FactId f) { return kept.count(f) == 0 || sheet_.was_asked(f); });
    return order;
  }

 private:
  bool left_open(FactId fact) const { return vain_ == Vain::left_open && sheet_.was_asked(fact); }

  // The facts of the conditions that look at `fact`, by id.
  std::vector<bool> facts_beside(FactId fact) const {
    std::vector<bool> beside(sheet_.size(), false);
    for (const Part& part : parts_) {
      const Expression& nodes = *part.condition;
      if (std::any_of(nodes.begin(), nodes.end(),
                      [&](const Condition& n) { return n.fact == fact || n.until_fact == fact; })) {
        for (const Condition& node : nodes) {
          for (const FactId other : {node.fact, node.until_fact}) {
            if (other != kNoFact) {
              beside[other] = true;
            }
          }
        }
      }
    }
    return beside;
  }

  // For every combination of values of `chosen`: is the answer settled, or beyond settling? It is known that
  // it would be with `tried` as well.
  bool settles(const std::set<FactId>& chosen, FactId tried) {
    if (++evaluations_ > limit_) {
      return false;
    }
    const std::map<FactId, int> open = open_facts(grounds_, parts_, sheet_);
    if (open.count(tried) == 0 || answer_of(grounds_, sheet_) != Answer::undetermined) {
      return true;
    }
    FactId next = kNoFact;
    std::pair<bool, int> most;
    for (const auto& [fact, count] : open) {
      const std::pair<bool, int> rank(near_[fact], count);
      if (chosen.count(fact) > 0 && (next == kNoFact || rank > most)) {
        next = fact;
        most = rank;
      }
    }
    if (next == kNoFact) {
      return vain_ == Vain::left_open && !can_settle(open);
    }
    return with_every_value(next, [&] { return settles(chosen, tried); });
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
      if (++evaluations_ > limit_ || answer_of(grounds_, sheet_) != Answer::undetermined) {
        return false;
      }
      return !can_settle(open_facts(grounds_, parts_, sheet_));
    });
  }

  template <class Holds>
  bool with_every_value(FactId fact, const Holds& holds) {
    const bool was_asked = sheet_.was_asked(fact);
    bool all = true;
    for (const std::int64_t value : values_of(grounds_, parts_, sheet_, fact)) {
      sheet_.set(fact, {value, {}, {}, {}});
      all = holds();
      if (!all) {
        break;
      }
    }
    sheet_.clear(fact);
    if (was_asked) {
      sheet_.set_unknowable(fact);
    }
    return all;
  }

  const Grounds& grounds_;
  FactSheet sheet_;
  Vain vain_;
  std::vector<Part> parts_;
  std::vector<bool> near_;  // by fact: shares a condition with the one that is tried
  int evaluations_ = 0;
  int limit_ = kSearchLimit;
};

std::vector<FactId> searched(const Grounds& grounds, const FactSheet& facts, Vain vain) {
  if (answer_of(grounds, facts) != Answer::undetermined) {
    return {};
  }
  const Narrowed narrowed(grounds, facts);
  return QuestionSearch(narrowed.grounds(), facts, vain).run(open_facts(grounds, parts_of(grounds), facts));
}

}  // namespace

std::vector<FactId> facts_to_ask(const Grounds& grounds, const FactSheet& facts) {
  return searched(grounds, facts, Vain::reckoned_with);
}

std::vector<FactId> facts_still_to_ask(const Grounds& grounds, const FactSheet& facts) {
  return searched(grounds, facts, Vain::left_open);
}

}  // namespace siqingdan
