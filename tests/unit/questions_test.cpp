#include "decide/questions.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "decide/decide.h"
#include "reference.h"
#include "rules/builtin.h"
#include "small_world.h"

namespace siqingdan {
namespace {

using reference::Formula;
using Names = std::vector<std::string>;

Formula leaf(const std::string& fact, std::int64_t value = 1) { return {"is", {}, fact, {value}}; }
Formula test(const std::string& fact, const std::string& op, std::int64_t value) {
  return {op, {}, fact, {value}};
}
Formula all(std::vector<Formula> parts) { return {"all", std::move(parts), {}, {}}; }
Formula any(std::vector<Formula> parts) { return {"any", std::move(parts), {}, {}}; }
Formula negation(Formula part) { return {"not", {std::move(part)}, {}, {}}; }

// What is asked about one condition, in the order of asking.
Names asked(const Formula& condition, const reference::World& known, const Names& unknowable = {}) {
  const RuleSet rules = reference::in_engine(reference::Problem{{{condition, true}}, {}});
  FactSheet sheet = reference::sheet_of(rules, known);
  for (const std::string& name : unknowable) {
    sheet.set_unknowable(rules.vocabulary.find(name));
  }
  const Grounds grounds = collect_grounds(rules, Question::no_filing, nullptr, from_number(20780));
  Names names;
  for (const FactId fact : facts_to_ask(grounds, sheet)) {
    names.push_back(rules.vocabulary.facts[fact].name);
  }
  return names;
}

Names asked(const RuleSet& rules, const Case& a_case, Question question) {
  Names names;
  for (const Ask& ask : decide(rules, a_case, from_number(20780)).ask) {
    if (std::find(ask.settles.begin(), ask.settles.end(), question) != ask.settles.end()) {
      names.push_back(ask.fact == kNoFact ? "offence" : rules.vocabulary.facts[ask.fact].name);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("What is settled asks nothing", "[questions]") {
  CHECK(asked(all({leaf("p"), leaf("q")}), {{"p", 0}}).empty());
  CHECK(asked(any({leaf("p"), leaf("q")}), {{"p", 1}}).empty());
  CHECK(asked(all({leaf("p"), leaf("q")}), {{"p", 1}, {"q", 1}}).empty());
  CHECK(asked(all({leaf("p"), test("n", "at_least", 2)}), {{"n", 1}}).empty());
}

TEST_CASE("Every open fact that can still decide is asked", "[questions]") {
  CHECK(asked(all({leaf("p"), leaf("q")}), {}) == Names{"p", "q"});
  CHECK(asked(all({leaf("p"), leaf("q")}), {{"p", 1}}) == Names{"q"});
  CHECK(asked(any({leaf("p"), negation(leaf("q"))}), {}) == Names{"p", "q"});
  CHECK(asked(all({leaf("e", 2), test("n", "more_than", 3)}), {}) == Names{"e", "n"});
}

TEST_CASE("A fact that cannot change the outcome is not asked", "[questions]") {
  CHECK(asked(any({all({leaf("p"), leaf("q")}), leaf("p")}), {}) == Names{"p"});
  CHECK(asked(all({any({leaf("p"), leaf("q")}), leaf("q")}), {}) == Names{"q"});
  CHECK(asked(all({leaf("p"), any({leaf("q"), negation(leaf("q"))})}), {}).size() ==
        2);  // unknown stays unknown
  CHECK(asked(all({leaf("p"), leaf("n", 0)}), {{"p", 0}}).empty());
  CHECK(asked(any({test("n", "at_least", 1), test("n", "at_least", 3)}), {}) == Names{"n"});
}

TEST_CASE("The fact that most conditions wait for is asked first", "[questions]") {
  const Formula condition = all(
      {leaf("p"), any({leaf("q"), leaf("e", 0)}), any({leaf("q"), test("n", "at_least", 2)})});
  REQUIRE_FALSE(asked(condition, {}).empty());
  CHECK(asked(condition, {}).front() == "q");
}

TEST_CASE("What somebody could not find out is not asked again", "[questions]") {
  CHECK(asked(all({leaf("p"), leaf("q")}), {}, {"p"}) == Names{"q"});
  CHECK(asked(all({leaf("p"), leaf("q")}), {{"q", 1}}, {"p"}).empty());
  CHECK(asked(any({all({leaf("p"), leaf("q")}), leaf("q")}), {}, {"p"}) == Names{"q"});
}

TEST_CASE("A case that says nothing is asked for the facts of its grounds", "[questions]") {
  const RuleSet rules = small_world();
  const Case empty = small_case(rules, "c", "{}");
  // First what settles two questions, then what settles one.
  CHECK(asked(rules, empty, Question::no_filing) ==
        Names{"act_minor", "corrected", "harm", "bad_social_impact"});
  CHECK(asked(rules, empty, Question::no_site_inspection).empty());
}

TEST_CASE("One question that settles two answers is put once", "[questions]") {
  const RuleSet rules = small_world();
  const Decision decision = decide(rules, small_case(rules, "c", R"({"act_minor": true, "harm": "none"})"),
                                   from_number(20780));
  int times = 0;
  for (const Ask& ask : decision.ask) {
    if (rules.vocabulary.facts[ask.fact].name == "corrected") {
      ++times;
      CHECK(ask.settles == std::vector<Question>{Question::no_filing, Question::no_penalty});
    }
  }
  CHECK(times == 1);
  CHECK(rules.vocabulary.facts[decision.ask.front().fact].name == "corrected");
}

TEST_CASE("The date of the last violation answers the question of the first offence", "[questions]") {
  const RuleSet rules = small_world();
  const std::string facts =
      R"({"act_minor": false, "corrected": true, "harm": "slight", "bad_social_impact": false)";
  CHECK(asked(rules, small_case(rules, "c", facts + "}"), Question::no_penalty) == Names{"first_offence"});
  const auto answer = [&](const std::string& prior) {
    const Case c = small_case(rules, "c", facts + R"(, "prior_violation_on": ")" + prior + "\"}");
    CHECK(asked(rules, c, Question::no_penalty).empty());
    return decide(rules, c, from_number(20780))
        .answers[3]
        .findings.answer;  // 2026-11-23, looking back two years
  };
  CHECK(answer("2024-11-23") == Answer::applies);
  CHECK(answer("2024-11-24") == Answer::does_not_apply);
}

TEST_CASE("An offence that is not named is asked for first", "[questions]") {
  const RuleSet rules = small_world();
  Case c = small_case(rules, "c", "{}");
  c.offence.clear();
  const Decision decision = decide(rules, c, from_number(20780));
  REQUIRE_FALSE(decision.ask.empty());
  CHECK(decision.ask.front().fact == kNoFact);
  CHECK(decision.ask.front().settles == std::vector<Question>{Question::no_filing});
  CHECK(decision.answers[1].findings.answer == Answer::undetermined);
}

TEST_CASE("A fact about a measure is asked for each measure that lacks it", "[questions]") {
  const RuleSet rules = builtin_rules();
  Case c;
  c.offence = rules.catalogue.offences.begin()->first;
  c.facts = FactSheet(rules.vocabulary.facts.size());
  c.measures = {{"goods", c.facts}, {"documents", c.facts}};
  const FactId confiscate = rules.vocabulary.find("must_confiscate");
  const Decision before = decide(rules, c, from_number(20780));
  const auto asks_of = [&](const Decision& decision) {
    std::vector<std::size_t> measures;
    for (const Ask& ask : decision.ask) {
      CHECK(ask.measure.has_value() ==
            (ask.fact != kNoFact && rules.vocabulary.facts[ask.fact].about_measure));
      if (ask.fact == confiscate) {
        measures.push_back(*ask.measure);
      }
    }
    return measures;
  };
  CHECK(asks_of(before) == std::vector<std::size_t>{0, 1});
  c.measures[0].facts.set(confiscate, {0, {}, {}, {}});
  CHECK(asks_of(decide(rules, c, from_number(20780))) == std::vector<std::size_t>{1});
}

}  // namespace siqingdan
