// The law of the act beside the law of the decision, on the small world with a statute that asks for both.

#include <catch2/catch.hpp>

#include "decide/decide.h"
#include "decide/grounds.h"
#include "small_world.h"

using namespace siqingdan;

namespace {

constexpr Date kChange{std::chrono::year{2026} / std::chrono::June / 1};
constexpr Date kBefore{std::chrono::year{2026} / std::chrono::May / 1};
constexpr Date kAfter{std::chrono::year{2026} / std::chrono::July / 1};
// law/penalty/first grants with these, law/penalty/minor does not.
constexpr const char* kFirst = R"({"act_minor": {"value": false, "because": "不轻"}, "corrected": true,
                                   "harm": "slight", "first_offence": true})";

RuleSet world() {
  RuleSet rules = small_world();
  for (List& list : rules.lists) {
    if (list.id == "law/penalty") {
      list.both_laws = BothLaws{"两法从轻", {{"某处罚法", 37, 0, 0, {}, {}, {}}}};
    }
  }
  return rules;
}

Rule& rule(RuleSet& rules, const std::string& id) {
  return *std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& r) { return r.id == id; });
}

Findings penalty(const RuleSet& rules, std::optional<Date> act_on, const std::string& facts = kFirst) {
  Case a_case = small_case(rules, "SJ-1", facts);
  a_case.facts.clear(rules.vocabulary.find("act_on"));
  if (act_on) {
    a_case.facts.set(rules.vocabulary.find("act_on"), {to_number(*act_on), {}, {}, {}});
  }
  const Offence& offence = rules.catalogue.offences.begin()->second;
  return find(collect_grounds(rules, Question::no_penalty, &offence, kSmallDay), a_case.facts);
}

}  // namespace

TEST_CASE("What the law of the act granted is not lost by a change before the decision") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").until = kChange;
  const Findings findings = penalty(rules, kBefore);
  REQUIRE(findings.answer == Answer::applies);
  CHECK(findings.lead()->acts);
  CHECK(findings.laws->act.answer == Answer::applies);
  CHECK(findings.laws->decision.answer == Answer::does_not_apply);
  CHECK(findings.laws->applied == Applied::act);
  CHECK(findings.laws->because->cites.front().article == 37);
}

TEST_CASE("A more lenient law that came after the act applies") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").from = kChange;
  const Findings findings = penalty(rules, kBefore);
  REQUIRE(findings.answer == Answer::applies);
  CHECK_FALSE(findings.lead()->acts);
  CHECK(findings.laws->applied == Applied::decision);
}

TEST_CASE("An act under the present law is judged by that alone") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").until = kChange;
  const Findings findings = penalty(rules, kAfter);
  CHECK(findings.answer == Answer::does_not_apply);
  CHECK_FALSE(findings.laws);
  CHECK(findings.grounds.size() == 1);  // the past rule is not even shown
}

TEST_CASE("While the day of the act is not known, past law keeps the answer open and the day is asked for") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").until = kChange;
  CHECK(penalty(rules, std::nullopt).answer == Answer::undetermined);
  const FactId act_on = rules.vocabulary.find("act_on");
  Case a_case = small_case(rules, "SJ-1", kFirst);
  a_case.facts.clear(act_on);
  const Decision decision = decide(rules, a_case, kSmallDay);
  CHECK(std::any_of(decision.ask.begin(), decision.ask.end(),
                    [&](const Ask& ask) { return ask.fact == act_on; }));
}

TEST_CASE("Without a statute that asks for both, past law is past") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").until = kChange;
  for (List& list : rules.lists) {
    list.both_laws.reset();
  }
  CHECK(penalty(rules, kBefore).answer == Answer::does_not_apply);
  CHECK_FALSE(penalty(rules, kBefore).laws);
}

TEST_CASE("Where what is not known decides which law is more lenient, it is left open") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").until = kChange;  // may, waits for first_offence
  rule(rules, "law/penalty/minor").from = kChange;   // must, waits for act_minor
  const Findings findings = penalty(rules, kBefore, R"({"corrected": true, "harm": "none"})");
  CHECK(findings.answer == Answer::undetermined);
  CHECK(findings.laws->applied == Applied::open);
}

TEST_CASE("Where both laws grant the same, neither is the more lenient one") {
  RuleSet rules = world();
  Rule again = rule(rules, "law/penalty/first");
  again.id = "law/penalty/first-again";
  again.from = kChange;
  rule(rules, "law/penalty/first").until = kChange;
  rules.rules.push_back(again);
  const Findings findings = penalty(rules, kBefore);
  CHECK(findings.laws->applied == Applied::same);
  CHECK_FALSE(findings.lead()->acts);  // of two that say the same the present one is named
}

TEST_CASE("The answer under both laws is the more lenient of the two, whatever is known") {
  RuleSet rules = world();
  rule(rules, "law/penalty/first").until = kChange;
  rule(rules, "law/penalty/minor").from = kChange;
  const Offence& offence = rules.catalogue.offences.begin()->second;
  for (const char* minor : {"true", "false", "null"}) {
    for (const char* first : {"true", "false", "null"}) {
      for (const char* harm : {"\"none\"", "\"slight\"", "\"serious\"", "null"}) {
        const std::string facts = std::string(R"({"corrected": true, "act_minor": )") + minor +
                                  R"(, "first_offence": )" + first + R"(, "harm": )" + harm + "}";
        INFO(facts);
        const Case a_case = small_case(rules, "SJ-1", facts);
        const auto alone = [&](Date on) {
          RuleSet one = rules;
          for (List& list : one.lists) {
            list.both_laws.reset();
          }
          return answer_of(collect_grounds(one, Question::no_penalty, &offence, on), a_case.facts);
        };
        CHECK(penalty(rules, kBefore, facts).answer == std::max(alone(kBefore), alone(kSmallDay)));
      }
    }
  }
}

TEST_CASE("A number made for one offence beats the general one, for that offence only") {
  Offence mark;
  mark.id = "trademark.infringement";
  Offence sign;
  sign.id = "shop.no-price-tag";
  Number number;
  number.unit = Unit::years;
  number.by_date.push_back({kBefore, 5, {}, {}, {}, {}});
  number.by_date.push_back({kChange, 2, {}, {}, {}, {}});
  number.by_date.push_back({kChange, 5, {mark.id}, {}, {}, {}});
  CHECK(number.on(kBefore - std::chrono::days{1}, &mark) == nullptr);
  CHECK(number.on(kBefore, &mark)->is == 5);
  CHECK(number.on(kChange - std::chrono::days{1}, &sign)->is == 5);
  CHECK(number.on(kChange, &sign)->is == 2);
  CHECK(number.on(kChange, &mark)->is == 5);
  CHECK(number.on(kAfter)->is == 2);
}
