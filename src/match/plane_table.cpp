#include "match/plane_table.h"

#include <cstring>

#include "base/failure.h"
#include "match/features.h"
#include "match/plane_bytes.h"

namespace siqingdan {
namespace {

// The place of `wanted` in an ascending table; its size if it is not there.
std::uint32_t find_in(std::string_view table, std::uint32_t wanted) {
  const auto size = static_cast<std::uint32_t>(table.size() / sizeof wanted);
  std::uint32_t low = 0;
  std::uint32_t high = size;
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    if (PlaneTable::number(table, middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size && PlaneTable::number(table, low) == wanted ? low : size;
}

}  // namespace

PlaneTable::PlaneTable(std::string_view bytes) {
  PlaneSizes sizes;
  if (bytes.size() < sizeof sizes) {
    bug("the planes are cut short");
  }
  std::memcpy(&sizes, bytes.data(), sizeof sizes);
  features_ = sizes.features;
  std::size_t at = sizeof sizes;
  const auto take = [&](std::size_t size) {
    if (size > bytes.size() - at) {
      bug("the planes are cut short");
    }
    at += size;
    return bytes.substr(at - size, size);
  };
  keys_ = take(4ULL * sizes.features);
  first_ = take(4ULL * (sizes.features + 1));
  sounds_ = take(4ULL * sizes.sounds);
  alike_ = take(4ULL * sizes.sounds);
  biases_ = take(4ULL * sizes.planes);
  rarities_ = take(2ULL * sizes.features);
  planes_ = take(2ULL * sizes.says);
  weights_ = take(sizes.says);
  size_ = at;
}

std::uint32_t PlaneTable::number(std::string_view table, std::uint32_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, table.data() + at * sizeof value, sizeof value);
  return value;
}

std::uint32_t PlaneTable::small(std::string_view table, std::uint32_t at) {
  std::uint16_t value = 0;
  std::memcpy(&value, table.data() + at * sizeof value, sizeof value);
  return value;
}

int PlaneTable::bias(std::uint32_t plane) const { return static_cast<int>(number(biases_, plane)); }

int PlaneTable::rarity(std::uint32_t feature) const { return static_cast<int>(small(rarities_, feature)); }

int PlaneTable::weight(std::uint32_t feature, std::uint32_t plane) const {
  std::uint32_t low = number(first_, feature);
  const std::uint32_t end = number(first_, feature + 1);
  std::uint32_t high = end;
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    if (small(planes_, middle) < plane) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < end && small(planes_, low) == plane ? static_cast<signed char>(weights_[low]) : 0;
}

PlaneTable::Found PlaneTable::find(std::uint32_t key) const {
  const std::uint32_t known = find_in(keys_, key);
  const std::uint32_t sound = known < features_ ? 0 : sound_of_pair(key);
  if (sound == 0) {
    return {known, false};
  }
  const std::uint32_t alike = find_in(sounds_, sound);
  return alike < sounds_.size() / 4 ? Found{number(alike_, alike), true} : Found{none(), false};
}

}  // namespace siqingdan
