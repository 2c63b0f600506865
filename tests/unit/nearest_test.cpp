// What would have to be otherwise for a ground to apply: held against trying every change there is.

#include "decide/nearest.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "decide/decide.h"
#include "reference.h"
#include "rules/builtin.h"
#include "small_world.h"

namespace siqingdan {
namespace {

using reference::Formula;
using reference::World;
using Facts = std::set<std::string>;
using Changed = std::map<std::string, std::int64_t>;  // a change of known facts to these values

constexpr Date kOn{std::chrono::year{2026} / std::chrono::November / 23};

// ---- random grounds over the four facts of reference.h

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::int64_t below(std::size_t n) { return static_cast<std::int64_t>(random_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

  Formula formula(int depth) {
    if (depth == 0 || one_in(5)) {
      return leaf();
    }
    static const std::vector<std::string> kGroups = {"all", "any", "all", "any", "not"};
    Formula f;
    f.op = kGroups[static_cast<std::size_t>(below(kGroups.size()))];
    for (std::int64_t left = f.op == "not" ? 1 : 1 + below(3); left > 0; --left) {
      f.parts.push_back(formula(depth - 1));
    }
    return f;
  }

  Formula leaf() {
    const auto& [fact, values] = *std::next(reference::domains().begin(), below(4));
    static const std::vector<std::string> kTests = {"at_least", "at_most", "more_than", "less_than"};
    if (fact == "n") {
      return {kTests[static_cast<std::size_t>(below(4))], {}, fact, {1 + below(3)}};
    }
    return fact == "e" && one_in(2) ? Formula{"one_of", {}, fact, {below(3), below(3)}}
                                    : Formula{"is", {}, fact, {below(values.size())}};
  }

  World world() {
    World world;
    for (const auto& [fact, values] : reference::domains()) {
      world[fact] = one_in(4) ? std::nullopt : std::optional(below(values.size()));
    }
    return world;
  }

 private:
  std::mt19937_64 random_;
};

reference::Problem problem(Dice& dice) {
  reference::Problem p;
  p.grounds.emplace_back(dice.formula(3), dice.one_in(2));
  for (std::int64_t left = dice.below(3); left > 0; --left) {
    p.bars.push_back(dice.formula(1));
  }
  return p;
}

// ---- every change that would do, by trying all worlds

Changed changed(const World& now, const World& then) {
  Changed changes;
  for (const auto& [fact, value] : now) {
    if (value && *value != *then.at(fact)) {
      changes[fact] = *then.at(fact);
    }
  }
  return changes;
}

Facts facts_of(const Changed& changes) {
  Facts facts;
  for (const auto& change : changes) {
    facts.insert(change.first);
  }
  return facts;
}

// All smallest changes, with their values: what is not known may turn out as it likes.
std::set<Changed> smallest_by_trying(const reference::Problem& p, const World& now) {
  std::set<Changed> all;
  for (const World& then : reference::all_worlds()) {
    const bool known = std::all_of(then.begin(), then.end(), [](const auto& f) { return f.second; });
    if (known && reference::answer(p, then) == "applies") {
      all.insert(changed(now, then));
    }
  }
  std::set<Changed> smallest;
  for (const Changed& one : all) {
    const Facts facts = facts_of(one);
    const bool spare = std::any_of(all.begin(), all.end(), [&](const Changed& other) {
      const Facts fewer = facts_of(other);
      return fewer != facts && std::includes(facts.begin(), facts.end(), fewer.begin(), fewer.end());
    });
    if (!spare) {
      smallest.insert(one);
    }
  }
  return smallest;
}

// ---- the same from what is reported

std::set<Changed> values_of(const RuleSet& rules, const Way& way) {
  std::set<Changed> all = {{}};
  for (const Demand& change : way.changes) {
    const std::string& name = rules.vocabulary.facts[change.fact].name;
    std::set<Changed> more;
    for (const Changed& one : all) {
      for (const std::int64_t value : reference::domains().at(name)) {
        if (change.allowed.includes(value)) {
          Changed with = one;
          with[name] = value;
          more.insert(with);
        }
      }
    }
    all = more;
  }
  return all;
}

// With the changes made and what is to be established as demanded, and nothing else learned.
World after(const RuleSet& rules, const Way& way, World world, const Changed& changes) {
  for (const auto& [fact, value] : changes) {
    world[fact] = value;
  }
  for (const Demand& open : way.establish) {
    const std::string& name = rules.vocabulary.facts[open.fact].name;
    for (const std::int64_t value : reference::domains().at(name)) {
      if (open.allowed.includes(value)) {
        world[name] = value;
      }
    }
  }
  return world;
}

const Offence kOffence{"x.y", {}, {}, {}, {}, {}, {}};

}  // namespace

TEST_CASE("Every smallest change is reported, every reported change does, and none of it can be spared",
          "[nearest]") {
  Dice dice(20261123);
  int refused = 0;
  int several = 0;
  for (int round = 0; round < 4000; ++round) {
    const reference::Problem p = problem(dice);
    const World now = dice.world();
    if (reference::answer(p, now) != "does_not_apply") {
      continue;
    }
    const RuleSet rules = reference::in_engine(p);
    const Grounds grounds = collect_grounds(rules, Question::no_filing, &kOffence, kOn);
    const FactSheet sheet = reference::sheet_of(rules, now);
    const Findings findings = find(grounds, sheet);
    REQUIRE(findings.answer == Answer::does_not_apply);
    const Nearest nearest = nearest_ways(grounds, findings, sheet);
    INFO("round " << round);
    REQUIRE(nearest.complete);
    std::set<Changed> reported;
    for (const Way& way : nearest.ways) {
      for (const Changed& one : values_of(rules, way)) {
        CHECK(reference::answer(p, after(rules, way, now, one)) == "applies");
        reported.insert(one);
      }
      for (const Demand& change : way.changes) {
        CHECK(now.at(rules.vocabulary.facts[change.fact].name));
        CHECK_FALSE(change.because.empty());
      }
      for (const Demand& open : way.establish) {
        CHECK_FALSE(now.at(rules.vocabulary.facts[open.fact].name));
      }
    }
    REQUIRE(reported == smallest_by_trying(p, now));
    ++refused;
    several += nearest.ways.size() > 1 ? 1 : 0;
  }
  CHECK(refused > 400);
  CHECK(several > 100);
}

namespace {

// ---- days: one ground over the spans between four dates, by trying every day of a few

constexpr int kDays = 5;

struct Gap {
  int from;
  int until;
  int count;
  bool longer;
  bool holds(const std::vector<int>& days) const {
    const auto at = [&](int i) { return days[static_cast<std::size_t>(i)]; };
    return (at(from) + count < at(until)) == longer;
  }
};

// Facts d0 to d3; the last kDays days up to the day of decision, the earliest is day 0 of the trial.
struct DayWorld {
  RuleSet rules;
  std::vector<Gap> gaps;
  int earliest;

