#include "json/value.h"
#include "report/alike_report.h"

namespace siqingdan {
namespace {

using json::Value;

Value by_question(const std::array<std::string, kQuestions.size()>& texts) {
  Value value = Value::object();
  for (std::size_t i = 0; i < kQuestions.size(); ++i) {
    value[name_of(kQuestions[i])] = texts[i].empty() ? Value(nullptr) : Value(texts[i]);
  }
  return value;
}

Value result(const AlikeResult& of) {
  return {{"answers", by_question(of.answers)},
          {"outcomes", by_question(of.outcomes)},
          {"decisions", of.decisions},
          {"officers", of.officers},
          {"from", of.from},
          {"until", of.until}};
}

Value difference(const AlikeDifference& of) {
  Value values = Value::array();
  for (const auto& in_result : of.values) {
    Value all = Value::array();
    for (const auto& [value, count] : in_result) {
      all.push_back({{"value", value.empty() ? Value(nullptr) : Value::parse(value)}, {"count", count}});
    }
    values.push_back(std::move(all));
  }
  return {{"fact", of.fact}, {"tells_apart", of.tells_apart}, {"values", std::move(values)}};
}

}  // namespace

Value to_json(const Alike& alike) {
  Value groups = Value::array();
  for (const AlikeGroup& group : alike.differing) {
    Value results = Value::array();
    for (const AlikeResult& each : group.results) {
      results.push_back(result(each));
    }
    Value differences = Value::array();
    for (const AlikeDifference& each : group.differences) {
      differences.push_back(difference(each));
    }
    groups.push_back({{"alike", group.key},
                      {"offence", group.offence},
                      {"other_rules", group.other_rules},
                      {"results", std::move(results)},
                      {"differences", std::move(differences)}});
  }
  return {{"schema", "siqingdan/alike/1"},
          {"acts", alike.count.acts},
          {"groups", alike.groups},
          {"differing", std::move(groups)}};
}

}  // namespace siqingdan
