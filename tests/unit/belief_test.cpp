// What labelled texts teach of the words in them.

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/unicode.h"
#include "json/parse.h"
#include "match/fact_belief.h"
#include "match/fact_propose.h"
#include "rules/builtin.h"
#include "rules/read_fact_words.h"

using namespace siqingdan;

namespace {

const Date kOn = *parse_date("2026-11-20");

const Speech& speech() {
  static const Speech speech = builtin_speech();
  return speech;
}

// 换了 says that something was put right, or that it was not: only the words around tell.
FactWords one_doubtful_word() {
  Issues issues;
  const auto document = json::parse(
      {"words/facts/common.json",
       R"({ "sets": { "not": ["没有"], "bridge": [], "neutral": [], "break": [], "done": [], "later": [], "here": [],
                      "deed": [] }, "yields": [], "guards": [],
            "cues": [ { "fact": "corrected", "value": true, "doubtful": true, "words": ["换了"] },
                      { "fact": "harm", "value": "none", "words": ["没有受伤"] } ] })"},
      issues);
  FactWords words = read_fact_words({&*document}, speech().vocabulary, issues);
  REQUIRE_FALSE(issues.has_errors());
  return words;
}

// Six hands that tell the same in other words: the shop has changed its labels, the caller his telephone.
std::vector<Labelled> six_hands() {
  const FactId corrected = speech().vocabulary.find("corrected");
  std::vector<Labelled> labelled;
  for (std::size_t hand = 0; hand < 6; ++hand) {
    for (const char* what : {"标签", "价签", "招牌", "灯泡"}) {
      labelled.push_back(
          {"", "店里当场把" + std::string(what) + "换了", kOn, false, hand, false, {{corrected, 1}}});
      labelled.push_back(
          {"", "我手机坏了,后来" + std::string(what) + "旁边那部换了", kOn, false, hand, false, {}});
    }
  }
  return labelled;
}

bool proposes(const FactEvidence& evidence, const FactWords& words, const std::string& text) {
  return !propose(fold(text), speech().vocabulary, words, evidence, kOn, "").empty();
}

}  // namespace

TEST_CASE("doubtful words are believed where texts like it meant them, and only there", "[belief]") {
  const FactWords words = one_doubtful_word();
  const std::string bytes = learn_fact_evidence(six_hands(), speech().vocabulary, words);
  const FactEvidence evidence(bytes);
  CHECK(proposes(evidence, words, "店里当场把价目表换了"));
  CHECK_FALSE(proposes(evidence, words, "我手机坏了,后来换了"));
  CHECK_FALSE(proposes(FactEvidence(), words, "店里当场把价目表换了"));
}

TEST_CASE("of doubtful words the clause that makes them believed is shown", "[belief]") {
  const FactWords words = one_doubtful_word();
  const std::string bytes = learn_fact_evidence(six_hands(), speech().vocabulary, words);
  const auto proposed = propose(fold("店里当场把价目表换了。"), speech().vocabulary, words,
                                FactEvidence(bytes), kOn, "");
  REQUIRE(proposed.size() == 1);
  CHECK(proposed[0].value.because == "店里当场把价目表换了");
  CHECK(proposed[0].span == Span{0, 10});
}

TEST_CASE("what nobody was taught is believed if it is certain", "[belief]") {
  const FactWords words = one_doubtful_word();
  const std::string bytes = learn_fact_evidence(six_hands(), speech().vocabulary, words);
  CHECK(proposes(FactEvidence(bytes), words, "没有受伤"));
  CHECK(proposes(FactEvidence(), words, "没有受伤"));
}

