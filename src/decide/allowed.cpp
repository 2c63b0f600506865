#include "decide/allowed.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/failure.h"

namespace siqingdan {
namespace {

using Op = Condition::Op;
using Limits = std::numeric_limits<std::int64_t>;

constexpr int kMonthsDiffer = 4;  // days by which moving back and forth by months can miss
constexpr Date kFirstDay{std::chrono::year{1900} / std::chrono::January / 1};  // see parse_date

Allowed stretch(std::int64_t least, std::int64_t most) { return {false, 0, least, most}; }

// The time from the fact to the day of decision. Longer: it began before the last day it may begin.
std::optional<Allowed> until_decision(bool longer, const Condition& leaf, const Situation& s) {
  const NumberUsed length = number_used(leaf, s);
  if (length.value == nullptr) {
    return std::nullopt;
  }
  const std::int64_t first = to_number(first_start(s.on, length.value->is, length.number->unit));
  return longer ? stretch(Limits::min(), first - 1) : stretch(first, Limits::max());
}

std::uint64_t bit(std::int64_t code) { return std::uint64_t{1} << code; }

Allowed codes_of(const Condition& leaf, bool holds) {
  std::uint64_t codes = 0;
  for (const std::int64_t value : leaf.values) {
    codes |= bit(value);
  }
  return {true, holds ? codes : ~codes, 0, 0};
}

}  // namespace

bool Allowed::includes(std::int64_t value) const {
  return coded ? (codes & bit(value)) != 0 : least <= value && value <= most;
}

bool Allowed::includes(const Allowed& other) const {
  return coded ? (other.codes & ~codes) == 0 : least <= other.least && other.most <= most;
}

void Allowed::meet(const Allowed& other) {
  codes &= other.codes;
  least = std::max(least, other.least);
  most = std::min(most, other.most);
}

std::int64_t Allowed::first() const {
  if (empty()) {
    bug("no value is allowed");
  }
  return coded ? std::countr_zero(codes) : least;
}

Allowed every_value(const Fact& fact, Date on) {
  if (fact.is_yes_or_no()) {
    return {true, 3, 0, 0};
  }
  if (fact.type == FactType::enumeration) {
    if (fact.codes.size() >= 64) {
      bug("an enum with more codes than fit");
    }
    return {true, bit(static_cast<std::int64_t>(fact.codes.size())) - 1, 0, 0};
  }
  if (fact.type == FactType::date) {
    return stretch(to_number(kFirstDay), to_number(on));
  }
  return stretch(fact.type == FactType::money ? 0 : Limits::min(), Limits::max());
}

std::optional<Allowed> admitted(const Condition& leaf, Truth wanted, const Situation& situation) {
  const bool holds = wanted == Truth::yes;
  if (leaf.op == Op::longer_than || leaf.op == Op::not_longer_than) {
    return until_decision(holds == (leaf.op == Op::longer_than), leaf, situation);
  }
  if (leaf.op == Op::one_of) {
    return codes_of(leaf, holds);
  }
  const auto limit = limit_of(leaf, situation);
  if (!limit) {
    return std::nullopt;
  }
  const bool above = leaf.op == Op::at_least || leaf.op == Op::more_than;  // else at_most, less_than
  // The least value above or the most below that belongs to what the leaf speaks of.
  const std::int64_t edge = *limit + (leaf.op == Op::more_than ? 1 : leaf.op == Op::less_than ? -1 : 0);
  if (holds) {
    return above ? stretch(edge, Limits::max()) : stretch(Limits::min(), edge);
  }
  return above ? stretch(Limits::min(), edge - 1) : stretch(edge + 1, Limits::max());
}

Date last_start(Date end, std::int64_t count, Unit unit) {
  Date start = moved(end, -count, unit) + std::chrono::days{kMonthsDiffer};
  while (moved(start, count, unit) > end) {
    start -= std::chrono::days{1};
  }
  return start;
}

Date first_start(Date end, std::int64_t count, Unit unit) {
  Date start = moved(end, -count, unit) - std::chrono::days{kMonthsDiffer};
  while (moved(start, count, unit) < end) {
    start += std::chrono::days{1};
  }
  return start;
}

}  // namespace siqingdan
