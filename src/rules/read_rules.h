// A folder of rule files to a RuleSet that, if it exists, is sound, or to everything that is wrong with it.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/issue.h"
#include "rules/descriptions.h"
#include "rules/fact_words.h"
#include "rules/labelled.h"
#include "rules/rule_set.h"
#include "rules/rule_test.h"

namespace siqingdan {

// The JSON Schemas by name (`vocabulary`, `laws`, `offences`, `calendar`, `list`, `item`,
// `fact-words`, `descriptions`, `labelled`).
using Schemas = std::map<std::string, std::string>;

struct RuleBase {
  std::optional<RuleSet> rules;  // present if and only if no issue is an error
  Issues issues;                 // by place
  FactWords fact_words;          // with the next two: how people speak, which decides nothing
  Descriptions descriptions;
  std::vector<Labelled> labelled;
  std::vector<RuleTests> tests;  // beside rules.rules, in their order
  std::vector<CautionTests> caution_tests;  // beside rules.lists
};

// `files` are all files of the folder `root`, their paths beginning with it.
RuleBase read_rules(const std::vector<SourceFile>& files, const std::string& root, const Schemas& schemas);

}  // namespace siqingdan
