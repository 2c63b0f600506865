// Planes that were learned (match/learn.h), as bytes that are used where they lie: the built-in ones cost a
// one-shot command nothing but the pages it touches. The form is private to one build.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/dictionary.h"
#include "match/learn.h"

namespace siqingdan {

class PlaneTable {
 public:
  // What a feature says for (or, below 0, against) a plane, in kUnit.
  struct Says {
    std::uint32_t plane = 0;
    int weight = 0;
  };
  static constexpr int kUnit = 48;  // the weight that is 1

  PlaneTable() = default;  // no plane
  // `bytes` must outlive this; others may follow.
  explicit PlaneTable(std::string_view bytes);

  std::size_t bytes() const { return size_; }
  std::uint32_t planes() const { return static_cast<std::uint32_t>(biases_.size() / 4); }
  int bias(std::uint32_t plane) const;  // in kUnit

  // The feature with this key; of a pair that is not known, the known one that sounds alike. none(): neither.
  struct Found {
    std::uint32_t feature = 0;
    bool slip = false;
  };
  std::uint32_t none() const { return features_; }
  Found find(std::uint32_t key) const;
  int rarity(std::uint32_t feature) const;

  // Calls `use(Says)` for every plane of which the feature says something.
  template <class Use>
  void each(std::uint32_t feature, const Use& use) const {
    for (std::uint32_t i = number(first_, feature); i < number(first_, feature + 1); ++i) {
      use(Says{small(planes_, i), static_cast<signed char>(weights_[i])});
    }
  }

  int weight(std::uint32_t feature, std::uint32_t plane) const;  // what it says for one plane

  // The numbers of a table need not lie as numbers have to: memcpy in disguise.
  static std::uint32_t number(std::string_view table, std::uint32_t at);

 private:
  static std::uint32_t small(std::string_view table, std::uint32_t at);

  std::size_t size_ = 0;
  std::uint32_t features_ = 0;
  std::string_view keys_;  // by key
  std::string_view first_;  // feature → its first entry of planes_ and weights_
  std::string_view sounds_;  // of pairs, by sound
  std::string_view alike_;  // beside sounds_: the feature
  std::string_view biases_;
  std::string_view rarities_;
  std::string_view planes_;
  std::string_view weights_;
};

// The bytes of such a table. Weights are over the features of `dictionary`; a plane of a text in parts has
// those of all parts (example_of), and becomes a plane for each part, the bias with the first.
std::string write_planes(const Dictionary& dictionary, const std::vector<Plane>& planes);

// What holds numbers, as bytes.
template <class T>
void put(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

}  // namespace siqingdan
