// A second, naive reading of rules to hold the engine against, written from DESIGN §4 and not from the
// engine: recursive, over names instead of ids, with optional<bool> instead of Truth. Below it, the same
// formula as a condition of a rule file and as SQL.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json/parse.h"
#include "rules/read_condition.h"

namespace siqingdan::reference {

using Maybe = std::optional<bool>;
using World = std::map<std::string, std::optional<std::int64_t>>;  // nothing: not known

struct Formula {
  std::string op;  // all, any, not, or the test of a leaf
  std::vector<Formula> parts;
  std::string fact;
  std::vector<std::int64_t> values;
};

inline Maybe truth(const Formula& f, const World& world) {
  if (f.op == "not") {
    const Maybe part = truth(f.parts[0], world);
    return part ? Maybe(!*part) : std::nullopt;
  }
  if (f.op == "all" || f.op == "any") {
    const bool decisive = f.op == "any";
    bool open = false;
    for (const Formula& part : f.parts) {
      const Maybe t = truth(part, world);
      if (t == decisive) {
        return decisive;
      }
      open = open || !t;
    }
    return open ? std::nullopt : Maybe(!decisive);
  }
  const auto value = world.at(f.fact);
  if (!value) {
    return std::nullopt;
  }
  const std::int64_t limit = f.values[0];
  if (f.op == "at_least") {
    return *value >= limit;
  }
  if (f.op == "at_most") {
    return *value <= limit;
  }
  if (f.op == "more_than") {
    return *value > limit;
  }
  if (f.op == "less_than") {
    return *value < limit;
  }
  for (const std::int64_t one : f.values) {
    if (*value == one) {
      return true;
    }
  }
  return false;
}

// A question: grounds that must or only may grant, and what bars those that may.
struct Problem {
  std::vector<std::pair<Formula, bool>> grounds;  // true: must
  std::vector<Formula> bars;
};

inline std::string answer(const Problem& problem, const World& world) {
  std::string best = problem.grounds.empty() ? "not_listed" : "does_not_apply";
  for (const auto& [condition, must] : problem.grounds) {
    Formula whole{"all", {condition}, {}, {}};
    for (const Formula& bar : must ? std::vector<Formula>{} : problem.bars) {
      whole.parts.push_back({"not", {bar}, {}, {}});
    }
    const Maybe t = truth(whole, world);
    if (t == true) {
      return "applies";
    }
    best = t ? best : "undetermined";
  }
  return best;
}

// ---- the world of four facts: two of yes and no, one of three codes, one number

inline const std::map<std::string, std::vector<std::int64_t>>& domains() {
  static const std::map<std::string, std::vector<std::int64_t>> all = {{"e", {0, 1, 2}},
                                                                       {"n", {0, 1, 2, 3, 4}},
                                                                       {"p", {0, 1}},
                                                                       {"q", {0, 1}}};
  return all;
}

// Every assignment of a value or nothing to the four facts.
inline std::vector<World> all_worlds() {
  std::vector<World> worlds = {{}};
  for (const auto& [fact, values] : domains()) {
    std::vector<World> more;
    for (World world : worlds) {
      world[fact] = std::nullopt;
      more.push_back(world);
      for (const std::int64_t value : values) {
        world[fact] = value;
        more.push_back(world);
      }
    }
    worlds = more;
  }
  return worlds;
}

inline RuleSet four_facts() {
  static const char* const kText = R"({"facts": {
    "e": {"type": "enum", "label": "e", "ask": "e", "personal_data": false, "values": [
      {"code": "c0", "label": "0"}, {"code": "c1", "label": "1"}, {"code": "c2", "label": "2"}]},
    "n": {"type": "integer", "label": "n", "ask": "n", "personal_data": false},
    "p": {"type": "bool", "label": "p", "ask": "p", "personal_data": false},
    "q": {"type": "judgement", "label": "q", "ask": "q", "personal_data": false}}})";
  Issues issues;
  RuleSet rules;
  rules.vocabulary = read_vocabulary(*json::parse({"vocabulary.json", kText}, issues), issues);
  rules.catalogue.offences["x.y"].id = "x.y";
  rules.lists.emplace_back();
  rules.lists[0].id = "list";
  return rules;
}

inline FactSheet sheet_of(const RuleSet& rules, const World& world) {
  FactSheet sheet(rules.vocabulary.facts.size());
  for (const auto& [fact, value] : world) {
    if (value) {
      sheet.set(rules.vocabulary.find(fact), {*value, {}, {}, {}});
    }
  }
  return sheet;
}

inline std::string in_json(const Formula& f) {
  std::string text;
  if (f.op == "not") {
    return "{\"not\": " + in_json(f.parts[0]) + "}";
  }
  for (const Formula& part : f.parts) {
    text += (text.empty() ? "" : ", ") + in_json(part);
  }
  if (!f.parts.empty()) {
    return "{\"" + f.op + "\": [" + text + "]}";
  }
  for (const std::int64_t value : f.values) {
    const std::string number = std::to_string(value);
    text += (text.empty() ? "" : ", ") + (f.fact == "e"   ? "\"c" + number + "\""
                                          : f.fact == "n" ? number
                                          : value != 0    ? "true"
                                                          : "false");
  }
  return R"({"id": "leaf", "says": "s", "origin": "drafted", "cites": [], "fact": ")" + f.fact + "\", \"" +
         f.op + "\": " + (f.op == "one_of" ? "[" + text + "]" : text) + "}";
}

inline std::string in_sql(const Formula& f) {
  static const std::map<std::string, std::string> operators = {
      {"is", " = "}, {"at_least", " >= "}, {"at_most", " <= "}, {"more_than", " > "}, {"less_than", " < "}};
  if (f.op == "not") {
    return "(NOT " + in_sql(f.parts[0]) + ")";
  }
  std::string text;
  for (const Formula& part : f.parts) {
    text += (text.empty() ? "" : f.op == "all" ? " AND " : " OR ") + in_sql(part);
  }
  for (const std::int64_t value : f.values) {
    text += (text.empty() ? "" : ", ") + std::to_string(value);
  }
  return "(" +
         (!f.parts.empty()   ? text
          : f.op == "one_of" ? f.fact + " IN (" + text + ")"
                             : f.fact + operators.at(f.op) + text) +
         ")";
}

// Through the reader of rule files, so that it is tested too.
inline Expression in_engine(const RuleSet& rules, const Formula& f) {
  Issues issues;
  const auto document = json::parse({"formula.json", in_json(f)}, issues);
  const Words words{rules.vocabulary, rules.catalogue, rules.lists[0].numbers, {}};
  return read_condition({"formula.json", issues}, document->root, words, Condition::Role::condition);
}

// Over other facts than the four, if `vocabulary` is not empty.
inline RuleSet in_engine(const Problem& problem, Vocabulary vocabulary = {}) {
  RuleSet rules = four_facts();
  if (!vocabulary.facts.empty()) {
    rules.vocabulary = std::move(vocabulary);
  }
  for (std::size_t i = 0; i < problem.grounds.size(); ++i) {
    Rule rule;
    rule.id = "list/" + std::to_string(i);
    rule.covers.all = true;
    rule.effect = problem.grounds[i].second ? Effect::must : Effect::may;
    rule.condition = in_engine(rules, problem.grounds[i].first);
    rules.rules.push_back(std::move(rule));
  }
  for (const Formula& bar : problem.bars) {
    rules.lists[0].bars.push_back({in_engine(rules, bar)});
  }
  return rules;
}

}  // namespace siqingdan::reference
