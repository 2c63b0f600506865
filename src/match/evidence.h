// What every character and pair of characters says for and against every offence, learned from the titles,
// aliases and descriptions of the rule base (match/learn.h) and kept as bytes that are used where they lie:
// the built-in ones cost a one-shot command nothing but the pages it touches. The form is private to one
// build.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "law/catalogue.h"
#include "rules/descriptions.h"

namespace siqingdan {

// The bytes. The same rules give the same bytes. Takes seconds.
std::string learn_evidence(const Catalogue& catalogue, const Descriptions& descriptions);

class Evidence {
 public:
  // An offence, or what is none (`outside`): title and domain are empty then.
  struct Class {
    std::string_view id;
    std::string_view title;
    std::string_view domain;
    std::string_view domain_title;
  };
  // What a feature says for (or, below 0, against) a class or domain, in kUnit.
  struct Says {
    std::uint32_t plane = 0;
    int weight = 0;
  };
  static constexpr int kUnit = 48;  // the weight that is 1

  // `bytes` must outlive this.
  explicit Evidence(std::string_view bytes);

  // There is a plane for every class and, after these, for every domain.
  std::uint32_t planes() const { return classes_ + domains_; }
  std::uint32_t outside() const { return classes_ - 1; }
  Class klass(std::uint32_t number) const;
  std::uint32_t domain_plane(std::uint32_t klass) const;
  int bias(std::uint32_t plane) const;  // in kUnit

  // The feature with this key; of a pair that is not known, the known one that sounds alike. none(): neither.
  struct Found {
    std::uint32_t feature = 0;
    bool slip = false;
  };
  std::uint32_t none() const { return features_; }
  Found find(std::uint32_t key) const;
  int rarity(std::uint32_t feature) const;

  // Calls `use(Says)` for every class and domain of which the feature says something.
  template <class Use>
  void each(std::uint32_t feature, const Use& use) const {
    for (std::uint32_t i = number(first_, feature); i < number(first_, feature + 1); ++i) {
      use(Says{small(planes_, i), static_cast<signed char>(weights_[i])});
    }
  }

 private:
  // The bytes need not lie as numbers have to: memcpy in disguise.
  static std::uint32_t number(std::string_view table, std::uint32_t at);
  static std::uint32_t small(std::string_view table, std::uint32_t at);
  std::string_view text(std::uint32_t number) const;

  std::uint32_t features_ = 0;
  std::uint32_t classes_ = 0;
  std::uint32_t domains_ = 0;
  std::string_view keys_;  // by key
  std::string_view first_;  // feature → its first entry of planes_ and weights_
  std::string_view sounds_;  // of pairs, by sound
  std::string_view alike_;  // beside sounds_: the feature
  std::string_view biases_;
  std::string_view domain_of_;  // by class
  std::string_view texts_;  // ends of the strings of the classes, four each
  std::string_view rarities_;
  std::string_view planes_;
  std::string_view weights_;
  std::string_view strings_;
};

}  // namespace siqingdan
