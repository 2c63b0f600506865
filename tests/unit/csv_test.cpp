#include "history/csv.h"

#include <catch2/catch.hpp>

#include "dice.h"

namespace siqingdan {
namespace {

using Fields = std::vector<std::string>;

struct Read {
  std::vector<std::pair<int, Fields>> rows;  // the sound ones
  std::vector<std::string> issues;           // `line: code`
};

Read read(const std::string& text) {
  Issues issues;
  Read result;
  const auto rows = read_csv({"a.csv", text}, issues);
  if (rows) {
    for (const CsvRow& row : *rows) {
      if (row.sound) {
        result.rows.emplace_back(row.line, row.fields);
      }
    }
  }
  for (const Issue& issue : issues.all()) {
    result.issues.push_back(std::to_string(issue.place.line) + ": " + issue.code);
  }
  return result;
}

TEST_CASE("Rows keep the line they begin on", "[csv]") {
  using Rows = std::vector<std::pair<int, Fields>>;
  const auto [text, rows] = GENERATE(table<std::string, Rows>({
      {"", {}},
      {"a,b\nc,d", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
      {"a,b\r\nc,d\r\n", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
      {"a,b\rc,d\r", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
      {"\xEF\xBB\xBF\"a\",b\n", {{1, {"a", "b"}}}},
      {"\"x\ny\r\nz\",b\nc,d\n", {{1, {"x\ny\nz", "b"}}, {4, {"c", "d"}}}},
      {"\"say \"\"yes\"\", please\",\n", {{1, {"say \"yes\", please", ""}}}},
      {"a,\n\n,,\n\r\n ,\nb\n", {{1, {"a", ""}}, {5, {" ", ""}}, {6, {"b"}}}},
      {"\"\"\n\"\"\"\"\n", {{2, {"\""}}}},
      {"案由,日期\n", {{1, {"案由", "日期"}}}},
  }));
  INFO(text);
  const Read found = read(text);
  CHECK(found.rows == rows);
  CHECK(found.issues.empty());
}

TEST_CASE("A row with wrong quotes is reported and spoils no other", "[csv]") {
  const Read found = read("a,b\nx\"y,1\n\"c\"d,2\ne,f\n");
  CHECK(found.rows == std::vector<std::pair<int, Fields>>{{1, {"a", "b"}}, {4, {"e", "f"}}});
  CHECK(found.issues == std::vector<std::string>{"2: bad-csv", "3: bad-csv"});
}

TEST_CASE("A quote that is never closed is told with all it swallows", "[csv]") {
  Issues issues;
  const auto rows = read_csv({"a.csv", "a,b\nx,\"y\nc,d\ne,f\n"}, issues);
  REQUIRE(rows->size() == 2);
  CHECK_FALSE(rows->back().sound);
  REQUIRE(issues.all().size() == 1);
  CHECK(issues.all()[0].place.line == 2);
  CHECK(issues.all()[0].message.en == "the quote in line 2 is never closed; lines 2 to 5 were not read");
}

TEST_CASE("A file in another encoding is refused with the cure", "[csv]") {
  Issues issues;
  // 案由 in GB18030, in the second line; UTF-16 with its mark.
  for (const std::string text : {"a\n\xB0\xB8\xD3\xC9\n", "\xFF\xFE\x61\x00"}) {
    CHECK_FALSE(read_csv({"a.csv", text}, issues));
    CHECK(issues.all().back().code == "not-utf-8");
    CHECK(issues.all().back().hint.zh.find("CSV UTF-8") != std::string::npos);
  }
  CHECK(issues.all().front().place.line == 2);
}

TEST_CASE("What is written by the rules is read back, whatever it holds", "[csv]") {
  Dice dice(20261129);
  const std::vector<std::string> kPieces = {"a", ",", "\"", "\n", "案", " ", "1"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    std::vector<std::pair<int, Fields>> rows;
    int line = 1;
    for (std::int64_t r = dice.below(6); r >= 0; --r) {
      Fields fields(static_cast<std::size_t>(2 + dice.below(3)));
      const int began = line;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string quoted;
        for (std::int64_t n = dice.below(5); n > 0; --n) {
          const std::string& piece = kPieces[static_cast<std::size_t>(dice.below(kPieces.size()))];
          fields[i] += piece;
          quoted += piece == "\"" ? "\"\"" : piece;
          line += piece == "\n" ? 1 : 0;
        }
        text += (i == 0 ? "\"" : ",\"") + quoted + "\"";
      }
      text += round % 2 == 0 ? "\n" : "\r\n";
      ++line;
      if (Fields(fields.size()) != fields) {
        rows.emplace_back(began, fields);
      }
    }
    INFO(text);
    CHECK(read(text).rows == rows);
    CHECK(read(text).issues.empty());
  }
}

}  // namespace
}  // namespace siqingdan
