// What the titles, aliases and further phrases of the offences are made of, and how much each part tells.
//
// A phrase is read as a text is: the words of groups in it are features, and so are the pairs of neighbouring
// characters that no group covers. A feature weighs the more, the fewer offences share it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/lexicon.h"
#include "rules/rule_set.h"

namespace siqingdan {

// A feature in a text.
struct FeatureHit {
  std::uint32_t feature = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool slip = false;
};

class OffenceIndex {
 public:
  struct Phrase {
    std::uint16_t offence = 0;
    bool title = false;
    int weight = 0;  // of all its features
  };

  explicit OffenceIndex(const RuleSet& rules);

  // The features of a folded text that some phrase has, by place.
  std::vector<FeatureHit> features_of(std::u32string_view text) const;

  const std::vector<const Offence*>& offences() const { return offences_; }  // by id
  // What the phrases of what is outside market regulation have for an offence.
  std::uint16_t outside() const { return static_cast<std::uint16_t>(offences_.size()); }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  const std::vector<std::uint32_t>& phrases_with(std::uint32_t feature) const { return postings_[feature]; }
  std::size_t features() const { return postings_.size(); }
  int weight(std::uint32_t feature) const { return weights_[feature]; }

  // Groups only: index into the names of the lexicon is the feature.
  bool is_group(std::uint32_t feature) const { return feature < lexicon_.names().size(); }
  const std::string& name(std::uint32_t group) const { return lexicon_.names()[group]; }
  // The domains that a group speaks of, as bits in the order of `domains`.
  std::uint32_t domains_of(std::uint32_t feature) const;
  const std::vector<std::string>& domains() const { return domains_; }

 private:
  void weigh();

  Lexicon lexicon_;
  std::vector<const Offence*> offences_;
  std::vector<Phrase> phrases_;
  std::vector<std::uint64_t> pairs_;  // sorted; feature = number of groups + index
  std::vector<std::vector<std::uint32_t>> postings_;
  std::vector<int> weights_;
  std::vector<std::string> domains_;
  std::vector<std::uint32_t> group_domains_;
  std::vector<bool> common_;
};

}  // namespace siqingdan
