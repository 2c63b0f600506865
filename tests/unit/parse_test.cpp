#include "json/parse.h"

#include <catch2/catch.hpp>

namespace siqingdan {
namespace {

using json::Node;

struct At {
  int line;
  int column;
};
bool operator==(const At& a, const At& b) { return a.line == b.line && a.column == b.column; }
std::ostream& operator<<(std::ostream& out, const At& at) { return out << at.line << ":" << at.column; }

At value_at(const Node& node) { return {node.line, node.column}; }
At key_at(const Node& node) { return {node.key_line, node.key_column}; }

Node read(const std::string& text) {
  Issues issues;
  auto document = json::parse({"a.json", text}, issues);
  INFO((issues.all().empty() ? "" : to_line(issues.all().front(), true)));
  REQUIRE(document);
  return document->root;
}

Issues issues_of(const std::string& text) {
  Issues issues;
  CHECK_FALSE(json::parse({"a.json", text}, issues));
  return issues;
}

std::string nested(int depth) {
  const auto n = static_cast<std::size_t>(depth);
  return std::string(n, '[') + std::string(n, ']');
}

constexpr const char* kSample =
    "{ \"案件\": \"药店“一”\\u4e2d\\n\", \"b\": [1, -20,true , null,{\"c\":3}],\n"
    "  \"facts\": {\"harm\": \"none\", \"n\": 0},\n\t\"e\": [], \"f\": {} }\n";

}  // namespace

TEST_CASE("Every kind of value knows its line and column", "[parse]") {
  const Node root = read(
      "{ \"t\": \"x\",\n  \"i\": 12, \"n\": null,\n\"b\":true,\n\n \"a\": [ 1,2 ],\"o\":{\"k\": false} }");
  CHECK(value_at(root) == At{1, 1});
  CHECK(value_at(*root.find("t")) == At{1, 8});
  CHECK(key_at(*root.find("t")) == At{1, 3});
  CHECK(value_at(*root.find("i")) == At{2, 8});
  CHECK(value_at(*root.find("n")) == At{2, 17});
  CHECK(value_at(*root.find("b")) == At{3, 5});
  CHECK(value_at(*root.find("a")) == At{5, 7});
  CHECK(value_at(root.find("a")->items[0]) == At{5, 9});
  CHECK(value_at(root.find("a")->items[1]) == At{5, 11});
  CHECK(key_at(*root.find("o")) == At{5, 15});
  CHECK(value_at(*root.find("o")) == At{5, 19});
  CHECK(key_at(*root.find("o")->find("k")) == At{5, 20});
  CHECK(value_at(*root.find("o")->find("k")) == At{5, 25});
}

TEST_CASE("Columns count characters, not bytes, and escapes as they are written", "[parse]") {
  const Node root = read("{\"案由\": \"𠮷é\", \"b\": \"\\u4e2d\\n\\\"\", \"c\": 1}");
  CHECK(value_at(*root.find("案由")) == At{1, 8});
  CHECK(key_at(*root.find("b")) == At{1, 14});
  CHECK(value_at(*root.find("b")) == At{1, 19});
  CHECK(key_at(*root.find("c")) == At{1, 33});
  CHECK(value_at(*root.find("c")) == At{1, 38});
}

TEST_CASE("A number directly before a bracket does not shift what follows", "[parse]") {
  const Node array = read("[[1],[22],3,{\"a\":4},{\"b\":5}]");
  CHECK(value_at(array.items[0].items[0]) == At{1, 3});
  CHECK(value_at(array.items[1]) == At{1, 6});
  CHECK(value_at(array.items[1].items[0]) == At{1, 7});
  CHECK(value_at(array.items[2]) == At{1, 11});
  CHECK(value_at(array.items[3]) == At{1, 13});
  CHECK(value_at(*array.items[3].find("a")) == At{1, 18});
  CHECK(value_at(array.items[4]) == At{1, 21});
  CHECK(key_at(*array.items[4].find("b")) == At{1, 22});

  const Node lines = read("[1\n,2\n]");
  CHECK(value_at(lines.items[1]) == At{2, 2});
  const Node spaced = read("[ 1 , [ 2 ] , -3 ]");
  CHECK(value_at(spaced.items[1]) == At{1, 7});
  CHECK(value_at(spaced.items[2]) == At{1, 15});
}

TEST_CASE("Values are read as they are", "[parse]") {
  const Node root = read(kSample);
  CHECK(root.find("案件")->text == "药店“一”中\n");
  CHECK(root.find("b")->items[1].integer == -20);
  CHECK(root.find("b")->items[2].boolean);
  CHECK(root.find("b")->items[3].kind == Node::Kind::null);
  CHECK(root.members[1].key == "b");
  const Node limits = read("[9223372036854775807, -9223372036854775808]");
  CHECK(limits.items[0].integer == INT64_MAX);
  CHECK(limits.items[1].integer == INT64_MIN);
}

TEST_CASE("What is wrong with a text is named with its place", "[parse]") {
  struct Row {
    std::string text;
    const char* code;
    At at;
  };
  const auto row = GENERATE(values<Row>({
      {"{\"a\": 1,\n \"b\": 2, \"a\": 3}", "duplicate-key", {2, 10}},
      {"{\"a\": 1, \"\\u0061\": 3}", "duplicate-key", {1, 10}},
      {"[{\"o\": {\"中\": 1, \"中\": 1}}]", "duplicate-key", {1, 17}},
      {"[1, 0.5]", "float", {1, 5}},
      {"[\n1e2]", "float", {2, 1}},
      {"{\"中\":-1.0}", "float", {1, 6}},
      {"[9223372036854775808]", "integer-range", {1, 2}},
      {"[-9223372036854775809]", "integer-range", {1, 2}},
      {"[1, 123456789012345678901234567890]", "integer-range", {1, 5}},
      {"\n  1e999", "not-json", {2, 7}},
      {"[1,]", "not-json", {1, 4}},
      {"{\"a\" 1}", "not-json", {1, 6}},
      {"{'a': 1}", "not-json", {1, 2}},
      {"[1] 2", "not-json", {1, 5}},
      {"[01]", "not-json", {1, 3}},
      {"[NaN]", "not-json", {1, 2}},
      {"// no\n[]", "not-json", {1, 1}},
      {"[\"\\x\"]", "not-json", {1, 4}},
      {"[\"中\n\"]", "not-json", {1, 4}},
      {"[\"\xFF\"]", "invalid-utf8", {1, 3}},
      {"[\"中\xC0\xAF\"]", "invalid-utf8", {1, 4}},
      {"[\"\xED\xA0\x80\"]", "invalid-utf8", {1, 3}},
      {"[]\n\x80", "invalid-utf8", {2, 1}},
      {nested(65), "too-deep", {1, 65}},
  }));
  INFO(row.text);
  const Issues issues = issues_of(row.text);
  REQUIRE(issues.all().size() == 1);
  const Issue& issue = issues.all().front();
  CHECK(issue.code == row.code);
  CHECK(issue.place.file == "a.json");
  CHECK(At{issue.place.line, issue.place.column} == row.at);
  CHECK(issue.severity == Issue::Severity::error);
  CHECK_FALSE(issue.message.zh.empty());
  CHECK_FALSE(issue.message.en.empty());
}

TEST_CASE("A text of nothing is refused", "[parse]") {
  const Issues issues = issues_of(GENERATE("", " ", "\r\n\t"));
  REQUIRE(issues.all().size() == 1);
  CHECK(issues.all().front().code == "not-json");
  CHECK(issues.all().front().place.file == "a.json");
}

TEST_CASE("Several mistakes in one text are all named", "[parse]") {
  const Issues issues = issues_of("{\"a\": 1.5,\n\"a\": 99999999999999999999,\n\"b\": [2.5]}");
  REQUIRE(issues.all().size() == 4);
  CHECK(issues.all()[0].code == "float");
  CHECK(issues.all()[1].code == "duplicate-key");
  CHECK(issues.all()[2].code == "integer-range");
  CHECK(issues.all()[3].code == "float");
  CHECK(issues.all()[3].place.line == 3);
  CHECK(issues.all()[3].place.column == 7);
}

TEST_CASE("A nesting of 64 is read, one of 100,000 is refused and not a crash", "[parse]") {
  CHECK(read(nested(json::kDeepest)).kind == Node::Kind::array);
  CHECK(issues_of(nested(100'000)).all().front().code == "too-deep");
  CHECK(issues_of(std::string(100'000, '[')).all().front().code == "too-deep");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) {
    objects += "{\"a\":";
  }
  const Issues issues = issues_of(objects);
  CHECK(issues.all().front().code == "too-deep");
  CHECK(issues.all().front().place.column == 64 * 5 + 1);
}

TEST_CASE("A text cut off at any byte is refused with a place", "[parse]") {
  const std::string sample = kSample;
  read(sample);
  const std::size_t whole = sample.find_last_of('}');
  for (std::size_t length = 1; length <= whole; ++length) {
    CAPTURE(length);
    const Issues issues = issues_of(sample.substr(0, length));
    REQUIRE(issues.all().size() == 1);
    const Issue& issue = issues.all().front();
    CHECK((issue.code == "not-json" || issue.code == "invalid-utf8"));
    CHECK(issue.place.line >= 1);
    CHECK(issue.place.line <= 3);
    CHECK(issue.place.column >= 1);
    CHECK(issue.place.column <= 60);
  }
}

TEST_CASE("A text with any byte replaced is read or refused, never a crash", "[parse]") {
  const std::string sample = kSample;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    for (const char byte : {'\0', '"', '\\', '{', ']', '9', ',', '\xE4', '\xFF'}) {
      std::string text = sample;
      text[at] = byte;
      Issues issues;
      const auto document = json::parse({"a.json", text}, issues);
      CHECK(document.has_value() != issues.has_errors());
      for (const Issue& issue : issues.all()) {
        CHECK(issue.place.line >= 1);
        CHECK(issue.place.column >= 1);
      }
    }
  }
}

}  // namespace siqingdan
