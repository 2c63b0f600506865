// First the facts of every unknown leaf below unknown nodes: knowing all of them settles the answer, because
// three-valued logic has nothing left to be unknown about. Then each is tried: if the rest still settles the
// answer for every combination of values, it goes.
//
// Values are tried by representatives: both truths, every code, and for amounts and dates the points around
// each limit some leaf compares with. Between two such points no leaf changes, so these are all the worlds
// there are.

#include "decide/questions.h"

#include <algorithm>
#include <map>
#include <set>

namespace siqingdan {
namespace {

class Search {
 public:
  Search(const Grounds& grounds, const FactSheet& facts) : grounds_(grounds), sheet_(facts) {
    for (const Candidate& candidate : grounds_.candidates) {
      parts_.push_back({&candidate.rule->condition, &grounds_.list_of(*candidate.rule),
                        grounds_.laws[candidate.law].on, &candidate});
    }
    for (const LawOfDay& law : grounds_.laws) {
      for (const BindingBar& binding : law.bars) {
        parts_.push_back({&binding.bar->when, binding.list, law.on, nullptr});
      }
    }
  }

  std::vector<FactId> run() {
    const std::map<FactId, int> open = open_facts();
    std::vector<FactId> order;
    for (const auto& entry : open) {
      order.push_back(entry.first);
    }
    // What could not be established stands last, so that the rest is asked for if it can do without.
    std::stable_sort(order.begin(), order.end(), [&](FactId a, FactId b) {
      return std::make_pair(sheet_.was_asked(a), -open.at(a)) <
             std::make_pair(sheet_.was_asked(b), -open.at(b));
    });
    std::set<FactId> kept(order.begin(), order.end());
    // The facts that matter least are tried first.
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
      kept.erase(*it);
      evaluations_ = 0;
      if (!settles(kept)) {
        kept.insert(*it);
      }
    }
    order.erase(std::remove_if(order.begin(), order.end(),
                               [&](FactId f) { return kept.count(f) == 0 || sheet_.was_asked(f); }),
                order.end());
    return order;
  }

 private:
  struct Part {
    const Expression* condition;
    const List* list;
    Date law_on;
    const Candidate* candidate;  // null: a bar
  };

  const Vocabulary& vocabulary() const { return grounds_.rules.vocabulary; }
  Situation situation(const Part& part) const { return grounds_.situation(*part.list, part.law_on, sheet_); }

  // Unknown facts of unknown leaves below unknown nodes, with the number of leaves that wait for them.
  std::map<FactId, int> open_facts() const {
    std::map<FactId, int> open;
    for (const Part& part : parts_) {
      const Truth counts = part.candidate == nullptr ? Truth::yes : grounds_.counts(*part.candidate, sheet_);
      if (counts == Truth::no) {
        continue;
      }
      const auto truths = evaluate(*part.condition, situation(part));
      descend(*part.condition, truths, truths.size() - 1, open);
      if (counts == Truth::unknown && truths.back() != Truth::no) {
        ++open[grounds_.act_on];
      }
    }
    return open;
  }

  void descend(const Expression& condition, const std::vector<Truth>& truths, std::size_t at,
               std::map<FactId, int>& open) const {
    if (truths[at] != Truth::unknown) {
      return;
    }
    const Condition& node = condition[at];
    for (const std::uint16_t child : node.children) {
      descend(condition, truths, child, open);
    }
    if (node.is_leaf()) {
      for (const FactId fact : {node.fact, node.until_fact}) {
        if (fact != kNoFact && !sheet_.at(fact)) {
          ++open[fact];
        }
      }
    }
  }

  // One value for each way the fact can turn out, as far as the leaves can tell them apart.
  std::set<std::int64_t> values_of(FactId fact) const {
    std::set<std::int64_t> values;
    const Fact& meaning = vocabulary().facts[fact];
    if (meaning.is_yes_or_no()) {
      return {0, 1};
    }
    for (std::size_t code = 0; code < meaning.codes.size(); ++code) {
      values.insert(static_cast<std::int64_t>(code));
    }
    for (const Part& part : parts_) {
      for (const Condition& leaf : *part.condition) {
        if (leaf.is_leaf() && meaning.codes.empty() && (leaf.fact == fact || leaf.until_fact == fact)) {
          add_points(leaf, part, fact, values);
        }
      }
      if (fact == grounds_.act_on && part.candidate != nullptr && part.candidate->acts) {
        values.insert({to_number(part.candidate->acts->from), to_number(part.candidate->acts->until)});
      }
    }
    return values;
  }

  // The points around the limit of one leaf.
  void add_points(const Condition& leaf, const Part& part, FactId fact,
                  std::set<std::int64_t>& values) const {
    const auto limit = limit_of(leaf, situation(part));
    if (!limit) {
      return;
    }
    if (leaf.op != Condition::Op::longer_than && leaf.op != Condition::Op::not_longer_than) {
      values.insert({*limit - 1, *limit, *limit + 1});
      return;
    }
    const FactId other = leaf.fact == fact ? leaf.until_fact : leaf.fact;
    if (other != kNoFact && !sheet_.at(other)) {
      // Wherever this end is, the other can still be placed on either side: any day will do.
      values.insert(to_number(grounds_.on));
      return;
    }
    const Date end = other == kNoFact ? grounds_.on : from_number(static_cast<int>(sheet_.at(other)->number));
    const std::int64_t count = leaf.fact == fact ? -*limit : *limit;
    const std::int64_t point = to_number(moved(end, count, part.list->numbers.at(leaf.number).unit));
    for (std::int64_t step = -4; step <= 4; ++step) {  // months differ in length
      values.insert(point + step);
    }
  }

  // Is the answer settled for every combination of values of `chosen`?
  bool settles(const std::set<FactId>& chosen) {
    if (++evaluations_ > kSearchLimit) {
      return false;
    }
    if (answer_of(grounds_, sheet_) != Answer::undetermined) {
      return true;
    }
    const std::map<FactId, int> open = open_facts();
    FactId next = kNoFact;
    for (const auto& [fact, count] : open) {
      if (chosen.count(fact) > 0 && (next == kNoFact || count > open.at(next))) {
        next = fact;
      }
    }
    if (next == kNoFact) {
      return false;
    }
    const bool was_asked = sheet_.was_asked(next);
    bool settled = true;
    for (const std::int64_t value : values_of(next)) {
      sheet_.set(next, {value, {}, {}, {}});
      settled = settles(chosen);
      if (!settled) {
        break;
      }
    }
    sheet_.clear(next);
    if (was_asked) {
      sheet_.set_unknowable(next);
    }
    return settled;
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
