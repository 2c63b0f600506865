#include "decide/both_laws.h"

#include <algorithm>

namespace siqingdan {
namespace {

int grants(const Ground& ground) { return ground.rule->effect == Effect::must ? 2 : 1; }

// How lenient some grounds are at least and at most, as far as the facts are known: 0 no, 1 may, 2 must.
struct Leniency {
  int least = 0;
  int most = 0;

  void add(const Ground& ground) {
    least = ground.answer == Answer::applies ? std::max(least, grants(ground)) : least;
    most = ground.answer != Answer::does_not_apply ? std::max(most, grants(ground)) : most;
  }
};

void add(LawSide& side, const Ground& ground) {
  side.answer = std::max(side.answer, ground.answer);
  if (ground.answer == Answer::applies) {
    side.effect = std::max(side.effect.value_or(Effect::may), ground.rule->effect);
  }
}

// `common` are the grounds that both laws have; they make neither the more lenient one.
Applied more_lenient(const Leniency& common, const Leniency& act, const Leniency& decision) {
  const bool act_never_stricter = std::max(common.least, act.least) >= decision.most;
  const bool decision_never_stricter = std::max(common.least, decision.least) >= act.most;
  if (act_never_stricter && decision_never_stricter) {
    return Applied::same;
  }
  if (act_never_stricter) {
    return Applied::act;
  }
  return decision_never_stricter ? Applied::decision : Applied::open;
}

bool stands(const Ground& ground, Date day) {
  return ground.list->in_force(day) && ground.rule->in_force(day);
}

// Was today's version of the rule the law on that day too? Not if one of its own past versions was.
bool held_then(const Ground& ground, const std::vector<Ground>& judged, Date day) {
  return stands(ground, day) && std::none_of(judged.begin(), judged.end(), [&](const Ground& other) {
           return other.acts && other.rule == ground.rule;
         });
}

}  // namespace

const char* name_of(Applied applied) {
  static constexpr std::array kNames = {"act", "decision", "same", "open"};
  return kNames[static_cast<std::size_t>(applied)];
}

std::optional<LawComparison> compare_laws(const Grounds& grounds, const std::vector<Ground>& judged,
                                          const FactSheet& facts) {
  if (grounds.both_laws == nullptr || grounds.offence_matters || grounds.act_on == kNoFact ||
      !facts.at(grounds.act_on)) {
    return std::nullopt;
  }
  LawComparison laws;
  laws.act.on = from_number(static_cast<int>(facts.at(grounds.act_on)->number));
  laws.decision.on = grounds.on;
  laws.because = grounds.both_laws;
  Leniency common;
  Leniency of_act;
  Leniency of_decision;
  bool changed = false;
  for (const Ground& ground : judged) {
    const bool past = ground.acts.has_value();
    const bool held = !past && held_then(ground, judged, laws.act.on);
    changed = changed || !held;
    (held ? common : past ? of_act : of_decision).add(ground);
    if (past || held) {
      add(laws.act, ground);
    }
    if (!past) {
      add(laws.decision, ground);
    }
  }
  laws.applied = more_lenient(common, of_act, of_decision);
  return changed ? std::optional(laws) : std::nullopt;
}

}  // namespace siqingdan
