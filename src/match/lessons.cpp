#include "match/lessons.h"

#include <algorithm>
#include <map>
#include <string>

#include "match/folded.h"

namespace siqingdan {
namespace {

void add(std::vector<std::string> texts, std::uint32_t klass, Lessons& lessons,
         std::vector<FeatureCounts>& all) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  for (const std::string& text : texts) {
    all.push_back(count_features(fold(text).text));
    lessons.class_of.push_back(klass);
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

}  // namespace

Lessons lessons_of(const Catalogue& catalogue, const Descriptions& descriptions) {
  Lessons lessons;
  std::vector<FeatureCounts> all;
  std::map<std::string, std::uint32_t>
      domains;  // by name: offences stand in the order of their domains anyway
  for (const auto& [id, offence] : catalogue.offences) {
    add(texts_of(offence, descriptions), lessons.classes(), lessons, all);
    const auto number = static_cast<std::uint32_t>(domains.size());
    lessons.domain_of.push_back(domains.try_emplace(offence.domain, number).first->second);
  }
  add(descriptions.outside, lessons.classes(), lessons, all);
  lessons.domain_of.push_back(static_cast<std::uint32_t>(domains.size()));
  lessons.dictionary = dictionary_of(all);
  for (const FeatureCounts& counts : all) {
    lessons.examples.push_back(example_of({counts}, lessons.dictionary));
  }
  return lessons;
}

}  // namespace siqingdan
