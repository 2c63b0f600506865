#include "facts/case.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"

namespace siqingdan {
namespace {

constexpr const char* kVocabulary = R"({ "facts": {
  "act_minor": { "type": "judgement", "label": "l", "ask": "a", "personal_data": false },
  "act_on": { "type": "date", "label": "l", "ask": "a", "personal_data": false },
  "found_on": { "type": "date", "label": "l", "ask": "a", "personal_data": false },
  "clue_received_on": { "type": "date", "label": "l", "ask": "a", "personal_data": false },
  "corrected": { "type": "bool", "label": "l", "ask": "a", "personal_data": false },
  "corrected_on": { "type": "date", "label": "l", "ask": "a", "personal_data": false },
  "count": { "type": "integer", "unit": "件", "label": "l", "ask": "a", "personal_data": false },
  "first_offence": { "type": "derived", "label": "l", "ask": "a", "personal_data": true,
    "derived_from": { "fact": "prior_violation_on", "number": "look_back" } },
  "goods_value": { "type": "money", "label": "l", "ask": "a", "personal_data": false },
  "harm": { "type": "enum", "label": "l", "ask": "a", "personal_data": false,
    "values": [ { "code": "none", "label": "没有" }, { "code": "slight", "label": "轻微" }, { "code": "serious", "label": "严重" } ] },
  "measure.object": { "type": "enum", "about": "measure", "label": "l", "ask": "a", "personal_data": false,
    "values": [ { "code": "goods", "label": "物品" }, { "code": "premises", "label": "场所" } ] },
  "must_confiscate": { "type": "bool", "about": "measure", "label": "l", "ask": "a", "personal_data": false },
  "prior_violation_on": { "type": "date", "label": "l", "ask": "a", "personal_data": true },
  "words": { "type": "text", "label": "l", "ask": "a", "personal_data": false } } })";

struct World {
  Vocabulary vocabulary;
  Catalogue catalogue;
};

const World& world() {
  static const World world = [] {
    World made;
    Issues issues;
    const auto document = json::parse({"vocabulary.json", kVocabulary}, issues);
    REQUIRE(document);
    made.vocabulary = read_vocabulary(*document, issues);
    REQUIRE(issues.all().empty());
    made.catalogue.offences["shop.no-price-tag"].id = "shop.no-price-tag";
    return made;
  }();
  return world;
}

std::optional<Case> read(const std::string& text, Issues& issues) {
  const auto document = json::parse({"case.json", text}, issues);
  return document
             ? read_case(*document, world().vocabulary, world().catalogue, *parse_date("2026-11-23"), issues)
             : std::nullopt;
}

Case sound(const std::string& text) {
  Issues issues;
  const auto result = read(text, issues);
  INFO((issues.all().empty() ? "" : to_line(issues.all().front(), true)));
  REQUIRE(result);
  return *result;
}

FactId id(const char* name) {
  const FactId fact = world().vocabulary.find(name);
  REQUIRE(fact != kNoFact);
  return fact;
}

}  // namespace

TEST_CASE("A case is read with all that it holds", "[case]") {
  const Case c = sound(
      R"({ "case": "SJ-1", "party": { "name": "某某商店", "uscc": "91310117" }, "description": "没有标价",
    "offence": "shop.no-price-tag", "act_on": "2026-11-10", "found_on": "2026-11-11", "clue_received_on": "2026-11-12",
    "facts": { "act_minor": { "value": true, "because": "一件", "from": "现场" }, "corrected": false, "count": -3,
               "goods_value": 6600, "harm": "slight", "words": "话", "first_offence": null },
    "measures": [ { "object": "goods", "facts": { "must_confiscate": true } }, { "object": "premises" } ] })");
  CHECK(c.id == "SJ-1");
  CHECK(c.party_name == "某某商店");
  CHECK(c.party_uscc == "91310117");
  CHECK(c.description == "没有标价");
  CHECK(c.offence == "shop.no-price-tag");
  const auto written_fact = [&](const char* name) {
    return json::compact(written(world().vocabulary.facts[id(name)], *c.facts.at(id(name))));
  };
  CHECK(written_fact("act_on") == "\"2026-11-10\"");
  CHECK(written_fact("found_on") == "\"2026-11-11\"");
  CHECK(written_fact("clue_received_on") == "\"2026-11-12\"");
  CHECK(written_fact("act_minor") == "true");
  CHECK(c.facts.at(id("act_minor"))->because == "一件");
  CHECK(c.facts.at(id("act_minor"))->from == "现场");
  CHECK(written_fact("corrected") == "false");
  CHECK(written_fact("count") == "-3");
  CHECK(written_fact("goods_value") == "6600");
  CHECK(written_fact("harm") == "\"slight\"");
  CHECK(written_fact("words") == "\"话\"");
  REQUIRE(c.measures.size() == 2);
  CHECK(c.measures[0].object == "goods");
  CHECK(c.measures[0].facts.at(id("must_confiscate"))->number == 1);
  CHECK_FALSE(c.measures[1].facts.at(id("must_confiscate")));
}