  explicit DayWorld(Dice& dice) : earliest(to_number(kOn) - kDays + 1) {
    rules.catalogue.offences["x.y"].id = "x.y";
    rules.lists.emplace_back();
    Rule rule;
    rule.id = "list/0";
    rule.covers.all = true;
    for (int i = 0; i < 4; ++i) {
      rules.vocabulary.facts.emplace_back();
      rules.vocabulary.facts.back().name = "d" + std::to_string(i);
      rules.vocabulary.facts.back().type = FactType::date;
      // No day before the trial's days.
      rule.condition.push_back(leaf(Condition::Op::at_least, static_cast<FactId>(i)));
      rule.condition.back().limit = earliest;
    }
    for (std::int64_t left = 1 + dice.below(3); left > 0; --left) {
      const int from = static_cast<int>(dice.below(4));
      const int until = (from + 1 + static_cast<int>(dice.below(3))) % 4;
      gaps.push_back({from, until, static_cast<int>(dice.below(3)), dice.one_in(2)});
      add(gaps.back(), rule.condition);
    }
    std::vector<std::uint16_t> all;
    for (std::size_t i = 0; i < rule.condition.size(); ++i) {
      all.push_back(static_cast<std::uint16_t>(i));
    }
    join(rule.condition, Condition::Op::all, all, Condition::Role::condition);
    rules.rules.push_back(rule);
    rules.vocabulary.index();
  }

  static Condition leaf(Condition::Op op, FactId fact) {
    Condition leaf;
    leaf.op = op;
    leaf.fact = fact;
    return leaf;
  }

  void add(const Gap& gap, Expression& condition) {
    const std::string name = "n" + std::to_string(gaps.size());
    rules.lists[0].numbers[name] = Number{Unit::calendar_days, {{Date{}, gap.count, {}, {}, {}, {}}}};
    condition.push_back(leaf(gap.longer ? Condition::Op::longer_than : Condition::Op::not_longer_than,
                             static_cast<FactId>(gap.from)));
    condition.back().until_fact = static_cast<FactId>(gap.until);
    condition.back().number = name;
  }

