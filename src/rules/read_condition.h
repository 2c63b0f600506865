// Conditions as they are written, compiled into nodes.

#pragma once

#include <map>
#include <string>

#include "json/object.h"
#include "rules/rule_set.h"

namespace siqingdan {

// What a condition may speak of.
struct Words {
  const Vocabulary& vocabulary;
  const Catalogue& catalogue;
  const std::map<std::string, Number>& numbers;  // of the list
  Date from;  // the first day on which every number must be set
};

// Reads `all` / `any` / `not` / a leaf at `node`; the root is the last node of the result. After an issue the
// result may be empty.
Expression read_condition(const json::Context& context, const json::Node& node, const Words& words,
                          Condition::Role role);

// Reads a leaf whose object has other keys too (an exclusion with `binds`); the caller finishes `o`.
Expression read_leaf(json::Object& o, const Words& words, Condition::Role role);

// Puts `part` behind `whole`; returns the index of its root.
std::uint16_t append(Expression& whole, const Expression& part);

// One node over the given roots.
void join(Expression& whole, Condition::Op op, std::vector<std::uint16_t> roots, Condition::Role role);

// The `origin` key: where a line of a rule file comes from. Lines with `statute` must cite.
std::string read_origin(json::Object& o, const std::vector<Citation>& cites);

}  // namespace siqingdan
