#include "match/fact_evidence.h"

#include <algorithm>
#include <cstring>

#include "base/failure.h"

namespace siqingdan {
namespace {

constexpr std::size_t kCharactersBefore = 12;
constexpr std::size_t kCharactersBehind = 15;

}  // namespace

Claim claim_of(const Vocabulary& vocabulary, const Statement& statement) {
  const Fact& fact = vocabulary.facts[statement.fact];
  const bool quantity = fact.is_number() || fact.type == FactType::date;
  return quantity ? Claim{statement.fact, 1, 0} : Claim{statement.fact, 0, statement.value};
}

std::vector<FeatureCounts> near_parts(std::u32string_view folded, const Statement& statement,
                                      FeatureCounts place) {
  const std::size_t first = statement.from - std::min(statement.from, kCharactersBefore);
  return {count_features(folded.substr(first, statement.from - first)),
          count_features(folded.substr(statement.from, statement.to - statement.from)),
          count_features(folded.substr(statement.to, kCharactersBehind)), std::move(place)};
}

FactEvidence::FactEvidence(std::string_view bytes) {
  if (bytes.empty()) {
    return;
  }
  table_ = PlaneTable(bytes);
  const std::string_view rest = bytes.substr(table_.bytes());
  const std::size_t count = table_.planes() / (1 + kNearParts);
  claims_.resize(count);
  thresholds_.resize(count);
  if (rest.size() != count * (sizeof(Claim) + sizeof(Threshold))) {
    bug("the evidence of facts is cut short");
  }
  if (count == 0) {
    return;
  }
  std::memcpy(claims_.data(), rest.data(), count * sizeof(Claim));
  std::memcpy(thresholds_.data(), rest.data() + count * sizeof(Claim), count * sizeof(Threshold));
}

std::optional<FactEvidence::Taught> FactEvidence::find(const Statement& statement) const {
  const auto is_of = [&](const Claim& claim) {
    return claim.fact == statement.fact && (claim.any == 1 || claim.value == statement.value);
  };
  const auto found = std::find_if(claims_.begin(), claims_.end(), is_of);
  if (found == claims_.end()) {
    return std::nullopt;
  }
  const auto place = static_cast<std::size_t>(found - claims_.begin());
  return Taught{static_cast<std::uint32_t>(place * (1 + kNearParts)), thresholds_[place]};
}

}  // namespace siqingdan
