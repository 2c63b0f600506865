#include "decide/open_facts.h"

namespace siqingdan {
namespace {

void descend(const Expression& condition, const std::vector<Truth>& truths, std::size_t at,
             const FactSheet& facts, std::map<FactId, int>& open) {
  if (truths[at] != Truth::unknown) {
    return;
  }
  const Condition& node = condition[at];
  for (const std::uint16_t child : node.children) {
    descend(condition, truths, child, facts, open);
  }
  if (node.is_leaf()) {
    for (const FactId fact : {node.fact, node.until_fact}) {
      if (fact != kNoFact && !facts.at(fact)) {
        ++open[fact];
      }
    }
  }
}

// The points around the limit of one leaf.
void add_points(const Condition& leaf, const Part& part, const Grounds& grounds, const FactSheet& facts,
                FactId fact, std::set<std::int64_t>& values) {
  const auto limit = limit_of(leaf, grounds.situation(*part.list, part.law_on, facts));
  if (!limit) {
    return;
  }
  if (leaf.op != Condition::Op::longer_than && leaf.op != Condition::Op::not_longer_than) {
    values.insert({*limit - 1, *limit, *limit + 1});
    return;
  }
  const FactId other = leaf.fact == fact ? leaf.until_fact : leaf.fact;
  if (other != kNoFact && !facts.at(other)) {
    // Wherever this end is, the other can still be placed on either side: any day will do.
    values.insert(to_number(grounds.on));
    return;
  }
  const Date end = other == kNoFact ? grounds.on : from_number(static_cast<int>(facts.at(other)->number));
  const std::int64_t count = leaf.fact == fact ? -*limit : *limit;
  const std::int64_t point = to_number(moved(end, count, part.list->numbers.at(leaf.number).unit));
  for (std::int64_t step = -4; step <= 4; ++step) {  // months differ in length
    values.insert(point + step);
  }
}

}  // namespace

std::vector<Part> parts_of(const Grounds& grounds) {
  std::vector<Part> parts;
  for (const Candidate& candidate : grounds.candidates) {
    parts.push_back({&candidate.rule->condition, &grounds.list_of(*candidate.rule),
                     grounds.laws[candidate.law].on, &candidate});
  }
  for (const LawOfDay& law : grounds.laws) {
    for (const BindingBar& binding : law.bars) {
      parts.push_back({&binding.bar->when, binding.list, law.on, nullptr});
    }
  }
  return parts;
}

std::map<FactId, int> open_facts(const Grounds& grounds, const std::vector<Part>& parts,
                                 const FactSheet& facts) {
  std::map<FactId, int> open;
  for (const Part& part : parts) {
    const Truth counts = part.candidate == nullptr ? Truth::yes : grounds.counts(*part.candidate, facts);
    if (counts == Truth::no) {
      continue;
    }
    const auto truths = evaluate(*part.condition, grounds.situation(*part.list, part.law_on, facts));
    descend(*part.condition, truths, truths.size() - 1, facts, open);
    if (counts == Truth::unknown && truths.back() != Truth::no) {
      ++open[grounds.act_on];
    }
  }
  return open;
}

std::set<std::int64_t> values_of(const Grounds& grounds, const std::vector<Part>& parts,
                                 const FactSheet& facts, FactId fact) {
  const Fact& meaning = grounds.rules.vocabulary.facts[fact];
  if (meaning.is_yes_or_no()) {
    return {0, 1};
  }
  std::set<std::int64_t> values;
  for (std::size_t code = 0; code < meaning.codes.size(); ++code) {
    values.insert(static_cast<std::int64_t>(code));
  }
  for (const Part& part : parts) {
    for (const Condition& leaf : *part.condition) {
      if (leaf.is_leaf() && meaning.codes.empty() && (leaf.fact == fact || leaf.until_fact == fact)) {
        add_points(leaf, part, grounds, facts, fact, values);
      }
    }
    if (fact == grounds.act_on && part.candidate != nullptr && part.candidate->acts) {
      const DateRange& acts = *part.candidate->acts;
      values.insert({to_number(acts.from), to_number(acts.until)});
    }
  }
  return values;
}

}  // namespace siqingdan
