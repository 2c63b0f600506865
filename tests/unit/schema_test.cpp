// The case and decision schemas say what is really read and written: every example, and what becomes of it.

#include <catch2/catch.hpp>

#include "base/file.h"
#include "decide/decide.h"
#include "json/parse.h"
#include "json/schema.h"
#include "json/value.h"
#include "rules/builtin.h"

namespace siqingdan {

TEST_CASE("Every example fits the case schema, and its decision the decision schema", "[schema]") {
  const RuleSet rules = builtin_rules();
  const Schemas schemas = builtin_schemas();
  const Date on = *parse_date("2026-11-23");
  for (const SourceFile& example :
       read_json_tree(std::string(PROJECT_SOURCE_DIR) + "/examples", kCaseLimit)) {
    INFO(example.path);
    Issues issues;
    const auto document = json::parse(example, issues);
    REQUIRE(document);
    const auto a_case = read_case(*document, rules.vocabulary, rules.catalogue, on, issues);
    REQUIRE(a_case);
    json::check_schema(schemas.at("case"), example, issues);
    const std::string decision = json::compact(to_json(decide(rules, *a_case, on)));
    json::check_schema(schemas.at("decision"), {"decision", decision}, issues);
    for (const Issue& issue : issues.all()) {
      UNSCOPED_INFO(to_line(issue, true));
    }
    CHECK_FALSE(issues.has_errors());
  }
}

}  // namespace siqingdan
