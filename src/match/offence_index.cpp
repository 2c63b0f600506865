#include "match/offence_index.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "match/folded.h"

namespace siqingdan {
namespace {

const int kPairShare = std::getenv("kPairShare") ? std::atoi(std::getenv("kPairShare")) : 60;  // of a hundred: what a pair of characters weighs beside a word of a group

const int kCommonShare = std::getenv("kCommonShare") ? std::atoi(std::getenv("kCommonShare")) : 45;

// 16 × log2(n / d), n ≥ d ≥ 1, in whole numbers, so that every machine weighs alike.
int log_ratio(std::uint64_t n, std::uint64_t d) {
  int result = 0;
  std::uint64_t ratio = (n << 20) / d;
  while (ratio >= (std::uint64_t{2} << 20)) {
    ratio >>= 1;
    result += 16;
  }
  for (const int bit : {8, 4, 2, 1}) {
    ratio = (ratio * ratio) >> 20;
    if (ratio >= (std::uint64_t{2} << 20)) {
      ratio >>= 1;
      result += bit;
    }
  }
  return result;
}

// Characters that say nothing by themselves; a pair that holds one is no feature.
bool is_filler(char32_t c) {
  return !is_chinese(c) ||
         std::u32string_view(U"的了着在和与是我你他她它这那就都也很吗呢吧啊呀个们及或者把被给对为以其之从到去来")
                 .find(c) != std::u32string_view::npos;
}

std::uint64_t pair_at(std::u32string_view text, std::size_t at) {
  return is_filler(text[at]) || is_filler(text[at + 1]) ? 0 : (std::uint64_t{text[at]} << 32) | text[at + 1];
}

struct Parts {
  std::set<std::uint32_t> groups;
  std::set<std::uint64_t> pairs;
};

Parts parts_of(const Lexicon& lexicon, std::u32string_view text) {
  Parts parts;
  std::vector<bool> covered(text.size(), false);
  for (const WordHit& hit : lexicon.find(text)) {
    if (hit.slip) {
      continue;
    }
    parts.groups.insert(hit.group);
    std::fill(covered.begin() + hit.from, covered.begin() + hit.to, true);
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const std::uint64_t pair = covered[i] || covered[i + 1] ? 0 : pair_at(text, i);
    if (pair != 0) {
      parts.pairs.insert(pair);
    }
  }
  return parts;
}

}  // namespace

OffenceIndex::OffenceIndex(const RuleSet& rules) : lexicon_(rules.words.groups, rules.words.deniable) {
  struct Source {
    std::uint16_t offence;
    bool title;
    Parts parts;
  };
  std::vector<Source> sources;
  for (const auto& [id, offence] : rules.catalogue.offences) {
    const auto number = static_cast<std::uint16_t>(offences_.size());
    offences_.push_back(&offence);
    const auto add = [&](const std::string& text, bool title) {
      sources.push_back({number, title, parts_of(lexicon_, fold(text).text)});
      pairs_.insert(pairs_.end(), sources.back().parts.pairs.begin(), sources.back().parts.pairs.end());
    };
    add(offence.title, true);
    for (const std::string& alias : offence.aliases) {
      add(alias, false);
    }
    const auto more = rules.words.phrases.find(id);
    if (more != rules.words.phrases.end()) {
      for (const std::string& phrase : more->second) {
        add(phrase, false);
      }
    }
  }
  for (const std::string& phrase : rules.words.outside) {
    sources.push_back({outside(), false, parts_of(lexicon_, fold(phrase).text)});
    pairs_.insert(pairs_.end(), sources.back().parts.pairs.begin(), sources.back().parts.pairs.end());
  }
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  const std::size_t groups = lexicon_.names().size();
  postings_.resize(groups + pairs_.size());
  for (const Source& source : sources) {
    const auto number = static_cast<std::uint32_t>(phrases_.size());
    phrases_.push_back({source.offence, source.title, 0});
    for (const std::uint32_t group : source.parts.groups) {
      postings_[group].push_back(number);
    }
    for (const std::uint64_t pair : source.parts.pairs) {
      const auto at = std::lower_bound(pairs_.begin(), pairs_.end(), pair) - pairs_.begin();
      postings_[groups + static_cast<std::size_t>(at)].push_back(number);
    }
  }
  common_.assign(groups, false);
  group_domains_.assign(groups, 0);
  const auto& names = lexicon_.names();
  const auto number_of = [&](const std::string& name) {
    return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
  };
  for (const std::string& name : rules.words.common) {
    common_[number_of(name)] = true;
  }
  weigh();
  for (const auto& [domain, of] : rules.words.domains) {
    for (const std::string& name : of) {
      group_domains_[number_of(name)] |= 1U << domains_.size();
    }
    domains_.push_back(domain);
  }
}

void OffenceIndex::weigh() {
  weights_.assign(postings_.size(), 0);
  for (std::size_t feature = 0; feature < postings_.size(); ++feature) {
    std::uint64_t sharing = 0;  // postings are in the order of offences
    int last = -1;
    for (const std::uint32_t phrase : postings_[feature]) {
      sharing += phrases_[phrase].offence != last ? 1U : 0U;
      last = phrases_[phrase].offence;
    }
    if (sharing == 0) {
      continue;
    }
    static const int kFloor = std::getenv("kFloor") ? std::atoi(std::getenv("kFloor")) : 0;
    const int weight = kFloor + log_ratio(offences_.size(), sharing);
    weights_[feature] = !is_group(static_cast<std::uint32_t>(feature)) ? weight * kPairShare / 100
                         : common_[feature]                                ? weight * kCommonShare / 100
                                                                           : weight;
    for (const std::uint32_t phrase : postings_[feature]) {
      phrases_[phrase].weight += weights_[feature];
    }
  }
}

std::vector<FeatureHit> OffenceIndex::features_of(std::u32string_view text) const {
  std::vector<FeatureHit> features;
  for (const WordHit& hit : lexicon_.find(text)) {
    features.push_back({hit.group, hit.from, hit.to, hit.slip});
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const std::uint64_t pair = pair_at(text, i);
    const auto found = pair == 0 ? pairs_.end() : std::lower_bound(pairs_.begin(), pairs_.end(), pair);
    if (found != pairs_.end() && *found == pair) {
      const auto feature = lexicon_.names().size() + static_cast<std::size_t>(found - pairs_.begin());
      features.push_back({static_cast<std::uint32_t>(feature), static_cast<std::uint32_t>(i),
                          static_cast<std::uint32_t>(i + 2), false});
    }
  }
  std::stable_sort(features.begin(), features.end(),
                   [](const FeatureHit& a, const FeatureHit& b) { return a.from < b.from; });
  return features;
}

std::uint32_t OffenceIndex::domains_of(std::uint32_t feature) const {
  return is_group(feature) ? group_domains_[feature] : 0;
}

}  // namespace siqingdan
