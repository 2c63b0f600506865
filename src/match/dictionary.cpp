#include "match/dictionary.h"

#include <algorithm>

#include "match/features.h"
#include "match/weigh.h"

namespace siqingdan {
namespace {

constexpr std::uint32_t kSeenIn = 2;  // texts

}  // namespace

FeatureCounts count_features(std::u32string_view folded) {
  FeatureCounts counts;
  for (const Feature& feature : features_of(folded)) {
    ++counts[feature.key];
  }
  return counts;
}

std::optional<std::uint32_t> Dictionary::find(std::uint32_t key) const {
  const auto known = std::lower_bound(keys.begin(), keys.end(), key);
  return known != keys.end() && *known == key
             ? std::optional<std::uint32_t>(static_cast<std::uint32_t>(known - keys.begin()))
             : std::nullopt;
}

Dictionary dictionary_of(const std::vector<FeatureCounts>& texts) {
  std::map<std::uint32_t, std::uint32_t> among;
  for (const FeatureCounts& counts : texts) {
    for (const auto& entry : counts) {
      ++among[entry.first];
    }
  }
  Dictionary dictionary;
  for (const auto& [key, count] : among) {
    if (count >= kSeenIn) {
      dictionary.keys.push_back(key);
      dictionary.among.push_back(count);
      dictionary.rarities.push_back(static_cast<std::uint16_t>(rarity(texts.size(), count)));
    }
  }
  return dictionary;
}

}  // namespace siqingdan