TEST_CASE("the same texts teach the same", "[belief]") {
  const FactWords words = one_doubtful_word();
  const std::string bytes = learn_fact_evidence(six_hands(), speech().vocabulary, words);
  CHECK(learn_fact_evidence(six_hands(), speech().vocabulary, words) == bytes);
  CHECK_THROWS_AS(FactEvidence(std::string_view(bytes).substr(0, bytes.size() - 1)), std::logic_error);
  const std::string of_nothing = learn_fact_evidence({}, speech().vocabulary, words);
  CHECK_FALSE(proposes(FactEvidence(of_nothing), words, "店里当场把价目表换了"));
}

TEST_CASE("only texts that the patterns have not seen say from where on to believe", "[belief]") {
  const FactWords words = one_doubtful_word();
  std::vector<Labelled> all_seen = six_hands();
  for (Labelled& one : all_seen) {
    one.seen = true;
  }
  const std::string bytes = learn_fact_evidence(all_seen, speech().vocabulary, words);
  CHECK_FALSE(proposes(FactEvidence(bytes), words, "当场换了"));
}

TEST_CASE("a place among all statements says what comes first and what is certain", "[belief]") {
  const FactId act_on = speech().vocabulary.find("act_on");
  const FactId found_on = speech().vocabulary.find("found_on");
  const std::vector<Statement> all = {{act_on, 1, 0, 4, false},
                                      {act_on, 2, 50, 54, false},
                                      {act_on, 3, 90, 94, false},
                                      {found_on, 2, 50, 54, true}};
  const FactPlaces places(all, 100);
  const FeatureCounts first = places.of(all[0]);
  const FeatureCounts inner = places.of(all[1]);
  const FeatureCounts last = places.of(all[2]);
  CHECK(first.size() == 3);  // the first, at the start, and a day found elsewhere
  CHECK(inner.size() == 2);  // inner, and the same words are a day found
  CHECK(last.size() == 3);   // the last, at the end, and a day found elsewhere
  CHECK(first != last);
  CHECK(std::none_of(inner.begin(), inner.end(), [&](const auto& f) { return first.count(f.first) > 0; }));
}

namespace {

std::string codes_of(const std::string& texts) {
  static const RuleSet rules = builtin_rules();
  Issues issues;
  const auto document = json::parse({"words/labelled/x.json", R"({ "texts": [ )" + texts + " ] }"}, issues);
  std::vector<Labelled> labelled;
  read_labelled(*document, rules.vocabulary, rules.catalogue, labelled, issues);
  std::string codes;
  for (const Issue& issue : issues.all()) {
    codes += issue.code + " ";
  }
  return codes;
}

std::string text(const std::string& more) {
  return R"({ "id": "a", "on": "2026-11-20", "kind": "call", "text": "甲", )" + more + " }";
}

}  // namespace

TEST_CASE("a file of labelled texts is checked", "[belief]") {
  CHECK(codes_of(text(R"("offence": "food.expired", "facts": { "corrected": true, "harm": "slight" })"))
            .empty());
  CHECK(codes_of(text(R"("facts": { "act_on": "2026-11-19" })")).empty());
  CHECK(codes_of(text(R"("offence": null)")).empty());
  CHECK(codes_of(text(R"("offence": null, "facts": { "corrected": true })")) == "facts-of-nothing ");
  CHECK(codes_of(text(R"("offence": "food.expird")")) == "unknown-offence ");
  CHECK(codes_of(text(R"("offence": null, "or": ["food.expird"])")) == "unknown-offence ");
  CHECK(codes_of(text(R"("facts": { "correctd": true })")) == "unknown-fact ");
  CHECK(codes_of(text(R"("facts": { "corrected": "yes" })")) == "wrong-type ");
  CHECK(codes_of(text(R"("facts": { "harm": "huge" })")) == "unknown-word ");
  CHECK(codes_of(text(R"("fact": {})")) == "unknown-key ");
  CHECK(codes_of(R"({ "id": "a", "on": "2026-02-30", "kind": "cal", "text": "" })").find("bad-date") !=
        std::string::npos);
  CHECK(codes_of(text(R"("offence": null)") + "," + text(R"("offence": null)")) ==
        "written-twice written-twice ");
}
