#include "match/weighed.h"

#include <algorithm>

#include "match/features.h"
#include "match/weigh.h"

namespace siqingdan {
namespace {

constexpr int kSlip = 60;  // of a hundred: what a pair that only sounds alike counts

// By feature how often it is there, and whether it only sounds like what stands there.
using Times = std::map<std::uint32_t, std::pair<std::uint32_t, bool>>;

void add(std::uint32_t feature, bool slip, std::uint32_t count, Times& times) {
  auto& seen = times.try_emplace(feature, 0, true).first->second;
  seen.first += count;
  seen.second = seen.second && slip;
}

Weighed weigh(const PlaneTable& table, const Times& times) {
  Weighed weighed;
  for (const auto& [feature, seen] : times) {
    const int value = table.rarity(feature) * repeated(seen.first) * (seen.second ? kSlip : 100) / 100;
    weighed.values.emplace(feature, value);
    weighed.square += static_cast<std::uint64_t>(value) * static_cast<std::uint64_t>(value);
  }
  return weighed;
}

}  // namespace

std::vector<FeatureHit> hits_in(const PlaneTable& table, std::u32string_view folded) {
  std::vector<FeatureHit> hits;
  for (const Feature& feature : features_of(folded)) {
    const PlaneTable::Found found = table.find(feature.key);
    if (found.feature != table.none()) {
      hits.push_back({found.feature, feature.from, feature.to, found.slip});
    }
  }
  return hits;
}

Weighed weigh(const PlaneTable& table, const std::vector<FeatureHit>& hits) {
  Times times;
  for (const FeatureHit& hit : hits) {
    add(hit.feature, hit.slip, 1, times);
  }
  return weigh(table, times);
}

Weighed weigh(const PlaneTable& table, const FeatureCounts& counts) {
  Times times;
  for (const auto& [key, count] : counts) {
    const PlaneTable::Found found = table.find(key);
    if (found.feature != table.none()) {
      add(found.feature, found.slip, count, times);
    }
  }
  return weigh(table, times);
}

std::int64_t length_of(std::uint64_t square) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(root(square)));
}

}  // namespace siqingdan
