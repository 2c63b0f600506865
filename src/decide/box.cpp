#include "decide/box.h"

#include <algorithm>
#include <limits>

namespace siqingdan {
namespace {

using Op = Condition::Op;

bool same_leaf(const Wanted& a, const Wanted& b) { return a.leaf == b.leaf && a.truth == b.truth; }

bool same_span(const SpanDemand& a, const SpanDemand& b) { return same_leaf(a.because, b.because); }

// How many known facts would have to change for it, and how many it speaks of.
std::pair<std::size_t, std::size_t> asks(const Box& box, const FactSheet& facts) {
  const auto changes = std::count_if(box.demands.begin(), box.demands.end(), [&](const Demand& demand) {
    const auto& known = facts.at(demand.fact);
    return known && !demand.allowed.includes(known->number);
  });
  return {static_cast<std::size_t>(changes), box.demands.size() + box.spans.size()};
}

// Leaves out what another box covers, and what is beyond the limit.
void tidy(Boxes& boxes, const FactSheet& facts) {
  std::vector<Box>& all = boxes.all;
  if (all.size() < 2) {
    return;
  }
  std::stable_sort(all.begin(), all.end(),
                   [&](const Box& a, const Box& b) { return asks(a, facts) < asks(b, facts); });
  std::vector<Box> kept;
  for (Box& box : all) {
    const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Box& k) { return k.covers(box); });
    if (!covered && kept.size() == kBoxLimit) {
      boxes.complete = false;
      break;
    }
    if (!covered) {
      kept.push_back(std::move(box));
    }
  }
  all = std::move(kept);
}

Boxes boxes_of_leaf(const Condition& leaf, Truth wanted, const Situation& s) {
  const Fact& fact = s.vocabulary.facts[leaf.fact];
  const NumberUsed number = number_used(leaf, s);
  Box box;
  if (leaf.until_fact != kNoFact) {
    if (number.value == nullptr) {
      return {};
    }
    const bool longer = (leaf.op == Op::longer_than) == (wanted == Truth::yes);
    box.spans.push_back(
        {leaf.fact, leaf.until_fact, number.value->is, number.number->unit, longer, {&leaf, wanted, number}});
    return {{std::move(box)}, true};
  }
  if (fact.type == FactType::derived) {
    if (auto boxes = boxes_of_derived(leaf, wanted, s)) {
      return std::move(*boxes);
    }
  }
  const auto allowed = admitted(leaf, wanted, s);
  if (!allowed) {
    return {};
  }
  Demand demand{leaf.fact, every_value(fact, s.on), {{&leaf, wanted, number}}};
  demand.allowed.meet(*allowed);
  return box.narrow(std::move(demand)) ? Boxes{{std::move(box)}, true} : Boxes{};
}

Boxes boxes_of_node(const Expression& condition, std::size_t at, Truth wanted, const Situation& s) {
  const Condition& node = condition[at];
  if (node.is_leaf()) {
    return boxes_of_leaf(node, wanted, s);
  }
  if (node.op == Op::negation) {
    return boxes_of_node(condition, node.children.front(), opposite(wanted), s);
  }
  const bool each = (node.op == Op::all) == (wanted == Truth::yes);
  Boxes boxes = each ? Boxes{{Box{}}, true} : Boxes{};
  for (const std::uint16_t child : node.children) {
    Boxes below = boxes_of_node(condition, child, wanted, s);
    if (each) {
      boxes.meet(below, s.facts);
    } else {
      boxes.join(std::move(below), s.facts);
    }
  }
  return boxes;
}

}  // namespace

bool Box::narrow(Demand demand) {
  const auto at = std::lower_bound(demands.begin(), demands.end(), demand.fact,
                                   [](const Demand& d, FactId fact) { return d.fact < fact; });
  if (at == demands.end() || at->fact != demand.fact) {
    return !demands.insert(at, std::move(demand))->allowed.empty();
  }
  at->allowed.meet(demand.allowed);
  for (Wanted& wanted : demand.because) {
    if (std::none_of(at->because.begin(), at->because.end(),
                     [&](const Wanted& known) { return same_leaf(known, wanted); })) {
      at->because.push_back(wanted);
    }
  }
  return !at->allowed.empty();
}

bool Box::narrow(const Box& other) {
  for (const Demand& demand : other.demands) {
    if (!narrow(demand)) {
      return false;
    }
  }
  for (const SpanDemand& span : other.spans) {
    if (std::none_of(spans.begin(), spans.end(), [&](const SpanDemand& s) { return same_span(s, span); })) {
      spans.push_back(span);
    }
  }
  return true;
}

bool covers(const std::vector<Demand>& wide, const std::vector<Demand>& narrow) {
  return std::all_of(wide.begin(), wide.end(), [&](const Demand& demand) {
    const auto at = std::find_if(narrow.begin(), narrow.end(),
                                 [&](const Demand& d) { return d.fact == demand.fact; });
    return at != narrow.end() && demand.allowed.includes(at->allowed);
  });
}

bool Box::covers(const Box& other) const {
  return siqingdan::covers(demands, other.demands) &&
         std::all_of(spans.begin(), spans.end(), [&](const SpanDemand& span) {
           return std::any_of(other.spans.begin(), other.spans.end(),
                              [&](const SpanDemand& s) { return same_span(s, span); });
         });
}

void Boxes::meet(const Boxes& other, const FactSheet& facts) {
  complete = complete && other.complete;
  std::vector<Box> pairs;
  for (std::size_t i = 0; i < other.all.size(); ++i) {
    const bool last = i + 1 == other.all.size();
    for (Box& box : all) {
      Box both = last ? std::move(box) : box;
      if (both.narrow(other.all[i])) {
        pairs.push_back(std::move(both));
      }
    }
  }
  all = std::move(pairs);
  if (other.all.size() > 1) {
    tidy(*this, facts);
  }
}

void Boxes::join(Boxes other, const FactSheet& facts) {
  complete = complete && other.complete;
  std::move(other.all.begin(), other.all.end(), std::back_inserter(all));
  tidy(*this, facts);
}

Boxes boxes_of(const Expression& condition, Truth wanted, const Situation& situation) {
  return boxes_of_node(condition, condition.size() - 1, wanted, situation);
}

}  // namespace siqingdan