  bool holds(const std::vector<int>& days) const {
    return std::all_of(gaps.begin(), gaps.end(), [&](const Gap& gap) { return gap.holds(days); });
  }

  // The smallest sets of known days that must change, by trying all; an unknown one stands below zero.
  std::set<Facts> smallest(const std::vector<int>& now) const {
    std::set<Facts> all;
    for (int n = 0; n < kDays * kDays * kDays * kDays; ++n) {
      const std::vector<int> then = {n % kDays, n / kDays % kDays, n / (kDays * kDays) % kDays,
                                     n / (kDays * kDays * kDays)};
      Facts facts;
      for (std::size_t i = 0; i < 4; ++i) {
        if (now[i] >= 0 && then[i] != now[i]) {
          facts.insert("d" + std::to_string(i));
        }
      }
      if (holds(then)) {
        all.insert(facts);
      }
    }
    std::set<Facts> smallest;
    for (const Facts& one : all) {
      if (std::none_of(all.begin(), all.end(), [&](const Facts& other) {
            return other != one && std::includes(one.begin(), one.end(), other.begin(), other.end());
          })) {
        smallest.insert(one);
      }
    }
    return smallest;
  }
};

}  // namespace

TEST_CASE("The smallest changes of days are found, whichever ends of the spans must move", "[nearest]") {
  Dice dice(20261124);
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    const DayWorld world(dice);
    std::vector<int> now;
    FactSheet sheet(4);
    for (FactId i = 0; i < 4; ++i) {
      now.push_back(dice.one_in(5) ? -1 : static_cast<int>(dice.below(kDays)));
      if (now.back() >= 0) {
        sheet.set(i, {world.earliest + now.back(), {}, {}, {}});
      }
    }
    const Grounds grounds = collect_grounds(world.rules, Question::no_filing, &kOffence, kOn);
    const Findings findings = find(grounds, sheet);
    if (findings.answer != Answer::does_not_apply) {
      continue;
    }
    ++refused;
    INFO("round " << round);
    const Nearest nearest = nearest_ways(grounds, findings, sheet);
    CHECK(nearest.complete);  // the engine agreed to every one
    std::set<Facts> reported;
    for (const Way& way : nearest.ways) {
      Facts facts;
      for (const Demand& change : way.changes) {
        facts.insert(world.rules.vocabulary.facts[change.fact].name);
      }
      reported.insert(facts);
      // The days of a change that is given alone all do, not only the nearest one.
      for (std::int64_t day = way.changes[0].allowed.least;
           way.changes.size() == 1 && way.establish.empty() && day <= way.changes[0].allowed.most; ++day) {
        std::vector<int> then = now;
        then[way.changes[0].fact] = static_cast<int>(day - world.earliest);
        CHECK(world.holds(then));
      }
    }
    REQUIRE(reported == world.smallest(now));
  }
  CHECK(refused > 500);
}

namespace {

const RuleSet& small() {
  static const RuleSet rules = [] {
    RuleSet made = small_world();
    Fact& corrected = made.vocabulary.facts[made.vocabulary.find("corrected")];
    corrected.remedy = "改正";
    corrected.remedy_gives = 1;
    corrected.remedy_lost_if = made.vocabulary.find("bad_social_impact");  // any fact will do here
    return made;
  }();
  return rules;
}

// The ways of a question as `rule: fact, fact+ | fact?`: + the party can, ? to establish.
std::vector<std::string> ways(const RuleSet& rules, Question question, const std::string& facts) {
  const Case a_case = small_case(rules, "c", facts);
  const Decision decision = decide(rules, a_case, kSmallDay);
  std::vector<std::string> lines;
  const QuestionAnswer& answer = decision.answers[static_cast<std::size_t>(question)];
  for (const Way& way : nearest_ways(decision, answer).ways) {
    std::string line = way.ground->rule->id + ":";
    for (const Demand& change : way.changes) {
      line += " " + rules.vocabulary.facts[change.fact].name;
      line += in_reach(rules.vocabulary, change, a_case.facts) ? "+" : "";
    }
    for (const Demand& open : way.establish) {
      line += " " + rules.vocabulary.facts[open.fact].name + "?";
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Fewest changes come first, then what the party can do", "[nearest]") {
  CHECK(ways(small(), Question::no_penalty,
             R"({"act_minor": true, "corrected": false, "harm": "slight", "first_offence": true})") ==
        Lines{"law/penalty/first: corrected+", "law/penalty/minor: corrected+ harm"});
  CHECK(ways(small(), Question::no_penalty, R"({"corrected": false, "harm": "serious"})") ==
        Lines{"law/penalty/minor: corrected+ harm act_minor?",
              "law/penalty/first: corrected+ harm first_offence?"});
}

TEST_CASE("What bars a question must go, too, and only where the ground is one that it bars", "[nearest]") {
  CHECK(ways(small(), Question::no_filing,
             R"({"act_minor": true, "corrected": true, "harm": "none", "bad_social_impact": true})") ==
        Lines{"town/no-filing/01: bad_social_impact"});
  CHECK(ways(small(), Question::no_penalty,
             R"({"act_minor": false, "corrected": true, "harm": "none", "first_offence": false,
                 "bad_social_impact": true})") ==
        Lines{"law/penalty/minor: act_minor", "law/penalty/first: first_offence"});
}

TEST_CASE("A remedy that comes too late is none", "[nearest]") {
  CHECK(ways(small(), Question::no_filing,
             R"({"act_minor": true, "corrected": false, "harm": "none", "bad_social_impact": false})") ==
        Lines{"town/no-filing/01: corrected+"});
  CHECK(ways(small(), Question::no_filing,
             R"({"act_minor": true, "corrected": false, "harm": "none", "bad_social_impact": true})") ==
        Lines{"town/no-filing/01: bad_social_impact corrected"});
}

TEST_CASE("A remedy is proposed only for the value that it brings about", "[nearest]") {
  RuleSet rules = small();
  rules.vocabulary.facts[rules.vocabulary.find("corrected")].remedy_gives = 0;
  CHECK(ways(rules, Question::no_filing,
             R"({"act_minor": true, "corrected": false, "harm": "none", "bad_social_impact": false})") ==
        Lines{"town/no-filing/01: corrected"});
}

TEST_CASE("A repeat offender would need the last violation to be older, to the day", "[nearest]") {
  const Case a_case = small_case(
      small(), "c",
      R"({"act_minor": false, "corrected": true, "harm": "none", "prior_violation_on": "2025-01-01"})");
  const Decision decision = decide(small(), a_case, kSmallDay);
  const Nearest nearest = nearest_ways(decision, decision.answers[3]);
  const auto way = std::find_if(nearest.ways.begin(), nearest.ways.end(),
                                [](const Way& w) { return w.ground->rule->id == "law/penalty/first"; });
  REQUIRE(way != nearest.ways.end());
  REQUIRE(way->changes.size() == 1);
  CHECK(small().vocabulary.facts[way->changes[0].fact].name == "prior_violation_on");
  CHECK(to_text(from_number(static_cast<int>(way->changes[0].allowed.most))) == "2024-11-23");
  CHECK(is_last_violation(small().vocabulary, way->changes[0].fact));
}

TEST_CASE("What applies, is open or is not listed has no nearest way", "[nearest]") {
  CHECK(ways(small(), Question::no_filing, kMinorFacts).empty());
  CHECK(ways(small(), Question::no_filing, "{}").empty());
  CHECK(ways(small(), Question::no_site_inspection, "{}").empty());
}

TEST_CASE("Past law that counts is shown, and its changes leave the act in its time", "[nearest]") {
  RuleSet rules = small();
  for (List& list : rules.lists) {
    if (list.id == "law/penalty") {
      list.both_laws = BothLaws{"两法从轻", {}};
    }
  }
  for (Rule& rule : rules.rules) {
    if (rule.id == "law/penalty/first") {
      rule.until = *parse_date("2026-11-15");  // the act of small_case was done on 2026-11-10
    }
  }
  const char* const facts =
      R"({"act_minor": false, "corrected": true, "harm": "none", "first_offence": false})";
  CHECK(ways(rules, Question::no_penalty, facts) ==
        Lines{"law/penalty/minor: act_minor", "law/penalty/first: first_offence"});
  for (Rule& rule : rules.rules) {
    if (rule.id == "law/penalty/first") {
      rule.until = *parse_date("2026-11-05");
    }
  }
  CHECK(ways(rules, Question::no_penalty, facts) == Lines{"law/penalty/minor: act_minor"});
}

TEST_CASE("With more ways than can be carried along, some are given and that it is not all is said",
          "[nearest]") {
  RuleSet rules;
  rules.catalogue.offences["x.y"].id = "x.y";
  rules.lists.emplace_back();
  Rule rule;
  rule.id = "list/0";
  rule.covers.all = true;
  std::vector<std::uint16_t> groups;
  for (int i = 0; i < 20; ++i) {
    rules.vocabulary.facts.emplace_back();
    rules.vocabulary.facts.back().name = std::string("f") + static_cast<char>('a' + i);
    rule.condition.push_back(DayWorld::leaf(Condition::Op::one_of, static_cast<FactId>(i)));
    rule.condition.back().values = {1};
    if (i % 2 == 1) {  // ten pairs of which either will do: 1024 ways
      const auto last = static_cast<std::uint16_t>(rule.condition.size() - 1);
      const auto other = static_cast<std::uint16_t>(i == 1 ? 0 : last - 1);
      join(rule.condition, Condition::Op::any, {other, last}, Condition::Role::condition);
      groups.push_back(static_cast<std::uint16_t>(rule.condition.size() - 1));
    }
  }
  join(rule.condition, Condition::Op::all, groups, Condition::Role::condition);
  rules.rules.push_back(rule);
  rules.vocabulary.index();
  FactSheet sheet(20);
  for (FactId i = 0; i < 20; ++i) {
    sheet.set(i, {0, {}, {}, {}});
  }
  const Grounds grounds = collect_grounds(rules, Question::no_filing, &kOffence, kOn);
  const Findings findings = find(grounds, sheet);
  const Nearest nearest = nearest_ways(grounds, findings, sheet);
  CHECK_FALSE(nearest.complete);
  CHECK(nearest.ways.size() == kBoxLimit);
  for (const Way& way : nearest.ways) {
    CHECK(way.changes.size() == 10);
  }
}

namespace {

// Some value that some rule may tell from others.
std::int64_t some_value(const Fact& fact, Dice& dice) {
  static const std::vector<std::int64_t> kDaysBack = {1, 100, 729, 731, 1900};
  static const std::vector<std::int64_t> kAmounts = {0, 1, 3, 9900, 50000, 50001, 90000000};
  if (fact.type == FactType::date) {
    return to_number(kOn) - kDaysBack[static_cast<std::size_t>(dice.below(kDaysBack.size()))];
  }
  return fact.is_number() ? kAmounts[static_cast<std::size_t>(dice.below(kAmounts.size()))]
                          : dice.below(fact.codes.empty() ? 2 : fact.codes.size());
}

FactSheet some_facts(const Vocabulary& vocabulary, Dice& dice) {
  FactSheet sheet(vocabulary.facts.size());
  for (FactId i = 0; i < sheet.size(); ++i) {
    const FactId from = vocabulary.facts[i].derived_from;
    if (!dice.one_in(5) && from == kNoFact) {
      sheet.set(i, {some_value(vocabulary.facts[i], dice), {}, {}, {}});
    }
  }
  return sheet;
}

bool applies(const Findings& findings, const Ground& ground) {
  return std::any_of(findings.grounds.begin(), findings.grounds.end(), [&](const Ground& g) {
    return g.rule == ground.rule && g.acts.has_value() == ground.acts.has_value() &&
           g.answer == Answer::applies;
  });
}

}  // namespace

TEST_CASE("On the real rules no way is lost, each does, and not before its last change", "[nearest]") {
  const RuleSet rules = builtin_rules();
  Dice dice(20261125);
  int tried = 0;
  for (const auto& [id, offence] : rules.catalogue.offences) {
    for (const Question question : kQuestions) {
      INFO(id << ", " << name_of(question));
      const FactSheet sheet = some_facts(rules.vocabulary, dice);
      const Grounds grounds = collect_grounds(rules, question, &offence, kOn);
      const Findings findings = find(grounds, sheet);
      const Nearest nearest = nearest_ways(grounds, findings, sheet);
      CHECK(nearest.complete);
      for (const Way& way : nearest.ways) {
        FactSheet then = sheet;
        for (const Demand& open : way.establish) {
          then.set(open.fact, {open.allowed.first(), {}, {}, {}});
        }
        for (const Demand& change : way.changes) {
          CHECK_FALSE(applies(find(grounds, then), *way.ground));
          then.set(change.fact, {change.allowed.first(), {}, {}, {}});
        }
        CHECK(applies(find(grounds, then), *way.ground));
        ++tried;
      }
    }
  }
  CHECK(tried > 200);
}

}  // namespace siqingdan
