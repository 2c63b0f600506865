#include "match/fact_belief.h"

namespace siqingdan {

Belief::Belief(const FactEvidence& evidence, const Folded& text, const std::vector<Statement>& all)
    : evidence_(evidence), text_(text), places_(all, text.text.size()), said_(evidence.table().planes(), 0) {
  const PlaneTable& table = evidence.table();
  const Weighed weighed = weigh(table, count_features(text.text));
  length_ = length_of(weighed.square);
  for (const auto& [feature, value] : weighed.values) {
    table.each(feature, [&, v = value](PlaneTable::Says says) { said_[says.plane] += v * says.weight; });
  }
}

std::int64_t Belief::of(const Statement& statement) const {
  const auto taught = evidence_.find(statement);
  if (!taught) {
    return statement.certain ? 0 : -1;
  }
  const Threshold& threshold = taught->threshold;
  return of_text(taught->plane) +
         of_words(near_parts(text_.text, statement, places_.of(statement)), taught->plane + 1) -
         (statement.certain ? threshold.certain : threshold.doubtful);
}

std::int64_t Belief::of_text(std::uint32_t plane) const {
  return (said_[plane] + evidence_.table().bias(plane) * length_) * 100 / (length_ * PlaneTable::kUnit);
}

std::int64_t Belief::of_words(const std::vector<FeatureCounts>& parts, std::uint32_t first_plane) const {
  const PlaneTable& table = evidence_.table();
  std::uint64_t square = 0;
  std::int64_t said = 0;
  std::uint32_t plane = first_plane;
  for (const FeatureCounts& part : parts) {
    const Weighed weighed = weigh(table, part);
    square += weighed.square;
    for (const auto& [feature, value] : weighed.values) {
      said += value * table.weight(feature, plane);
    }
    ++plane;
  }
  const std::int64_t length = length_of(square);
  return (said + table.bias(first_plane) * length) * 100 / (length * PlaneTable::kUnit);
}

}  // namespace siqingdan
