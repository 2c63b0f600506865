#include "decide/last_violation.h"

namespace siqingdan {
namespace {

std::optional<Date> date_of(FactId fact, const FactSheet& facts) {
  if (fact == kNoFact || !facts.at(fact)) {
    return std::nullopt;
  }
  return from_number(static_cast<int>(facts.at(fact)->number));
}

}  // namespace

LastViolation last_violation(const Fact& derived, const FactSheet& facts) {
  LastViolation last;
  const auto stated = date_of(derived.derived_from, facts);
  const auto found = date_of(derived.found_on, facts);
  const auto clear = date_of(derived.clear_since, facts);
  if (stated) {
    last = {derived.derived_from, derived.derived_from, *stated, *stated};
  }
  if (found && (!stated || *stated < *found)) {
    last.at_least = derived.found_on;
    last.no_earlier = *found;
  }
  const Date before_clear = clear.value_or(Date{}) - std::chrono::days{1};
  if (clear && (!stated || before_clear < *stated)) {
    last.at_most = derived.clear_since;
    last.no_later = before_clear;
  }
  return last;
}

FirstOffence first_offence(const Fact& derived, const NumberUsed& look_back, const FactSheet& facts,
                           Date on) {
  if (look_back.value == nullptr) {
    return {};
  }
  const auto forgotten = [&](Date day) {
    return moved(day, look_back.value->is, look_back.number->unit) <= on;
  };
  const LastViolation last = last_violation(derived, facts);
  if (last.at_least != kNoFact && !forgotten(last.no_earlier)) {
    return {false, last.at_least};
  }
  if (last.at_most != kNoFact && forgotten(last.no_later)) {
    return {true, last.at_most};
  }
  return {};
}

}  // namespace siqingdan
