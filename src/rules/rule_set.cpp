#include "rules/rule_set.h"

#include <algorithm>

namespace siqingdan {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const char* name_of(Question question) {
  static constexpr std::array kNames = {"no_site_inspection", "no_filing", "no_coercive_measure",
                                        "no_penalty"};
  return kNames[static_cast<std::size_t>(question)];
}

Text title_of(Question question) {
  switch (question) {
    case Question::no_site_inspection:
      return {"现场检查", "site inspection"};
    case Question::no_filing:
      return {"立案", "case filing"};
    case Question::no_coercive_measure:
      return {"强制措施", "coercive measure"};
    case Question::no_penalty:
      return {"处罚", "penalty"};
  }
  return {};
}

const char* name_of(Answer answer) {
  static constexpr std::array kNames = {"not_listed", "does_not_apply", "undetermined", "applies"};
  return kNames[static_cast<std::size_t>(answer)];
}

const char* name_of(Effect effect) { return effect == Effect::must ? "must" : "may"; }

const char* name_of(Unit unit) {
  static constexpr std::array kNames = {"working_days", "calendar_days", "months", "years", "fen", "count"};
  return kNames[static_cast<std::size_t>(unit)];
}

const Number::Value* Number::on(Date day, const Offence* offence) const {
  const Value* general = nullptr;
  const Value* special = nullptr;
  for (const Value& value : by_date) {
    if (day < value.from) {
      continue;
    }
    if (value.offences.empty()) {
      general = &value;
    } else if (offence != nullptr && contains(value.offences, offence->id)) {
      special = &value;
    }
  }
  return special != nullptr ? special : general;
}

bool Coverage::includes(const Offence& offence) const {
  return all || contains(offences, offence.id) || contains(domains, offence.domain);
}

}  // namespace siqingdan
