// The READMEs show what the program prints today.

#include <catch2/catch.hpp>

#include "base/file.h"
#include "decide/decide.h"
#include "json/parse.h"
#include "report/decision_text.h"
#include "rules/builtin.h"

namespace siqingdan {

TEST_CASE("The transcript in both READMEs is what the example prints", "[readme]") {
  const std::string root = PROJECT_SOURCE_DIR;
  const RuleSet rules = builtin_rules();
  const Date on = *parse_date("2026-11-23");
  Issues issues;
  const std::string path = root + "/examples/pharmacy-ad-without-approval-number.json";
  const auto document = json::parse({path, read_file(path, kCaseLimit)}, issues);
  REQUIRE(document);
  const auto a_case = read_case(*document, rules.vocabulary, rules.catalogue, on, issues);
  REQUIRE(a_case);
  std::string shown = to_text(decide(rules, *a_case, on), Style{});
  shown.erase(shown.find_last_not_of('\n') + 1);
  for (const char* readme : {"/README.md", "/README.zh-CN.md"}) {
    INFO(readme << " lacks:\n" << shown);
    CHECK((read_file(root + readme, kCaseLimit).find(shown) != std::string::npos));
  }
}

}  // namespace siqingdan