TEST_CASE("An empty case is a case", "[case]") {
  const Case c = sound("{}");
  CHECK(c.offence.empty());
  CHECK_FALSE(c.measures_named);
  CHECK(sound(R"({"measures": []})").measures_named);  // none is contemplated
  for (std::size_t fact = 0; fact < c.facts.size(); ++fact) {
    CHECK_FALSE(c.facts.at(static_cast<FactId>(fact)));
    CHECK_FALSE(c.facts.was_asked(static_cast<FactId>(fact)));
  }
}

TEST_CASE("Absent is not asked yet, null was asked, and both are unknown", "[case]") {
  const Case c = sound(R"({"facts": {"corrected": null, "harm": {"value": null, "because": "查不清"}}})");
  CHECK_FALSE(c.facts.at(id("corrected")));
  CHECK(c.facts.was_asked(id("corrected")));
  CHECK(c.facts.was_asked(id("harm")));
  CHECK_FALSE(c.facts.at(id("act_minor")));
  CHECK_FALSE(c.facts.was_asked(id("act_minor")));
}

TEST_CASE("What is wrong with a case is named with its place", "[case]") {
  struct Row {
    std::string text;
    const char* code;
    int line;
    int column;
  };
  const auto row = GENERATE(values<Row>({
      {"[]", "wrong-type", 1, 1},
      {"{\n \"cse\": \"1\"}", "unknown-key", 2, 2},
      {"{\"case\": 1}", "wrong-type", 1, 10},
      {"{\"case\": \"a\\u001b[2J\"}", "control-character", 1, 10},
      {"{\"description\": \"\\u202e\"}", "control-character", 1, 17},
      {"{\"party\": {\n\"name\": \"a\\r\"}}", "control-character", 2, 9},
      {"{\"party\": {\"uscc\": \"\\u0000\"}}", "control-character", 1, 20},
      {"{\"party\": {\"phone\": \"1\"}}", "unknown-key", 1, 12},
      {"{\"party\": \"店\"}", "wrong-type", 1, 11},
      {"{\"offence\": \"shop.no-price-tga\"}", "unknown-offence", 1, 13},
      {"{\"facts\": {\"corected\": true}}", "unknown-fact", 1, 12},
      {"{\"facts\": []}", "wrong-type", 1, 11},
      {"{\"facts\": {\"corrected\": \"yes\"}}", "wrong-type", 1, 25},
      {"{\"facts\": {\"corrected\": 1}}", "wrong-type", 1, 25},
      {"{\"facts\": {\"act_minor\": []}}", "wrong-type", 1, 25},
      {"{\"facts\": {\"count\": \"3\"}}", "wrong-type", 1, 21},
      {"{\"facts\": {\"count\": true}}", "wrong-type", 1, 21},
      {"{\"facts\": {\"goods_value\": -1}}", "wrong-type", 1, 27},
      {"{\"facts\": {\"words\": 3}}", "wrong-type", 1, 21},
      {"{\"facts\": {\"harm\": \"big\"}}", "unknown-word", 1, 20},
      {"{\"facts\": {\"harm\": 1}}", "unknown-word", 1, 20},
      {"{\"facts\": {\"found_on\": \"2026-02-30\"}}", "bad-date", 1, 24},
      {"{\"act_on\": 20261110}", "wrong-type", 1, 12},
      {"{\"facts\": {\"corrected\": {\"because\": \"b\"}}}", "missing-key", 1, 25},
      {"{\"facts\": {\"corrected\": {\"value\": true, \"why\": \"b\"}}}", "unknown-key", 1, 41},
      {"{\"facts\": {\"corrected\": {\"value\": true, \"because\": \"\\u0007\"}}}", "control-character", 1,
       25},
      {"{\"facts\": {\"corrected\": {\"value\": true, \"from\": \"\\u0007\"}}}", "control-character", 1, 25},
      {"{\"facts\": {\"words\": \"\\u0007\"}}", "control-character", 1, 21},
      {"{\"facts\": {\"act_on\": \"2026-11-01\"},\n \"act_on\": \"2026-11-01\"}", "given-twice", 2, 12},
      {"{\"measures\": {}}", "wrong-type", 1, 14},
      {"{\"measures\": [{}]}", "missing-key", 1, 15},
      {"{\"measures\": [{\"object\": \"gods\"}]}", "unknown-word", 1, 26},
      {"{\"measures\": [{\"object\": \"goods\", \"facts\": {\"corrected\": true}}]}", "not-about-measure", 1,
       45},
      {"{\"measures\": [{\"object\": \"goods\", \"facts\": {\"measure.object\": \"goods\"}}]}", "given-twice",
       1, 45},
      {"{\"measures\": [{\"object\": \"goods\", \"why\": 1}]}", "unknown-key", 1, 35},
      {"{\"facts\": {\"corrected\": true,\n\"corrected\": false}}", "duplicate-key", 2, 1},
      {"{\"facts\": {\"goods_value\": 66.5}}", "float", 1, 27},
  }));
  INFO(row.text);
  Issues issues;
  CHECK_FALSE(read(row.text, issues));
  REQUIRE(issues.all().size() == 1);
  const Issue& issue = issues.all().front();
  CHECK(issue.code == row.code);
  CHECK(issue.place.file == "case.json");
  CHECK(issue.place.line == row.line);
  CHECK(issue.place.column == row.column);
}

