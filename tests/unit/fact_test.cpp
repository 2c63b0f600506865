// Facts from words: the sentences of rules/words/labelled/sentences.json, and what no table can show.

#include "match/fact_propose.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "base/unicode.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"
#include "match/fact_date.h"
#include "match/fact_number.h"
#include "rules/builtin.h"
#include "rules/read_fact_words.h"

using namespace siqingdan;

namespace {

const Speech& speech() {
  static const Speech speech = builtin_speech();
  return speech;
}

const Date kOn = *parse_date("2026-11-20");

// By the patterns alone, as if nothing had been learned.
std::vector<ProposedFact> propose_from(const std::string& text, const std::string& domain = "") {
  return propose(fold(text), speech().vocabulary, speech().words, FactEvidence(), kOn, domain);
}

std::vector<ProposedFact> propose_as_learned(const std::string& text) {
  static const FactEvidence evidence(builtin_fact_evidence());
  return propose(fold(text), speech().vocabulary, speech().words, evidence, kOn, "");
}

// Of rules/words/labelled/sentences.json: texts, and the facts they state as `fact=value`.
std::vector<std::pair<std::string, std::string>> plain_sentences() {
  std::vector<std::pair<std::string, std::string>> sentences;
  std::ifstream file(PROJECT_SOURCE_DIR "/rules/words/labelled/sentences.json");
  const json::Value all = json::Value::parse(file);
  for (const json::Value& one : all["texts"]) {
    std::string facts;
    const json::Value stated = one.value("facts", json::Value::object());
    for (const auto& [name, value] : stated.items()) {
      facts += name + "=" + (value.is_string() ? value.get<std::string>() : value.dump()) + " ";
    }
    sentences.emplace_back(one["text"].get<std::string>(), facts);
  }
  return sentences;
}

std::string as_text(const std::vector<ProposedFact>& proposed) {
  std::vector<std::string> words;
  for (const ProposedFact& p : proposed) {
    const Fact& fact = speech().vocabulary.facts[p.fact];
    const json::Value value = written(fact, p.value);
    words.push_back(fact.name + "=" + (value.is_string() ? value.get<std::string>() : value.dump()));
  }
  std::sort(words.begin(), words.end());
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

std::string sorted(const std::string& wanted) {
  std::istringstream in(wanted);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

std::string amount(const std::u32string& text) {
  const auto number = read_number(text, 0);
  return number ? std::to_string(number->hundredths) + (number->certain ? "" : "?") : "none";
}

std::string day(const std::u32string& text) {
  const auto found = read_day(text, 0, kOn);
  return !found ? "none" : found->day ? to_text(*found->day) : "no such day";
}

}  // namespace

TEST_CASE("every sentence states its facts and no others", "[facts]") {
  const auto sentences = plain_sentences();
  CHECK(sentences.size() >= 250);
  for (const auto& [text, facts] : sentences) {
    INFO(text);
    CHECK(as_text(propose_from(text)) == sorted(facts));
  }
}

TEST_CASE("what is learned takes hardly anything from plain sentences, and adds hardly anything", "[facts]") {
  const auto sentences = plain_sentences();
  std::size_t same = 0;
  for (const auto& [text, facts] : sentences) {
    same += as_text(propose_as_learned(text)) == sorted(facts) ? 1U : 0U;
  }
  CHECK(same * 100 >= sentences.size() * 96);
}

TEST_CASE("a proposal shows the words it rests on, in the text as given", "[facts]") {
  const std::string text = "店家態度很差。　責令後逾期未改正!";
  const auto proposed = propose_from(text);
  REQUIRE(proposed.size() == 2);
  const std::u32string points = to_code_points(text);
  for (const ProposedFact& p : proposed) {
    const auto from = static_cast<std::size_t>(p.span.from);
    const auto size = static_cast<std::size_t>(p.span.to - p.span.from);
    CHECK_THAT(to_utf8(points.substr(from, size)), Catch::Contains("未改"));
    CHECK(p.value.from == kFromText);
  }
}

TEST_CASE("a domain's own fact is proposed in its place", "[facts]") {
  CHECK(as_text(propose_from("货值66元", "food")) == "food.goods_value=6600");
  CHECK(as_text(propose_from("货值66元", "ad")) == "goods_value=6600");
  CHECK(as_text(propose_from("说不出进货来源", "food")) == "food.source_stated=false");
}

TEST_CASE("numbers as they are written and spoken", "[facts]") {
  CHECK(amount(U"12") == "1200");
  CHECK(amount(U"1,280.5元") == "128050");
  CHECK(amount(U"1.5万") == "1500000");
  CHECK(amount(U"三万五千") == "3500000");
  CHECK(amount(U"三万五") == "3500000");
  CHECK(amount(U"3万5") == "3500000");
  CHECK(amount(U"三百五") == "35000");
  CHECK(amount(U"三百零五") == "30500");
  CHECK(amount(U"一千零四十万") == "1040000000");
  CHECK(amount(U"十一") == "1100");
  CHECK(amount(U"两亿") == "20000000000");
  CHECK(amount(U"十几") == "1100?");
  CHECK(amount(U"两百多") == "20000?");
  CHECK(amount(U"三四百").back() == '?');
  CHECK(amount(U"元") == "none");
  CHECK(amount(U"99999999999999999999999999") == "none");  // too long to be a sum
  CHECK(amount(U"9亿9亿9亿9亿9亿9亿9亿9亿9亿9亿9亿9亿9亿9亿") != "");  // no overflow
}

TEST_CASE("days as they are written and spoken", "[facts]") {
  CHECK(day(U"昨天") == "2026-11-19");
  CHECK(day(U"大前天") == "2026-11-17");
  CHECK(day(U"周三") == "2026-11-18");
  CHECK(day(U"周六") == "2026-11-14");
  CHECK(day(U"上周三") == "2026-11-11");
  CHECK(day(U"上周日") == "2026-11-15");
  CHECK(day(U"这周五") == "2026-11-20");
  CHECK(day(U"本周日") == "no such day");
  CHECK(day(U"10月12日") == "2026-10-12");
  CHECK(day(U"12月1号") == "2025-12-01");
  CHECK(day(U"十月十二号") == "2026-10-12");
  CHECK(day(U"去年10月12日") == "2025-10-12");
  CHECK(day(U"上个月10号") == "2026-10-10");
  CHECK(day(U"25号") == "2026-10-25");
  CHECK(day(U"12号楼") == "none");
  CHECK(day(U"2026年3月5日") == "2026-03-05");
  CHECK(day(U"二〇二六年三月五日") == "2026-03-05");
  CHECK(day(U"2026-03-05") == "2026-03-05");
  CHECK(day(U"2026.3.5") == "2026-03-05");
  CHECK(day(U"2027年3月5日") == "no such day");
  CHECK(day(U"2月30日") == "no such day");
  CHECK(day(U"3.15") == "none");
  CHECK(day(U"三天前") == "2026-11-17");
}

TEST_CASE("a file of fact words is checked against the vocabulary", "[facts]") {
  const auto codes_of = [](const std::string& cue) {
    Issues issues;
    const std::string text =
        R"({ "sets": { "not": [], "bridge": [], "neutral": [], "break": [], "done": [], "later": [], "here": [],
                       "deed": [] }, "yields": [],
             "guards": [ { "name": "question", "reach": "clause", "words": ["吗"] } ], "cues": [ )" +
        cue + " ] }";
    const auto document = json::parse({"words/facts/common.json", text}, issues);
    read_fact_words({&*document}, speech().vocabulary, issues);
    std::string codes;
    for (const Issue& issue : issues.all()) {
      codes += issue.code + " ";
    }
    return codes;
  };
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["已改[正|好]"] })").empty());
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "doubtful": true, "words": ["改"] })").empty());
  CHECK(codes_of(R"({ "fact": "correctd", "value": true, "words": ["已改正"] })") == "unknown-fact ");
  CHECK(codes_of(R"({ "fact": "act_minor", "value": true, "words": ["情节轻微"] })") == "never-from-words ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": 3, "words": ["已改正"] })") == "wrong-type ");
  CHECK(codes_of(R"({ "fact": "corrected", "words": ["已改正"] })") == "bad-cue ");
  CHECK(codes_of(R"({ "fact": "act_on", "words": ["昨天"] })") == "bad-pattern ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["已[改正"] })") == "bad-pattern ");
  // Words must follow the arrow: those are the deeds.
  CHECK(codes_of(R"({ "fact": "act_on", "words": ["{date}→[买|吃]"] })").empty());
  CHECK(codes_of(R"({ "fact": "act_on", "words": ["{date}→"] })") == "bad-pattern ");
  CHECK(codes_of(R"({ "fact": "act_on", "words": ["{date}→…买"] })") == "bad-pattern ");
  // Between brackets a gap or a set would be taken for characters of the text.
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["已[改…了|撤]"] })") == "bad-pattern ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["[{date}|已]改"] })") == "bad-pattern ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["{dnoe}改正"] })") == "unknown-set ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["改正"], "ignores": ["qestion"] })") ==
        "unknown-guard ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["改\n正", "改正"] })") == "bad-pattern ");
  CHECK(codes_of(R"({ "fact": "corrected", "value": true, "words": ["改正"], "without": [""] })") ==
        "bad-pattern ");
}
