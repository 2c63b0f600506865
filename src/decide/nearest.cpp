// The boxes in which a ground and none of its bars holds (box.h) hold every world with a yes. The facts whose
// present value a box does not admit are its changes. A smallest set of changes is that of some box: whoever
// changes less than a box asks for is outside of it. So the smallest among the boxes' sets are all there are.

#include "decide/nearest.h"

#include <algorithm>
#include <tuple>

#include "decide/span_ends.h"

namespace siqingdan {
namespace {

bool same_facts(const std::vector<Demand>& some, const std::vector<Demand>& all) {
  return some.size() == all.size() &&
         std::equal(some.begin(), some.end(), all.begin(),
                    [](const Demand& a, const Demand& b) { return a.fact == b.fact; });
}

// Are the facts of `some` among those of `all`?
bool among(const std::vector<Demand>& some, const std::vector<Demand>& all) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end(),
                       [](const Demand& a, const Demand& b) { return a.fact < b.fact; });
}

// The ways of one ground.
class Search {
 public:
  Search(const Grounds& grounds, const Ground& ground, const Candidate& candidate, const FactSheet& facts)
      : g_(grounds), ground_(ground), candidate_(candidate), facts_(facts) {}

  Nearest run() {
    Boxes boxes = boxes_of(ground_.rule->condition, Truth::yes, situation(*ground_.list));
    for (const BindingBar& bar : bars()) {
      boxes.meet(boxes_of(bar.bar->when, Truth::no, situation(*bar.list)), facts_);
    }
    result_.complete = boxes.complete;
    for (Box& box : boxes.all) {
      if (keeps_its_law(box)) {
        for (const Box& plain : without_spans(box, facts_, vocabulary(), g_.on, result_.complete)) {
          add(plain);
        }
      }
    }
    return std::move(result_);
  }

 private:
  const Vocabulary& vocabulary() const { return g_.rules.vocabulary; }
  Situation situation(const List& list) const { return g_.situation(list, ground_.law_on, facts_); }
  const std::vector<BindingBar>& bars() const {
    static const std::vector<BindingBar> none;
    return g_.barred(candidate_) ? g_.laws[candidate_.law].bars : none;
  }

  // Past law counts only for acts of its time.
  bool keeps_its_law(Box& box) const {
    if (!candidate_.acts) {
      return true;
    }
    const DateRange& acts = *candidate_.acts;
    return box.narrow(Demand{g_.act_on, {false, 0, to_number(acts.from), to_number(acts.until) - 1}, {}});
  }

  void add(const Box& box) {
    Way way;
    way.ground = &ground_;
    for (const Demand& demand : box.demands) {
      const auto& known = facts_.at(demand.fact);
      if (!known) {
        way.establish.push_back(demand);
      } else if (!demand.allowed.includes(known->number)) {
        way.changes.push_back(demand);
      }
    }
    // Those leaves that the present value does satisfy are no reason for a change.
    for (Demand& change : way.changes) {
      keep_reasons(change);
      sort_reasons(change);
    }
    for (Demand& open : way.establish) {
      sort_reasons(open);
    }
    keep_if_smallest(std::move(way));
  }

  // (But a day that must move only because another one does has no others.)
  void keep_reasons(Demand& change) const {
    std::vector<Wanted> against;
    for (const Wanted& wanted : change.because) {
      if (std::any_of(ground_.because.begin(), ground_.because.end(), [&](const Reason& reason) {
            return reason.leaf == wanted.leaf && reason.truth != wanted.truth;
          })) {
        against.push_back(wanted);
      }
    }
    if (!against.empty()) {
      change.because = std::move(against);
    }
  }

  // By id, so that the order of the conditions in the file changes nothing.
  static void sort_reasons(Demand& demand) {
    std::stable_sort(demand.because.begin(), demand.because.end(),
                     [](const Wanted& a, const Wanted& b) { return a.leaf->id < b.leaf->id; });
  }

  // Whether `a` makes `b` needless: it changes less, or the same and leaves more room.
  static bool beats(const Way& a, const Way& b) {
    if (!same_facts(a.changes, b.changes)) {
      return among(a.changes, b.changes);
    }
    return covers(a.changes, b.changes) && covers(a.establish, b.establish);
  }

  void keep_if_smallest(Way way) {
    std::vector<Way>& ways = result_.ways;
    if (std::any_of(ways.begin(), ways.end(), [&](const Way& known) { return beats(known, way); })) {
      return;
    }
    if (!answers_yes(way)) {
      result_.complete = false;
      return;
    }
    ways.erase(std::remove_if(ways.begin(), ways.end(), [&](const Way& known) { return beats(way, known); }),
               ways.end());
    ways.push_back(std::move(way));
  }

