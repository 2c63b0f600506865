#include "match/lessons.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "match/features.h"
#include "match/folded.h"
#include "match/weigh.h"

namespace siqingdan {
namespace {

constexpr std::uint32_t kSeenIn = 2;  // descriptions; what only one holds tells nothing of the next

struct Described {
  std::map<std::uint32_t, std::uint32_t> times;  // key of a feature → how often it is there
  std::uint32_t klass = 0;
};

void add(std::vector<std::string> texts, std::uint32_t klass, std::vector<Described>& all) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  for (const std::string& text : texts) {
    Described described{{}, klass};
    for (const Feature& feature : features_of(fold(text).text)) {
      ++described.times[feature.key];
    }
    all.push_back(std::move(described));
  }
}

std::vector<std::string> texts_of(const Offence& offence, const Descriptions& descriptions) {
  std::vector<std::string> texts = offence.aliases;
  texts.push_back(offence.title);
  const auto said = descriptions.of.find(offence.id);
  if (said != descriptions.of.end()) {
    texts.insert(texts.end(), said->second.begin(), said->second.end());
  }
  return texts;
}

void choose_features(const std::vector<Described>& all, Lessons& lessons) {
  std::map<std::uint32_t, std::uint32_t> among;
  for (const Described& described : all) {
    for (const auto& entry : described.times) {
      ++among[entry.first];
    }
  }
  for (const auto& [key, count] : among) {
    if (count >= kSeenIn) {
      lessons.keys.push_back(key);
      lessons.among.push_back(count);
      lessons.rarities.push_back(static_cast<std::uint16_t>(rarity(all.size(), count)));
    }
  }
}

Example example_of(const Described& described, const Lessons& lessons) {
  Example example{{}, described.klass};
  double square = 0;
  for (const auto& [key, times] : described.times) {
    const auto known = std::lower_bound(lessons.keys.begin(), lessons.keys.end(), key);
    if (known != lessons.keys.end() && *known == key) {
      const auto feature = static_cast<std::uint32_t>(known - lessons.keys.begin());
      const int value = lessons.rarities[feature] * repeated(times);
      example.features.emplace_back(feature, static_cast<float>(value));
      square += static_cast<double>(value) * value;
    }
  }
  for (auto& entry : example.features) {
    entry.second /= static_cast<float>(std::sqrt(square));
  }
  return example;
}

}  // namespace

Lessons lessons_of(const Catalogue& catalogue, const Descriptions& descriptions) {
  Lessons lessons;
  std::vector<Described> all;
  std::map<std::string, std::uint32_t>
      domains;  // by name: offences stand in the order of their domains anyway
  for (const auto& [id, offence] : catalogue.offences) {
    add(texts_of(offence, descriptions), lessons.classes(), all);
    const auto number = static_cast<std::uint32_t>(domains.size());
    lessons.domain_of.push_back(domains.try_emplace(offence.domain, number).first->second);
  }
  add(descriptions.outside, lessons.classes(), all);
  lessons.domain_of.push_back(static_cast<std::uint32_t>(domains.size()));
  choose_features(all, lessons);
  for (const Described& described : all) {
    lessons.examples.push_back(example_of(described, lessons));
  }
  return lessons;
}

}  // namespace siqingdan
