#include "rules/image.h"

#include <catch2/catch.hpp>

#include "decide/decide.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"
#include "rules/archive.h"
#include "rules/builtin.h"
#include "rules/bundle.h"
#include "small_world.h"

namespace siqingdan {
namespace {

const RuleBase& real() {
  static const RuleBase base = read_rules(builtin_files(), "rules", {});
  return base;
}

// Decisions that between them touch every kind of rule: nothing known, a measure, an item of each list.
std::vector<std::string> decisions(const RuleSet& rules) {
  static const char* const kCases[] = {
      R"({})", R"({"offence": "ad.approval-number-not-shown"})",
      R"({"offence": "ad.approval-number-not-shown", "clue_received_on": "2026-11-02", "facts": {"act_minor": true,
          "corrected": true, "harm": "none", "verified": true, "bad_social_impact": false, "first_offence": true}})",
      R"({"offence": "ad.approval-number-not-shown", "facts": {"prior_violation_on": "2024-01-02"},
          "measures": [{"object": "goods", "facts": {"must_confiscate": false}}]})"};
  std::vector<std::string> texts;
  for (const char* text : kCases) {
    Issues issues;
    const auto document = json::parse({"case.json", text}, issues);
    REQUIRE(document);
    const auto a_case = read_case(*document, rules.vocabulary, rules.catalogue, from_number(20780), issues);
    INFO((issues.all().empty() ? "" : to_line(issues.all().front(), true)));
    REQUIRE(a_case);
    texts.push_back(json::compact(to_json(decide(rules, *a_case, from_number(20780)))));
  }
  return texts;
}

// The real rule base read again from what a log would keep of it.
const RuleBase& kept() {
  static const RuleBase base = read_rules(files_of(bundle(builtin_files(), "rules"), "kept"), "kept", {});
  return base;
}

}  // namespace

TEST_CASE("A rule base read back from its image decides the same, to the byte", "[image]") {
  REQUIRE(real().rules);
  const std::string image = to_image(*real().rules);
  const RuleSet again = from_image(image);
  CHECK((decisions(again) == decisions(*real().rules)));
  CHECK((to_image(again) == image));
  CHECK(again.digest == real().rules->digest);
  CHECK(again.calendar_digest == real().rules->calendar_digest);
}

TEST_CASE("The rule base in the program is the one of its files", "[image]") {
  REQUIRE(real().rules);
  CHECK((to_image(builtin_rules()) == to_image(*real().rules)));
}

TEST_CASE("An image that is cut off or too long is refused", "[image]") {
  const std::string image = to_image(small_world());
  for (std::size_t length = 0; length < image.size(); length += 7) {
    CHECK_THROWS_AS(from_image(std::string_view(image).substr(0, length)), std::logic_error);
  }
  CHECK_THROWS_AS(from_image(image + "x"), std::logic_error);
}

TEST_CASE("Files come out of an archive as they went in", "[image]") {
  const std::vector<SourceFile> files = {{"a.json", "{}"},
                                         {"深/b.json", "3\n文\n"},
                                         {"c", ""},
                                         {"d", std::string("\0\n", 2)}};
  const std::vector<SourceFile> again = from_archive(to_archive(files));
  REQUIRE(again.size() == files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    CHECK(again[i].path == files[i].path);
    CHECK(again[i].text == files[i].text);
  }
  CHECK(from_archive("").empty());
  CHECK_THROWS_AS(from_archive("a.json"), std::logic_error);
  CHECK_THROWS_AS(from_archive("a.json\n3"), std::logic_error);
}

TEST_CASE("A rule base read back from its bundle is the same", "[image]") {
  REQUIRE(real().rules);
  REQUIRE(kept().rules);
  CHECK(kept().rules->digest == real().rules->digest);
  CHECK(kept().rules->calendar_digest == real().rules->calendar_digest);
  const Bundles bundles = small_bundles();
  const Bundles twice = bundle(files_of(bundles, "kept"), "kept");
  CHECK(twice.rules == bundles.rules);
  CHECK(twice.calendar == bundles.calendar);

  const std::vector<std::string> then = decisions(*real().rules);
  const std::vector<std::string> now = decisions(*kept().rules);
  for (std::size_t i = 0; i < then.size(); ++i) {
    CHECK((json::canonical(json::Value::parse(now[i])) == json::canonical(json::Value::parse(then[i]))));
  }
}

TEST_CASE("A rule base read back from its bundle decides the same, to the byte", "[image]") {
  REQUIRE(kept().rules);
  CHECK((decisions(*kept().rules) == decisions(*real().rules)));
}

}  // namespace siqingdan
