// Which question comes next, against every way of asking there is (tests/unit/reference.h reads the rules).

#include "decide/planner.h"

#include <catch2/catch.hpp>
#include <random>

#include "decide/next_question.h"
#include "reference.h"

namespace siqingdan {
namespace {

using reference::Formula;
using reference::Problem;
using reference::World;

const std::vector<std::string> kNames = {"p", "q", "r", "s", "t"};
constexpr int kProblems = 150;

// Rule bases over five facts of yes and no; two questions are put to each.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }

  Formula formula(int depth) {
    if (depth == 0 || below(4) == 0) {
      return {"is", {}, kNames[below(kNames.size())], {static_cast<std::int64_t>(below(2))}};
    }
    if (below(6) == 0) {
      return {"not", {formula(depth - 1)}, {}, {}};
    }
    std::vector<Formula> parts;
    for (std::size_t i = 2 + below(2); i > 0; --i) {
      parts.push_back(formula(depth - 1));
    }
    return {below(2) == 0 ? "all" : "any", parts, {}, {}};
  }

  Problem problem() {
    Problem problem;
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      problem.grounds.emplace_back(formula(2), below(2) == 0);
    }
    if (below(2) == 0) {
      problem.bars.push_back(formula(1));
    }
    return problem;
  }

 private:
  std::mt19937_64 random_;
};

// Two questions about the same facts.
class Asked {
 public:
  explicit Asked(Dice& dice) {
    for (int i = 0; i < 2; ++i) {
      problems_.push_back(dice.problem());
      rules_.push_back(engine(problems_.back()));
    }
  }

  std::vector<Topic> topics(const FactSheet& facts) const {
    std::vector<Topic> topics;
    for (std::size_t i = 0; i < problems_.size(); ++i) {
      Grounds grounds = collect_grounds(rules_[i], Question::no_filing, nullptr, from_number(20780));
      grounds.question = i == 0 ? Question::no_filing : Question::no_penalty;
      topics.push_back({grounds, facts, {}});
    }
    return topics;
  }

  FactSheet empty() const { return FactSheet(rules_[0].vocabulary.facts.size()); }
  FactId fact(const std::string& name) const { return rules_[0].vocabulary.find(name); }
  const std::string& name(FactId fact) const { return rules_[0].vocabulary.facts[fact].name; }

  bool settled(std::size_t problem, const World& world) const {
    return reference::answer(problems_[problem], world) != "undetermined";
  }
  bool settled(const World& world) const { return settled(0, world) && settled(1, world); }

  // The fewest questions that can be expected, over every way of asking: each fact is yes or no with the same
  // chance.
  double optimum(World& world) const {
    if (settled(world)) {
      return 0;
    }
    auto [known, fresh] = optima_.try_emplace(world, 1e9);
    for (const std::string& name : fresh ? kNames : std::vector<std::string>{}) {
      if (!world.at(name)) {
        double cost = 1;
        for (const std::int64_t value : {0, 1}) {
          world[name] = value;
          cost += optimum(world) / 2;
        }
        world[name] = std::nullopt;
        known->second = std::min(known->second, cost);
      }
    }
    return known->second;
  }

 private:
  static RuleSet engine(const Problem& problem) {
    std::string facts;
    for (const std::string& name : kNames) {
      facts +=
          (facts.empty() ? "" : ", ") +
          fmt::format(R"("{0}": {{"type": "bool", "label": "{0}", "ask": "{0}", "personal_data": false}})",
                      name);
    }
    Issues issues;
    const auto text = json::parse({"vocabulary.json", R"({"facts": {)" + facts + "}}"}, issues);
    return reference::in_engine(problem, read_vocabulary(*text, issues));
  }

  std::vector<Problem> problems_;
  std::vector<RuleSet> rules_;
  mutable std::map<World, double> optima_;
};

World world_of(unsigned bits) {
  World world;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    world[kNames[i]] = (bits >> i) & 1;
  }
  return world;
}

World nothing() {
  World world;
  for (const std::string& name : kNames) {
    world[name] = std::nullopt;
  }
  return world;
}

// Asks until there is no question; what is in `in_vain` cannot be established. Returns what is known then.
World interviewed(const Asked& asked, const World& truth, const std::set<std::string>& in_vain,
                  int& questions) {
  FactSheet facts = asked.empty();
  World known = nothing();
  Plan plan;
  std::size_t at_most = kNames.size();
  for (auto next = next_question(asked.topics(facts), {}); next;
       next = next_question(asked.topics(facts), {}, plan)) {
    ++questions;
    const std::string name = asked.name(next->query.fact);
    REQUIRE_FALSE(known.at(name));
    REQUIRE_FALSE(facts.was_asked(next->query.fact));
    REQUIRE(next->at_most);
    REQUIRE(*next->at_most < at_most);
    if (in_vain.count(name) > 0) {
      facts.set_unknowable(next->query.fact);
      plan.clear();
      at_most = kNames.size();
      continue;
    }
    known[name] = truth.at(name);
    facts.set(next->query.fact, {*truth.at(name), {}, {}, {}});
    plan = next->plan;
    at_most = *next->at_most;
  }
  return known;
}

}  // namespace

TEST_CASE("The expected number of questions is the least that any way of asking can reach", "[planner]") {
  Dice dice(20261126);
  int open = 0;
  for (int i = 0; i < kProblems; ++i) {
    const Asked asked(dice);
    World world = nothing();
    const double optimum = asked.optimum(world);
    INFO(i);
    if (optimum > 0) {
      REQUIRE(expected_questions(asked.topics(asked.empty())) == Approx(optimum));
      ++open;
    }
  }
  CHECK(open > kProblems / 2);
}

TEST_CASE("An interview takes no more questions than the best way of asking", "[planner]") {
  Dice dice(20261127);
  for (int i = 0; i < kProblems; ++i) {
    const Asked asked(dice);
    World world = nothing();
    int questions = 0;
    for (unsigned bits = 0; bits < 32; ++bits) {
      CHECK(asked.settled(interviewed(asked, world_of(bits), {}, questions)));
    }
    INFO(i);
    CHECK(questions / 32.0 == Approx(asked.optimum(world)));
  }
}

TEST_CASE("An interview ends when nothing that can still be asked changes an answer", "[planner]") {
  Dice dice(20261128);
  for (int i = 0; i < kProblems; ++i) {
    const Asked asked(dice);
    std::set<std::string> in_vain;
    for (const std::string& name : kNames) {
      if (dice.below(3) == 0) {
        in_vain.insert(name);
      }
    }
    int questions = 0;
    const World known = interviewed(asked, world_of(static_cast<unsigned>(dice.below(32))), in_vain,
                                    questions);
    for (std::size_t problem = 0; problem < 2; ++problem) {
      bool can_settle = false;
      for (unsigned bits = 0; bits < 32; ++bits) {
        World more = world_of(bits);
        for (const std::string& name : kNames) {
          more[name] = known.at(name)            ? known.at(name)
                       : in_vain.count(name) > 0 ? std::nullopt
                                                 : more.at(name);
        }
        can_settle = can_settle || asked.settled(problem, more);
      }
      INFO(i);
      CHECK((asked.settled(problem, known) || !can_settle));
    }
  }
}

}  // namespace siqingdan
