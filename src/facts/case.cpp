#include "facts/case.h"

#include "json/value.h"

namespace siqingdan {

void Case::set_fact(const Vocabulary& vocabulary, FactId fact_id, std::optional<std::size_t> measure,
                    std::optional<Known> known) {
  const Fact& fact = vocabulary.facts[fact_id];
  json::Value value = nullptr;
  if (known) {
    value = json::Value{{"value", siqingdan::written(fact, *known)}};
    for (const auto& [key, words] :
         {std::pair{"because", &known->because}, std::pair{"from", &known->from}}) {
      if (!words->empty()) {
        value[key] = *words;
      }
    }
  }
  // A date may stand at the top of a case; then it stays there.
  const bool at_top = !measure && written->contains(fact.name);
  json::Value& whole = measure ? (*written)["measures"][*measure] : *written;
  (at_top ? whole[fact.name] : whole["facts"][fact.name]) = std::move(value);

  FactSheet& sheet = measure ? measures[*measure].facts : facts;
  if (known) {
    sheet.set(fact_id, std::move(*known));
  } else {
    sheet.set_unknowable(fact_id);
  }
}

void Case::forget_fact(const Vocabulary& vocabulary, FactId fact) {
  const std::string& name = vocabulary.facts[fact].name;
  written->erase(name);
  if (written->contains("facts")) {
    (*written)["facts"].erase(name);
  }
  facts.clear(fact);
}

void Case::set_offence(const std::string& offence_id) {
  offence = offence_id;
  (*written)["offence"] = offence_id;
}

void Case::set_id(const std::string& number) {
  id = number;
  (*written)["case"] = number;
}

void Case::contemplate_no_measure() {
  measures_named = true;
  measures.clear();
  (*written)["measures"] = json::Value::array();
}

}  // namespace siqingdan
