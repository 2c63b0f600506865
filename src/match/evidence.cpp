#include "match/evidence.h"

#include <cstring>

#include "base/failure.h"
#include "match/evidence_bytes.h"
#include "match/features.h"

namespace siqingdan {
namespace {

std::uint32_t read(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

// The place of `wanted` in an ascending table; its size if it is not there.
std::uint32_t find_in(std::string_view table, std::uint32_t wanted) {
  const auto size = static_cast<std::uint32_t>(table.size() / sizeof wanted);
  std::uint32_t low = 0;
  std::uint32_t high = size;
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    if (read(table, middle * sizeof wanted) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size && read(table, low * sizeof wanted) == wanted ? low : size;
}

}  // namespace

Evidence::Evidence(std::string_view bytes) {
  EvidenceSizes sizes;
  if (bytes.size() < sizeof sizes) {
    bug("the evidence is cut short");
  }
  std::memcpy(&sizes, bytes.data(), sizeof sizes);
  features_ = sizes.features;
  classes_ = sizes.classes;
  domains_ = sizes.domains;
  std::size_t at = sizeof sizes;
  const auto take = [&](std::size_t size) {
    if (size > bytes.size() - at) {
      bug("the evidence is cut short");
    }
    at += size;
    return bytes.substr(at - size, size);
  };
  keys_ = take(4ULL * sizes.features);
  first_ = take(4ULL * (sizes.features + 1));
  sounds_ = take(4ULL * sizes.sounds);
  alike_ = take(4ULL * sizes.sounds);
  biases_ = take(4ULL * (sizes.classes + sizes.domains));
  domain_of_ = take(4ULL * sizes.classes);
  texts_ = take(4ULL * (4 * sizes.classes + 1));
  rarities_ = take(2ULL * sizes.features);
  planes_ = take(2ULL * sizes.says);
  weights_ = take(sizes.says);
  strings_ = bytes.substr(at);
}

std::uint32_t Evidence::number(std::string_view table, std::uint32_t at) { return read(table, at * 4ULL); }

std::uint32_t Evidence::small(std::string_view table, std::uint32_t at) {
  std::uint16_t value = 0;
  std::memcpy(&value, table.data() + at * sizeof value, sizeof value);
  return value;
}

std::string_view Evidence::text(std::uint32_t number_of_text) const {
  const std::uint32_t from = number(texts_, number_of_text);
  return strings_.substr(from, number(texts_, number_of_text + 1) - from);
}

Evidence::Class Evidence::klass(std::uint32_t number_of_class) const {
  const std::uint32_t at = 4 * number_of_class;
  return {text(at), text(at + 1), text(at + 2), text(at + 3)};
}

std::uint32_t Evidence::domain_plane(std::uint32_t klass) const {
  return classes_ + number(domain_of_, klass);
}

int Evidence::bias(std::uint32_t plane) const { return static_cast<int>(number(biases_, plane)); }

int Evidence::rarity(std::uint32_t feature) const { return static_cast<int>(small(rarities_, feature)); }

Evidence::Found Evidence::find(std::uint32_t key) const {
  const std::uint32_t known = find_in(keys_, key);
  const std::uint32_t sound = known < features_ ? 0 : sound_of_pair(key);
  if (sound == 0) {
    return {known, false};
  }
  const std::uint32_t alike = find_in(sounds_, sound);
  return alike < sounds_.size() / 4 ? Found{number(alike_, alike), true} : Found{none(), false};
}

}  // namespace siqingdan
