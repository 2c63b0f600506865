// What the vocabulary says the party can still do.

#include <catch2/catch.hpp>

#include "facts/vocabulary.h"
#include "json/parse.h"

namespace siqingdan {
namespace {

// A vocabulary of `late` (bool), `seen_on` (date) and `x`, whose type and further keys are given.
Vocabulary read(const std::string& x, Issues& issues) {
  const std::string head = R"({"facts": {
    "late": {"type": "bool", "label": "l", "ask": "l?", "personal_data": false},
    "seen_on": {"type": "date", "label": "s", "ask": "s?", "personal_data": false},
    "x": {"label": "x", "ask": "x?", "personal_data": false, )";
  const auto document = json::parse({"vocabulary.json", head + x + "}}}"}, issues);
  REQUIRE(document);
  return read_vocabulary(*document, issues);
}

bool refused(const std::string& x) {
  Issues issues;
  read(x, issues);
  return issues.has_errors();
}

}  // namespace

TEST_CASE("A remedy is read with what it brings about and what makes it too late", "[remedy]") {
  Issues issues;
  const Vocabulary v = read(
      R"("type": "enum", "values": [{"code": "a", "label": "a"}, {"code": "b", "label": "b"}],
         "remedy": "改正", "remedy_gives": "b", "remedy_lost_if": "late")",
      issues);
  REQUIRE_FALSE(issues.has_errors());
  const Fact& x = v.facts[v.find("x")];
  CHECK(x.remedy == "改正");
  CHECK(x.remedy_gives == 1);
  CHECK(x.remedy_lost_if == v.find("late"));
  CHECK(v.facts[v.find("late")].remedy.empty());
}

TEST_CASE("A remedy that says half, or of what nobody can undo, is refused", "[remedy]") {
  CHECK_FALSE(refused(R"("type": "bool", "remedy": "改正", "remedy_gives": true)"));
  CHECK(refused(R"("type": "bool", "remedy": "改正")"));
  CHECK(refused(R"("type": "bool", "remedy_gives": true)"));
  CHECK(refused(R"("type": "bool", "remedy": "改正", "remedy_gives": "yes")"));
  CHECK(refused(R"("type": "bool", "remedy": "改正", "remedy_gives": null)"));
  CHECK(refused(R"("type": "judgement", "remedy": "改正", "remedy_gives": true)"));
  CHECK(refused(R"("type": "date", "remedy": "改正", "remedy_gives": "2026-01-01")"));
  CHECK(refused(R"("type": "bool", "remedy": "改正", "remedy_gives": true, "remedy_lost_if": "seen_on")"));
  CHECK(refused(R"("type": "bool", "remedy": "改正", "remedy_gives": true, "remedy_lost_if": "nothing")"));
  CHECK(refused(R"("type": "bool", "remedy_lost_if": "late")"));
}

}  // namespace siqingdan