  // The engine has the last word: would it say yes? (Of spans the first days of all ends go together.)
  bool answers_yes(const Way& way) const {
    FactSheet sheet = facts_;
    for (const std::vector<Demand>* demands : {&way.changes, &way.establish}) {
      for (const Demand& demand : *demands) {
        sheet.set(demand.fact, {demand.allowed.first(), {}, {}, {}});
      }
    }
    const auto truth = [&](const Expression& condition, const List& list) {
      return root_truth(condition, g_.situation(list, ground_.law_on, sheet));
    };
    return g_.counts(candidate_, sheet) == Truth::yes &&
           truth(ground_.rule->condition, *ground_.list) == Truth::yes &&
           std::all_of(bars().begin(), bars().end(),
                       [&](const BindingBar& bar) { return truth(bar.bar->when, *bar.list) == Truth::no; });
  }

  const Grounds& g_;
  const Ground& ground_;
  const Candidate& candidate_;
  const FactSheet& facts_;
  Nearest result_;
};

// In the order of facts and of what is demanded of them.
auto rank_of(const std::vector<Demand>& demands) {
  std::vector<std::tuple<FactId, std::uint64_t, std::int64_t, std::int64_t>> rank;
  for (const Demand& d : demands) {
    rank.emplace_back(d.fact, d.allowed.codes, d.allowed.least, d.allowed.most);
  }
  return rank;
}

void sort(std::vector<Way>& ways, const Vocabulary& vocabulary, const FactSheet& facts) {
  const auto rank = [&](const Way& way) {
    return std::make_tuple(way.changes.size(), out_of_reach(vocabulary, way, facts),
                           way.ground->rule->standing == Standing::drafted, way.establish.size(), way.ground);
  };  // the last: in the order of the findings, of which the grounds are a vector
  std::sort(ways.begin(), ways.end(), [&](const Way& a, const Way& b) {
    if (rank(a) != rank(b)) {
      return rank(a) < rank(b);
    }
    return std::make_pair(rank_of(a.changes), rank_of(a.establish)) <
           std::make_pair(rank_of(b.changes), rank_of(b.establish));
  });
}

}  // namespace

bool in_reach(const Vocabulary& vocabulary, const Demand& demand, const FactSheet& facts) {
  const Fact& fact = vocabulary.facts[demand.fact];
  const auto& lost = fact.remedy_lost_if == kNoFact ? std::nullopt : facts.at(fact.remedy_lost_if);
  const bool too_late = lost && lost->number != 0;
  return !fact.remedy.empty() && demand.allowed.includes(fact.remedy_gives) && !too_late;
}

std::size_t out_of_reach(const Vocabulary& vocabulary, const Way& way, const FactSheet& facts) {
  return static_cast<std::size_t>(
      std::count_if(way.changes.begin(), way.changes.end(),
                    [&](const Demand& change) { return !in_reach(vocabulary, change, facts); }));
}

bool is_last_violation(const Vocabulary& vocabulary, FactId fact) {
  return std::any_of(vocabulary.facts.begin(), vocabulary.facts.end(), [&](const Fact& derived) {
    return derived.derived_from == fact || derived.found_on == fact;
  });
}

Nearest nearest_ways(const Grounds& grounds, const Findings& findings, const FactSheet& facts) {
  Nearest nearest;
  if (findings.answer != Answer::does_not_apply) {
    return nearest;
  }
  for (const Ground& ground : findings.grounds) {
    const auto candidate =
        std::find_if(grounds.candidates.begin(), grounds.candidates.end(), [&](const Candidate& c) {
          const bool same_time = c.acts.has_value() == ground.acts.has_value() &&
                                 (!c.acts || (c.acts->from == ground.acts->from));
          return c.rule == ground.rule && same_time;
        });
    Nearest own = Search(grounds, ground, *candidate, facts).run();
    nearest.complete = nearest.complete && own.complete;
    std::move(own.ways.begin(), own.ways.end(), std::back_inserter(nearest.ways));
  }
  sort(nearest.ways, grounds.rules.vocabulary, facts);
  return nearest;
}

Nearest nearest_ways(const Decision& decision, const QuestionAnswer& answer,
                     std::optional<std::size_t> measure) {
  const Findings& findings = measure ? answer.measures[*measure].findings : answer.findings;
  if (findings.answer != Answer::does_not_apply || answer.moot_because == kNoMeasure) {
    return {};
  }
  const auto& offences = decision.rules->catalogue.offences;
  const auto offence = offences.find(decision.of.offence);
  const Grounds grounds = collect_grounds(*decision.rules, answer.question,
                                          offence == offences.end() ? nullptr : &offence->second,
                                          decision.on);
  const FactSheet facts = measure ? decision.of.facts.with(decision.of.measures[*measure].facts)
                                  : decision.of.facts;
  return nearest_ways(grounds, findings, facts);
}

}  // namespace siqingdan
