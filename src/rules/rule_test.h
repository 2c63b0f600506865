// The tests that stand inside list and item files, as data. They are run in src/trial.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "facts/case.h"
#include "json/object.h"
#include "rules/rule_set.h"

namespace siqingdan {

struct RuleTest {
  std::string name;
  Place place;
  Date on;
  std::string offence;                              // of the case; empty: the first the ground covers
  FactSheet facts;                                  // complete: ordinary and `but` are laid together
  std::optional<Answer> answer;                     // nothing: the ground is not in force
  std::vector<std::string> because;                 // leaf ids that must be among the reasons
  std::optional<std::vector<std::string>> ask;      // the exact set of facts, sorted
  std::map<std::string, std::string> duties;        // id → due date, `waiting` or `absent`
};

struct RuleTests {
  std::string rule;  // id
  std::vector<RuleTest> tests;
};

// Which cautions of a list are shown for a case; `RuleTest::because` holds their ids, sorted.
struct CautionTests {
  std::string list;  // id
  std::vector<RuleTest> tests;
};
CautionTests read_caution_tests(const List& list, const Vocabulary& vocabulary, const Catalogue& catalogue,
                                const json::Context& context, const json::Node* node);

// The tests of one item: those of its list for its classes, then its own. Either node may be nullptr.
struct TestSource {
  const json::Context& context;
  const json::Node* node;
};
RuleTests read_tests(const Rule& rule, const Vocabulary& vocabulary, const Catalogue& catalogue,
                     const TestSource& of_list, const TestSource& of_item);

}  // namespace siqingdan
