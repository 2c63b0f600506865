#include "match/fact_place.h"

namespace siqingdan {
namespace {

constexpr std::size_t kAtTheEdge = 12;  // characters

// Keys of the private use area of Unicode, of which no text has features.
constexpr std::uint32_t kPrivateUse = 0xE000;
enum FeatureOfPlace : std::uint32_t { kOnly, kFirst, kLast, kInner, kAtStart, kAtEnd, kCertainFacts };

FeatureOfPlace order_of(bool others_before, bool others_behind) {
  if (others_before) {
    return others_behind ? kInner : kLast;
  }
  return others_behind ? kFirst : kOnly;
}

bool is_before(std::size_t a, std::size_t b) { return a < b; }
bool is_behind(std::size_t a, std::size_t b) { return a > b; }

}  // namespace

FactPlaces::FactPlaces(const std::vector<Statement>& all, std::size_t text_size) : text_size_(text_size) {
  for (const Statement& statement : all) {
    extend(first_[statement.fact], statement, is_before);
    extend(last_[statement.fact], statement, is_behind);
    if (statement.certain) {
      certain_.push_back(&statement);
    }
  }
}

void FactPlaces::extend(End& end, const Statement& statement, bool (*nearer)(std::size_t, std::size_t)) {
  if (end.one == nullptr || nearer(statement.from, end.one->from)) {
    if (end.one != nullptr && end.one->value != statement.value) {
      end.other = end.one;
    }
    end.one = &statement;
  } else if (statement.value != end.one->value &&
             (end.other == nullptr || nearer(statement.from, end.other->from))) {
    end.other = &statement;
  }
}

const Statement* FactPlaces::other_than(std::int64_t value, const End& end) {
  return end.one->value != value ? end.one : end.other;
}

FeatureCounts FactPlaces::of(const Statement& statement) const {
  FeatureCounts counts;
  for (const Statement* other : certain_) {
    if (other->fact != statement.fact) {
      const bool here = other->from < statement.to && statement.from < other->to;
      counts[kPrivateUse + kCertainFacts + 2U * other->fact + (here ? 1U : 0U)] = 1;
    }
  }
  const Statement* first = other_than(statement.value, first_.at(statement.fact));
  const Statement* last = other_than(statement.value, last_.at(statement.fact));
  counts[kPrivateUse + order_of(first != nullptr && first->from < statement.from,
                                last != nullptr && last->from > statement.from)] = 1;
  if (statement.from < kAtTheEdge) {
    counts[kPrivateUse + kAtStart] = 1;
  }
  if (statement.to + kAtTheEdge >= text_size_) {
    counts[kPrivateUse + kAtEnd] = 1;
  }
  return counts;
}

}  // namespace siqingdan
