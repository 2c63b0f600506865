#include <algorithm>
#include <cmath>
#include <map>

#include "match/features.h"
#include "match/plane_bytes.h"
#include "match/plane_table.h"

namespace siqingdan {
namespace {

constexpr long kFaint = 2;  // weights (of kUnit) no larger are left out: they change no ranking

std::int8_t whole(double weight) {
  const long units = std::lround(weight * PlaneTable::kUnit);
  return static_cast<std::int8_t>(std::labs(units) > kFaint ? std::clamp(units, -127L, 127L) : 0L);
}

std::size_t parts_of(const Plane& plane, const Dictionary& dictionary) {
  return dictionary.size() == 0 ? 1 : plane.weights.size() / dictionary.size();
}

// For each feature the planes of which it says something, and what.
struct Entries {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint16_t> planes;
  std::vector<std::int8_t> weights;
};

Entries entries_of(const std::vector<Plane>& planes, const Dictionary& dictionary) {
  Entries entries;
  for (std::size_t feature = 0; feature < dictionary.size(); ++feature) {
    std::uint16_t number = 0;
    for (const Plane& plane : planes) {
      for (std::size_t part = 0; part < parts_of(plane, dictionary); ++part, ++number) {
        const std::int8_t weight = whole(plane.weights[part * dictionary.size() + feature]);
        if (weight != 0) {
          entries.planes.push_back(number);
          entries.weights.push_back(weight);
        }
      }
    }
    entries.first.push_back(static_cast<std::uint32_t>(entries.planes.size()));
  }
  return entries;
}

std::vector<std::int32_t> biases_of(const std::vector<Plane>& planes, const Dictionary& dictionary) {
  std::vector<std::int32_t> biases;
  for (const Plane& plane : planes) {
    biases.push_back(static_cast<std::int32_t>(std::lround(plane.bias * PlaneTable::kUnit)));
    biases.insert(biases.end(), parts_of(plane, dictionary) - 1, 0);
  }
  return biases;
}

// For each sound of a pair, the pair that most texts hold (of equals the first).
std::map<std::uint32_t, std::uint32_t> alike(const Dictionary& dictionary) {
  std::map<std::uint32_t, std::uint32_t> best;
  for (std::uint32_t feature = 0; feature < dictionary.size(); ++feature) {
    const std::uint32_t sound = sound_of_pair(dictionary.keys[feature]);
    if (sound == 0) {
      continue;
    }
    const auto [entry, fresh] = best.try_emplace(sound, feature);
    if (!fresh && dictionary.among[feature] > dictionary.among[entry->second]) {
      entry->second = feature;
    }
  }
  return best;
}

}  // namespace

std::string write_planes(const Dictionary& dictionary, const std::vector<Plane>& planes) {
  const Entries entries = entries_of(planes, dictionary);
  const std::vector<std::int32_t> biases = biases_of(planes, dictionary);
  std::vector<std::uint32_t> sounds;
  std::vector<std::uint32_t> sounding;
  for (const auto& [sound, feature] : alike(dictionary)) {
    sounds.push_back(sound);
    sounding.push_back(feature);
  }
  const auto size = [](const auto& table) { return static_cast<std::uint32_t>(table.size()); };
  const PlaneSizes sizes{size(dictionary.keys), size(biases), size(entries.planes), size(sounds)};
  std::string out(reinterpret_cast<const char*>(&sizes), sizeof sizes);
  put(out, dictionary.keys);
  put(out, entries.first);
  put(out, sounds);
  put(out, sounding);
  put(out, biases);
  put(out, dictionary.rarities);
  put(out, entries.planes);
  put(out, entries.weights);
  return out;
}

}  // namespace siqingdan
