// The features that some texts hold, and what each is worth.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace siqingdan {

// Key of a feature (match/features.h) → how often a text holds it.
using FeatureCounts = std::map<std::uint32_t, std::uint32_t>;

FeatureCounts count_features(std::u32string_view folded);

struct Dictionary {
  std::vector<std::uint32_t> keys;      // ascending
  std::vector<std::uint32_t> among;     // beside them: how many texts hold the feature
  std::vector<std::uint16_t> rarities;  // beside them (match/weigh.h)

  std::size_t size() const { return keys.size(); }
  std::optional<std::uint32_t> find(std::uint32_t key) const;  // the index of a feature
};

// Of those that two of the texts hold: what only one holds tells nothing of the next.
Dictionary dictionary_of(const std::vector<FeatureCounts>& texts);

}  // namespace siqingdan
