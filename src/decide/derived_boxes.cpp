// The worlds in which a derived fact is yes, or no, given which of its dates are known.
//
// Yes: every violation that is known of is forgotten, and there is none after it: because the known one is
// stated to be the last, because the records show none, or because somebody says so. No: one is not
// forgotten, or somebody says so where the dates do not tell.

#include <algorithm>

#include "decide/box.h"
#include "decide/last_violation.h"

namespace siqingdan {
namespace {

class DerivedLeaf {
 public:
  DerivedLeaf(const Condition& leaf, Truth wanted, const Situation& s)
      : leaf_(leaf),
        wanted_(wanted),
        s_(s),
        fact_(s.vocabulary.facts[leaf.fact]),
        back_(number_used(leaf, s)),
        last_(last_violation(fact_, s.facts)) {}

  bool is_told() const {
    return back_.value != nullptr && (last_.at_least != kNoFact || last_.at_most != kNoFact);
  }

  Boxes boxes() const {
    const Allowed admitted = *siqingdan::admitted(leaf_, wanted_, s_);
    // The last day of a violation that no longer counts.
    const std::int64_t forgotten = to_number(last_start(s_.on, back_.value->is, back_.number->unit));
    Boxes boxes;
    if (admitted.includes(1)) {
      first(boxes, forgotten);
    }
    if (admitted.includes(0)) {
      not_first(boxes, forgotten);
    }
    return boxes;
  }

 private:
  bool is_known(FactId fact) const { return fact != kNoFact && s_.facts.at(fact); }

  std::vector<FactId> violations() const {
    std::vector<FactId> known;
    for (const FactId fact : {fact_.derived_from, fact_.found_on}) {
      if (is_known(fact)) {
        known.push_back(fact);
      }
    }
    return known;
  }

  void first(Boxes& boxes, std::int64_t forgotten) const {
    std::vector<Demand> old;
    for (const FactId violation : violations()) {
      old.push_back(not_later_than(violation, forgotten));
    }
    const auto add_with = [&](const Demand& none_since) {
      std::vector<Demand> demands = old;
      demands.push_back(none_since);
      add(boxes, std::move(demands));
    };
    if (is_known(fact_.derived_from)) {
      add(boxes, std::move(old));
      return;
    }
    if (is_known(fact_.clear_since)) {
      add_with(not_later_than(fact_.clear_since, forgotten + 1));
    }
    add_with(stated(1));
  }

  void not_first(Boxes& boxes, std::int64_t forgotten) const {
    for (const FactId violation : violations()) {
      add(boxes, {later_than(violation, forgotten)});
    }
    if (is_known(fact_.derived_from)) {
      return;
    }
    std::vector<Demand> demands = {stated(0)};
    if (is_known(fact_.clear_since)) {
      demands.push_back(later_than(fact_.clear_since, forgotten + 1));
    }
    add(boxes, std::move(demands));
  }

  Demand demand(FactId fact, Allowed allowed) const { return {fact, allowed, {{&leaf_, wanted_, back_}}}; }

  Demand not_later_than(FactId date, std::int64_t day) const {
    Allowed days = every_value(s_.vocabulary.facts[date], s_.on);
    days.most = std::min(days.most, day);
    return demand(date, days);
  }

  Demand later_than(FactId date, std::int64_t day) const {
    Allowed days = every_value(s_.vocabulary.facts[date], s_.on);
    days.least = std::max(days.least, day + 1);
    return demand(date, days);
  }

  Demand stated(std::int64_t value) const {
    return demand(leaf_.fact, {true, std::uint64_t{1} << value, 0, 0});
  }

  void add(Boxes& boxes, std::vector<Demand> demands) const {
    Box box;
    for (Demand& demand : demands) {
      if (!box.narrow(std::move(demand))) {
        return;
      }
    }
    boxes.join({{std::move(box)}, true}, s_.facts);
  }

  const Condition& leaf_;
  Truth wanted_;
  const Situation& s_;
  const Fact& fact_;
  NumberUsed back_;
  LastViolation last_;
};

}  // namespace

std::optional<Boxes> boxes_of_derived(const Condition& leaf, Truth wanted, const Situation& situation) {
  const DerivedLeaf derived(leaf, wanted, situation);
  return derived.is_told() ? std::optional<Boxes>(derived.boxes()) : std::nullopt;
}

}  // namespace siqingdan
