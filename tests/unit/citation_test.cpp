#include "law/citation.h"

#include <catch2/catch.hpp>

#include "json/parse.h"
#include "law/catalogue.h"

namespace siqingdan {
namespace {

Citation place(const std::string& law, int article, int paragraph = 0, int item = 0) {
  return {law, article, paragraph, item, {}, {}, {}};
}

// The codes of all issues, with the citation that was read.
std::vector<std::string> codes_of(const std::string& text, Citation& citation) {
  Issues issues;
  const auto document = json::parse({"a.json", text}, issues);
  REQUIRE(document);
  citation = read_citation({document->file, issues}, document->root);
  std::vector<std::string> codes;
  for (const Issue& issue : issues.all()) {
    codes.push_back(issue.code);
    CHECK(issue.place.line == 1);
  }
  return codes;
}

}  // namespace

TEST_CASE("Numbers are written in Chinese numerals", "[citation]") {
  struct Row {
    int number;
    const char* numeral;
  };
  const auto row = GENERATE(values<Row>({{0, "零"},
                                         {1, "一"},
                                         {9, "九"},
                                         {10, "十"},
                                         {11, "十一"},
                                         {19, "十九"},
                                         {20, "二十"},
                                         {21, "二十一"},
                                         {30, "三十"},
                                         {99, "九十九"},
                                         {100, "一百"},
                                         {101, "一百零一"},
                                         {109, "一百零九"},
                                         {110, "一百一十"},
                                         {112, "一百一十二"},
                                         {119, "一百一十九"},
                                         {120, "一百二十"},
                                         {200, "二百"},
                                         {205, "二百零五"},
                                         {210, "二百一十"},
                                         {260, "二百六十"},
                                         {305, "三百零五"},
                                         {777, "七百七十七"},
                                         {990, "九百九十"},
                                         {999, "九百九十九"},
                                         {1000, "一千"},
                                         {1001, "一千零一"},
                                         {1010, "一千零一十"},
                                         {1100, "一千一百"},
                                         {1260, "一千二百六十"},
                                         {9999, "九千九百九十九"}}));
  CHECK(chinese_numeral(row.number) == row.numeral);
}

TEST_CASE("A provision is named as lawyers name it", "[citation]") {
  CHECK(provision_in_chinese(place("程序规定", 20, 1, 1)) == "第二十条第一款第(一)项");
  CHECK(provision_in_chinese(place("行政处罚法", 33, 1)) == "第三十三条第一款");
  CHECK(provision_in_chinese(place("行政处罚法", 37)) == "第三十七条");
  CHECK(provision_in_chinese(place("民法典", 1260, 0, 12)) == "第一千二百六十条第(十二)项");
  CHECK(provision_in_chinese(place("行政处罚法", 0)).empty());
  CHECK(provision_in_english(place("程序规定", 20, 1, 1)) == "art. 20(1)(1)");
  CHECK(provision_in_english(place("程序规定", 20)) == "art. 20");
  CHECK(provision_in_english(place("程序规定", 0)).empty());
}

TEST_CASE("A citation uses the law's short name where it has one", "[citation]") {
  Catalogue catalogue;
  catalogue.laws["市场监督管理行政处罚程序规定"].short_name = "程序规定";
  catalogue.laws["行政处罚法"];
  CHECK(catalogue.in_chinese(place("市场监督管理行政处罚程序规定", 20, 1, 1)) ==
        "程序规定 第二十条第一款第(一)项");
  CHECK(catalogue.in_chinese(place("行政处罚法", 33)) == "行政处罚法 第三十三条");
  CHECK(catalogue.in_chinese(place("市场监督管理行政处罚程序规定", 0)) == "程序规定");
  CHECK(catalogue.in_english(place("行政处罚法", 33, 1)) == "行政处罚法 art. 33(1)");
}

TEST_CASE("A renumbered provision holds from its first day up to its last but one", "[citation]") {
  Citation old = place("商标法", 49);
  old.until = parse_date("2027-01-01");
  Citation fresh = place("商标法", 57);
  fresh.from = parse_date("2027-01-01");
  const Date eve = *parse_date("2026-12-31");
  const Date day = *parse_date("2027-01-01");
  CHECK(old.holds_on(eve));
  CHECK_FALSE(old.holds_on(day));
  CHECK_FALSE(fresh.holds_on(eve));
  CHECK(fresh.holds_on(day));
  CHECK(place("商标法", 1).holds_on(day));
  CHECK_FALSE(old.same_place(fresh));
  CHECK(old.same_place(place("商标法", 49)));
}

TEST_CASE("A citation is read with everything it says", "[citation]") {
  Citation c;
  CHECK(codes_of(
            R"({"law": "商标法", "article": 49, "paragraph": 1, "item": 2, "says": "说", "from": "2019-11-01",
                     "until": "2027-01-01"})",
            c)
            .empty());
  CHECK(c.law == "商标法");
  CHECK(provision_in_english(c) == "art. 49(1)(2)");
  CHECK(c.says == "说");
  CHECK(to_text(*c.from) == "2019-11-01");
  CHECK(to_text(*c.until) == "2027-01-01");
}

TEST_CASE("A citation that cannot be is refused", "[citation]") {
  struct Row {
    const char* text;
    const char* code;
  };
  const auto row = GENERATE(values<Row>({{R"({"article": 1})", "missing-key"},
                                         {R"({"law": ""})", "empty-text"},
                                         {R"({"law": "a", "article": 0})", "bad-citation"},
                                         {R"({"law": "a", "article": -3})", "bad-citation"},
                                         {R"({"law": "a", "article": 10000})", "bad-citation"},
                                         {R"({"law": "a", "paragraph": 1})", "bad-citation"},
                                         {R"({"law": "a", "item": 1})", "bad-citation"},
                                         {R"({"law": "a", "article": "33"})", "wrong-type"},
                                         {R"({"law": "a", "from": "2026-02-30"})", "bad-date"},
                                         {R"({"law": "a", "artcle": 3})", "unknown-key"},
                                         {R"("行政处罚法")", "wrong-type"}}));
  INFO(row.text);
  Citation c;
  CHECK(codes_of(row.text, c) == std::vector<std::string>{row.code});
}

}  // namespace siqingdan