TEST_CASE("What cannot be true of any case is refused where it stands", "[case]") {
  struct Row {
    const char* text;
    const char* code;
    int line;
    int column;
  };
  const auto row = GENERATE(values<Row>({
      {"{\"case\": \"1\",\n \"act_on\": \"2026-11-24\"}", "act-after-decision", 2, 12},
      {"{\"found_on\": \"2026-11-24\"}", "date-after-decision", 1, 14},
      {"{\"facts\": {\n\"clue_received_on\": \"2027-01-01\"}}", "date-after-decision", 2, 21},
      {"{\"act_on\": \"2026-11-02\", \"found_on\": \"2026-11-01\"}", "date-order", 1, 38},
      {"{\"act_on\": \"2026-11-02\", \"facts\": {\"corrected_on\": \"2026-11-01\"}}", "date-order", 1, 52},
      {"{\"facts\": {\"corrected\": false, \"corrected_on\": \"2026-11-01\"}}", "contradiction", 1, 48},
  }));
  INFO(row.text);
  Issues issues;
  CHECK_FALSE(read(row.text, issues));
  REQUIRE(issues.all().size() == 1);
  CHECK(issues.all().front().code == row.code);
  CHECK(issues.all().front().place.line == row.line);
  CHECK(issues.all().front().place.column == row.column);
  sound(
      R"({"act_on": "2026-11-23", "found_on": "2026-11-23", "facts": {"corrected": true, "corrected_on": "2026-11-23"}})");
}

TEST_CASE("Whoever sends a thousand wrong facts need not read a thousand lines", "[case]") {
  std::string facts;
  for (int i = 0; i < 1000; ++i) {
    facts += (i > 0 ? ", \"x" : "\"x") + std::to_string(i) + "\": true";
  }
  Issues issues;
  CHECK_FALSE(read("{\"facts\": {" + facts + "}}", issues));
  CHECK(issues.all().size() <= 101);
  CHECK(issues.all().back().code == "too-many-issues");
}

TEST_CASE("All that is wrong with a case is said at once", "[case]") {
  Issues issues;
  CHECK_FALSE(read(R"({"cse": 1, "offence": "shop.x", "act_on": "2026-13-01",
    "facts": {"corected": true, "harm": "big", "count": "3"}})",
                   issues));
  std::vector<std::string> codes;
  for (const Issue& issue : issues.all()) {
    codes.push_back(issue.code);
  }
  std::sort(codes.begin(), codes.end());
  CHECK(codes == std::vector<std::string>{"bad-date", "unknown-fact", "unknown-key", "unknown-offence",
                                          "unknown-word", "wrong-type"});
}

TEST_CASE("A misspelt fact or offence is answered with the one that was meant", "[case]") {
  Issues issues;
  CHECK_FALSE(read(R"({"offence": "shop.no-price-tga", "facts": {"corected": true}})", issues));
  REQUIRE(issues.all().size() == 2);
  CHECK(issues.all()[0].hint.en == "did you mean `shop.no-price-tag`?");
  CHECK(issues.all()[1].hint.en == "did you mean `corrected`?");
}

TEST_CASE("The facts of a measure lie over those of the case", "[case]") {
  FactSheet below(2);
  below.set(0, {1, {}, {}, {}});
  below.set(1, {1, {}, {}, {}});
  FactSheet above(2);
  above.set(1, {0, {}, {}, {}});
  const FactSheet both = below.with(above);
  CHECK(both.at(0)->number == 1);
  CHECK(both.at(1)->number == 0);
  CHECK(below.at(1)->number == 1);
}

}  // namespace siqingdan
