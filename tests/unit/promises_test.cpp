// The promises of the design, one test each under its own name. Random worlds come from fixed seeds.

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "decide/decide.h"
#include "decide/duties.h"
#include "decide/questions.h"
#include "json/parse.h"
#include "json/value.h"
#include "reference.h"
#include "rules/builtin.h"
#include "rules/image.h"
#include "rules/read_rules.h"
#include "small_world.h"

namespace siqingdan {
namespace {

Situation at(const RuleSet& rules, const List& list, Date on, const FactSheet& facts) {
  return {rules.vocabulary, list, nullptr, on, on, facts};
}

using reference::Formula;
using reference::Problem;
using reference::World;

constexpr std::uint64_t kSeed = 20261123;

const RuleSet& real() {
  static const RuleSet rules = builtin_rules();
  return rules;
}

Date day(const char* text) { return *parse_date(text); }

// ---- random problems over four facts

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::mt19937_64& engine() { return random_; }
  std::int64_t below(std::size_t n) { return static_cast<std::int64_t>(random_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class C>
  const auto& of(const C& items) {
    return *std::next(items.begin(), below(items.size()));
  }

  Formula formula(int depth) {
    if (depth == 0 || one_in(4)) {
      return leaf();
    }
    Formula f;
    f.op = of(std::vector<std::string>{"all", "any", "all", "any", "not"});
    for (std::int64_t left = f.op == "not" ? 1 : 1 + below(3); left > 0; --left) {
      f.parts.push_back(formula(depth - 1));
    }
    return f;
  }

  Problem problem() {
    Problem p;
    for (std::int64_t left = 1 + below(3); left > 0; --left) {
      p.grounds.emplace_back(formula(2), one_in(3));
    }
    for (std::int64_t left = below(3); left > 0; --left) {
      p.bars.push_back(leaf());
    }
    return p;
  }

 private:
  Formula leaf() {
    const auto& [fact, values] = of(reference::domains());
    if (fact == "n") {
      return {of(std::vector<std::string>{"at_least", "at_most", "more_than", "less_than"}),
              {},
              fact,
              {1 + below(3)}};
    }
    if (fact == "e" && one_in(2)) {
      return {"one_of", {}, fact, {below(3), below(3)}};
    }
    return {"is", {}, fact, {below(values.size())}};
  }

  std::mt19937_64 random_;
};

// ---- random cases on the real rules

// The values of each fact that make a difference to some rule, and some that make none.
std::vector<std::int64_t> values_of(FactId fact, Date on) {
  const Fact& meaning = real().vocabulary.facts[fact];
  if (meaning.is_yes_or_no()) {
    return {0, 1};
  }
  std::vector<std::int64_t> values;
  for (std::size_t code = 0; code < meaning.codes.size(); ++code) {
    values.push_back(static_cast<std::int64_t>(code));
  }
  if (meaning.type == FactType::date) {
    for (const int back : {0, 1, 20, 200, 364, 366, 729, 730, 731, 1000, 1825, 1826, 1827, 3000}) {
      values.push_back(to_number(on) - back);
    }
  }
  const FactSheet empty(real().vocabulary.facts.size());
  for (const Rule& rule : real().rules) {
    for (const Condition& node : rule.condition) {
      const auto limit = node.is_leaf() && node.fact == fact && meaning.is_number()
                             ? limit_of(node, at(real(), real().lists[rule.list], on, empty))
                             : std::nullopt;
      if (limit) {
        values.insert(values.end(), {*limit - 1, *limit, *limit + 1});
      }
    }
  }
  return values.empty() ? std::vector<std::int64_t>{0} : values;
}

struct RealDice : Dice {
  using Dice::Dice;

  Known value(FactId fact, Date on) {
    const auto key = std::make_pair(fact, on);
    const auto found = values_.find(key);
    return {of(found != values_.end() ? found->second : values_[key] = values_of(fact, on)), {}, {}, {}};
  }

  // A value for a fact that has none; not for one that follows from another, or from which a known one
  // follows.
  void learn(FactSheet& sheet, FactId fact, Date on) {
    const Vocabulary& vocabulary = real().vocabulary;
    for (std::size_t id = 0; id < vocabulary.facts.size(); ++id) {
      const FactId derived = static_cast<FactId>(id);
      const Fact& meaning = vocabulary.facts[id];
      const bool dates_it = fact == meaning.derived_from || fact == meaning.found_on ||
                            fact == meaning.clear_since;
      // A date that comes after the statement it contradicts would change what was known.
      if (meaning.derived_from != kNoFact && dates_it && sheet.at(derived)) {
        return;
      }
    }
    if (!sheet.at(fact)) {
      sheet.set(fact, value(fact, on));
      if (contradicts_itself(sheet)) {
        sheet.clear(fact);
      }
    }
  }

  // Do the dates of a last violation contradict each other? A found one is not after the last, and none is on
  // or after the day from which on there are none.
  static bool contradicts_itself(const FactSheet& sheet) {
    const auto number = [&](FactId id) {
      return id == kNoFact || !sheet.at(id) ? std::optional<std::int64_t>() : sheet.at(id)->number;
    };
    for (const Fact& fact : real().vocabulary.facts) {
      const auto stated = number(fact.derived_from);
      const auto found = number(fact.found_on);
      const auto clear = number(fact.clear_since);
      if ((stated && found && *found > *stated) || (stated && clear && *stated >= *clear) ||
          (found && clear && *found >= *clear)) {
        return true;
      }
    }
    return false;
  }

  // Each fact known with a chance of `tenths`.
  FactSheet sheet(const std::vector<FactId>& facts, std::size_t tenths, Date on) {
    FactSheet result(real().vocabulary.facts.size());
    for (const FactId fact : facts) {
      if (below(10) < static_cast<std::int64_t>(tenths)) {
        learn(result, fact, on);
      }
    }
    return result;
  }

 private:
  std::map<std::pair<FactId, Date>, std::vector<std::int64_t>> values_;
};

std::array<Grounds, 4> grounds_of(const Offence& offence, Date on) {
  const auto of = [&](Question question) { return collect_grounds(real(), question, &offence, on); };
  return {of(kQuestions[0]), of(kQuestions[1]), of(kQuestions[2]), of(kQuestions[3])};
}

// The facts some ground of the offence looks at, shuffled.
std::vector<FactId> facts_for(const std::array<Grounds, 4>& all, Dice& dice) {
  std::set<FactId> facts;
  const auto add = [&](const Expression& condition) {
    for (const Condition& node : condition) {
      if (node.is_leaf()) {
        const auto some = facts_of(node, real().vocabulary);
        facts.insert(some.begin(), some.end());
      }
    }
  };
  for (const Grounds& grounds : all) {
    for (const Candidate& candidate : grounds.candidates) {
      add(candidate.rule->condition);
    }
    for (const LawOfDay& law : grounds.laws) {
      for (const BindingBar& bar : law.bars) {
        add(bar.bar->when);
      }
    }
  }
  std::vector<FactId> shuffled(facts.begin(), facts.end());
  std::shuffle(shuffled.begin(), shuffled.end(), dice.engine());
  return shuffled;
}

std::vector<FactId> every_fact(Dice& dice) {
  std::vector<FactId> all;
  for (std::size_t id = 0; id < real().vocabulary.facts.size(); ++id) {
    all.push_back(static_cast<FactId>(id));
  }
  std::shuffle(all.begin(), all.end(), dice.engine());
  return all;
}

Case case_of(const Offence& offence, FactSheet sheet) {
  Case c;
  c.id = "random";
  c.offence = offence.id;
  c.facts = std::move(sheet);
  return c;
}

Case with_measures(Case c, RealDice& dice, Date on) {
  for (const char* object : {"goods", "documents"}) {
    std::vector<FactId> own;
    for (const FactId fact : every_fact(dice)) {
      if (real().vocabulary.facts[fact].about_measure &&
          real().vocabulary.facts[fact].name != "measure.object") {
        own.push_back(fact);
      }
    }
    c.measures.push_back({object, dice.sheet(own, 5, on)});
  }
  return c;
}

std::string bytes(const Decision& decision) { return json::compact(to_json(decision)); }

const std::vector<Date>& some_days() {
  static const std::vector<Date> days = {day("2024-01-02"), day("2025-03-03"), day("2025-09-01"),
                                         day("2026-11-23")};
  return days;
}

// Calls `visit(offence, day, case)` with random cases of every offence, some of them with measures.
template <class Visit>
void random_cases(RealDice& dice, std::size_t tenths, const Visit& visit) {
  for (const auto& [id, offence] : real().catalogue.offences) {
    const Date on = dice.of(some_days());
    const auto facts = facts_for(grounds_of(offence, on), dice);
    const Case c = case_of(offence, dice.sheet(facts, tenths, on));
    INFO(id << " on " << to_text(on));
    visit(offence, on, dice.one_in(3) ? with_measures(c, dice, on) : c);
  }
}

bool open_or_same(Answer before, Answer after) { return before == Answer::undetermined || before == after; }

}  // namespace

TEST_CASE(
    "Learning a fact never turns an answer from applies to does-not-apply or back; it only settles what was "
    "open",
    "[promises]") {
  RealDice dice(kSeed);
  for (const auto& [id, offence] : real().catalogue.offences) {
    const Date on = dice.of(some_days());
    const auto all = grounds_of(offence, on);
    FactSheet sheet(real().vocabulary.facts.size());
    using Version = std::pair<const Rule*, Date>;  // of past law one for each time it held
    std::array<std::map<Version, Answer>, 4> grounds_before;
    std::array<Answer, 4> before{};
    std::array<bool, 4> must_before{};
    bool first = true;
    for (const FactId fact : facts_for(all, dice)) {
      dice.learn(sheet, fact, on);
      for (std::size_t q = 0; q < 4; ++q) {
        const Findings now = find(all[q], sheet);
        INFO(id << ", " << name_of(kQuestions[q]) << ", " << real().vocabulary.facts[fact].name
                << " learned");
        REQUIRE((first || open_or_same(before[q], now.answer)));
        REQUIRE(now.answer == answer_of(all[q], sheet));
        const bool must = now.lead() != nullptr && now.lead()->rule->effect == Effect::must;
        REQUIRE((must || !must_before[q]));
        for (const Ground& ground : now.grounds) {
          const Version version{ground.rule, ground.acts ? ground.acts->from : on};
          const auto known = grounds_before[q].find(version);
          // Past law is left out while it could not grant; it comes in as a no when the act falls into its
          // time.
          const Answer was = known != grounds_before[q].end() ? known->second : Answer::does_not_apply;
          REQUIRE((first || open_or_same(was, ground.answer)));
          grounds_before[q][version] = ground.answer;
        }
        before[q] = now.answer;
        must_before[q] = must;
      }
      first = false;
    }
    for (const Answer answer : before) {
      CHECK(answer != Answer::undetermined);  // everything is known now
    }
  }
}

TEST_CASE("Learning a fact of one measure never turns its answer round", "[promises]") {
  RealDice dice(kSeed);
  const Date on = day("2026-11-23");
  const auto& offences = real().catalogue.offences;
  for (int round = 0; round < 6; ++round) {
    Case c = with_measures(case_of(dice.of(offences).second, FactSheet(real().vocabulary.facts.size())), dice,
                           on);
    Decision before = decide(real(), c, on);
    for (int step = 0; step < 5; ++step) {
      for (Measure& measure : c.measures) {
        const FactId fact = dice.of(every_fact(dice));
        dice.learn(real().vocabulary.facts[fact].about_measure ? measure.facts : c.facts, fact, on);
      }
      const Decision now = decide(real(), c, on);
      CHECK(open_or_same(before.answers[2].findings.answer, now.answers[2].findings.answer));
      for (std::size_t i = 0; i < c.measures.size(); ++i) {
        CHECK(open_or_same(before.answers[2].measures[i].findings.answer,
                           now.answers[2].measures[i].findings.answer));
      }
      before = now;
    }
  }
}

TEST_CASE(
    "If an answer is undetermined, settling every fact in ask settles it, and no fact outside ask matters",
    "[promises]") {
  RealDice dice(kSeed);
  int settled = 0;
  for (const std::size_t tenths : {1u, 5u, 8u}) {
    random_cases(dice, tenths, [&](const Offence& offence, Date on, Case c) {
      if (!dice.one_in(tenths == 1 ? 6 : 2)) {
        return;
      }
      const auto all = grounds_of(offence, on);
      // Some facts were asked in vain: they are not asked again, and are settled here with the others.
      std::vector<FactId> vain;
      for (const FactId fact : facts_for(all, dice)) {
        if (tenths == 8 && !c.facts.at(fact) && dice.one_in(4)) {
          c.facts.set_unknowable(fact);
          vain.push_back(fact);
        }
      }
      const Decision decision = decide(real(), c, on);
      for (const Ask& ask : decision.ask) {
        REQUIRE(ask.fact != kNoFact);
        REQUIRE(std::find(vain.begin(), vain.end(), ask.fact) == vain.end());
      }
      for (int round = 0; round < 4; ++round) {
        for (std::size_t q = 0; q < 4; ++q) {
          if (decision.answers[q].findings.answer != Answer::undetermined ||
              !decision.answers[q].measures.empty()) {
            continue;
          }
          INFO(offence.id << " on " << to_text(on) << ", " << name_of(kQuestions[q]));
          FactSheet sheet = c.facts;
          for (const Ask& ask : decision.ask) {
            if (std::find(ask.settles.begin(), ask.settles.end(), kQuestions[q]) != ask.settles.end()) {
              dice.learn(sheet, ask.fact, on);
            }
          }
          for (const FactId fact : vain) {
            dice.learn(sheet, fact, on);
          }
          const Answer answer = answer_of(all[q], sheet);
          REQUIRE(answer != Answer::undetermined);
          for (const FactId fact : every_fact(dice)) {
            dice.learn(sheet, fact, on);
          }
          REQUIRE(answer_of(all[q], sheet) == answer);
          ++settled;
        }
      }
    });
  }
  CHECK(settled > 200);
}

TEST_CASE("Settling what is asked of a measure settles that measure", "[promises]") {
  RealDice dice(kSeed);
  const Date on = day("2026-11-23");
  for (int round = 0; round < 6; ++round) {
    const Offence& offence = dice.of(real().catalogue.offences).second;
    Case c = with_measures(case_of(offence, FactSheet(real().vocabulary.facts.size())), dice, on);
    for (const Ask& ask : decide(real(), c, on).ask) {
      dice.learn(ask.measure ? c.measures[*ask.measure].facts : c.facts, ask.fact, on);
    }
    const Decision after = decide(real(), c, on);
    CHECK(after.ask.empty());
    for (const MeasureFindings& measure : after.answers[2].measures) {
      CHECK(measure.findings.answer != Answer::undetermined);
    }
  }
}

TEST_CASE("What is asked is enough for every value and no fact of it can be left out", "[promises]") {
  Dice dice(kSeed);
  const Date on = day("2026-11-23");
  // Is the answer settled by every combination of values of these facts?
  const auto settles = [](const Problem& problem, const std::set<std::string>& facts, const World& known) {
    for (const World& world : reference::all_worlds()) {
      bool fits = true;
      for (const auto& [fact, value] : world) {
        fits = fits && (facts.count(fact) > 0 ? value.has_value() : value == known.at(fact));
      }
      if (fits && reference::answer(problem, world) == "undetermined") {
        return false;
      }
    }
    return true;
  };
  int undetermined = 0;
  for (int i = 0; i < 60; ++i) {
    const Problem problem = dice.problem();
    const RuleSet rules = reference::in_engine(problem);
    const Grounds grounds = collect_grounds(rules, Question::no_filing, nullptr, on);
    const World known = dice.one_in(2) ? reference::all_worlds().front() : dice.of(reference::all_worlds());
    std::set<std::string> asked;
    for (const FactId fact : facts_to_ask(grounds, reference::sheet_of(rules, known))) {
      asked.insert(rules.vocabulary.facts[fact].name);
      CHECK_FALSE(known.at(rules.vocabulary.facts[fact].name));
    }
    const bool open = reference::answer(problem, known) == "undetermined";
    undetermined += open ? 1 : 0;
    CHECK((open || asked.empty()));
    CHECK(settles(problem, asked, known));
    for (const std::string& fact : asked) {
      std::set<std::string> fewer = asked;
      fewer.erase(fact);
      INFO(i << ": without " << fact);
      CHECK_FALSE(settles(problem, fewer, known));
    }
  }
  CHECK(undetermined > 20);
}

namespace {

// The same JSON with the members of every object in another order, and the conditions, too, if `arrays`.
json::Value shuffled_members(const json::Value& value, Dice& dice, bool arrays) {
  if (value.is_array()) {
    json::Value items = json::Value::array();
    for (const auto& item : value) {
      items.push_back(shuffled_members(item, dice, arrays));
    }
    return items;
  }
  if (!value.is_object()) {
    return value;
  }
  std::vector<std::string> keys;
  for (const auto& [key, member] : value.items()) {
    keys.push_back(key);
  }
  std::shuffle(keys.begin(), keys.end(), dice.engine());
  json::Value members = json::Value::object();
  for (const std::string& key : keys) {
    members[key] = shuffled_members(value[key], dice, arrays);
    if (arrays && (key == "all" || key == "any" || key == "exclusions" || key == "offences") &&
        members[key].is_array()) {
      std::vector<json::Value> items(members[key].begin(), members[key].end());
      std::shuffle(items.begin(), items.end(), dice.engine());
      members[key] = items;
    }
  }
  return members;
}

std::vector<SourceFile> shuffled_files(Dice& dice, bool arrays) {
  std::vector<SourceFile> files = builtin_files();
  for (SourceFile& file : files) {
    file.text = json::pretty(shuffled_members(json::Value::parse(file.text), dice, arrays));
  }
  std::shuffle(files.begin(), files.end(), dice.engine());
  return files;
}

Case read_back(const RuleSet& rules, const json::Value& value, Date on) {
  Issues issues;
  const auto document = json::parse({"case.json", json::compact(value)}, issues);
  const auto c = document ? read_case(*document, rules.vocabulary, rules.catalogue, on, issues)
                          : std::nullopt;
  INFO((issues.all().empty() ? "" : to_line(issues.all().front(), true)));
  REQUIRE(c);
  return *c;
}

json::Value in_json(const RuleSet& rules, const Case& c) {
  json::Value value = {{"case", c.id}, {"offence", c.offence}, {"facts", json::Value::object()}};
  for (std::size_t id = 0; id < c.facts.size(); ++id) {
    const auto& known = c.facts.at(static_cast<FactId>(id));
    // Random days of finding and correcting may stand before the act, which no case may say.
    if (known && rules.vocabulary.facts[id].type != FactType::date) {
      value["facts"][rules.vocabulary.facts[id].name] = written(rules.vocabulary.facts[id], *known);
    }
  }
  return value;
}

}  // namespace

TEST_CASE("The order of files, rules, conditions and facts changes nothing", "[promises]") {
  RealDice dice(kSeed);
  const Date on = day("2026-11-23");
  const RuleBase sorted = read_rules(shuffled_files(dice, false), "rules", {});
  const RuleBase mixed = read_rules(shuffled_files(dice, true), "rules", {});
  REQUIRE(sorted.rules);
  REQUIRE(mixed.rules);
  CHECK(sorted.rules->digest == real().digest);
  CHECK(sorted.rules->calendar_digest == real().calendar_digest);
  CHECK((to_image(*sorted.rules) == to_image(real())));
  // The order of the reasons follows that of the conditions; nothing else does.
  const auto without_order = [](const Decision& decision) {
    json::Value value = to_json(decision);
    value.erase("made_with");
    for (auto& duty : value["duties"]) {
      duty.erase("waiting_for");  // see the next test
    }
    for (auto& answer : value["answers"]) {
      for (auto& ground : answer["grounds"]) {
        for (const char* key : {"because", "why_not"}) {
          std::vector<std::string> reasons;
          for (const auto& reason : ground[key]) {
            reasons.push_back(json::compact(reason));
          }
          std::sort(reasons.begin(), reasons.end());
          ground[key] = reasons;
        }
      }
    }
    return json::compact(value);
  };
  int cases = 0;
  for (const auto& [id, offence] : real().catalogue.offences) {
    if (++cases % 3 != 0) {
      continue;
    }
    INFO(id);
    const auto facts = facts_for(grounds_of(offence, on), dice);
    const json::Value written_case = in_json(real(), case_of(offence, dice.sheet(facts, 5, on)));
    const Decision one = decide(real(), read_back(real(), written_case, on), on);
    const Case again = read_back(real(), shuffled_members(written_case, dice, false), on);
    CHECK((bytes(decide(real(), again, on)) == bytes(one)));
    CHECK((bytes(decide(*sorted.rules, again, on)) == bytes(one)));
    CHECK((without_order(decide(*mixed.rules, again, on)) == without_order(one)));
  }
}

TEST_CASE("What a duty waits for does not depend on the order of the conditions", "[promises]") {
  RuleSet rules = small_world();
  Duty duty;
  duty.id = "tell";
  duty.covers.all = true;
  duty.if_answer = {Answer::not_listed, Answer::does_not_apply, Answer::undetermined, Answer::applies};
  const auto waits_for = [&](const char* one, const char* other) {
    duty.when.clear();
    for (const char* fact : {one, other}) {
      duty.when.emplace_back();
      duty.when.back().op = Condition::Op::one_of;
      duty.when.back().fact = rules.vocabulary.find(fact);
      duty.when.back().values = {1};
    }
    join(duty.when, Condition::Op::all, {0, 1}, Condition::Role::condition);
    rules.rules.front().duties = {duty};
    for (const DueDuty& due : decide(rules, small_case(rules, "c", "{}"), day("2026-11-23")).duties) {
      if (due.duty->id == "tell") {
        return due.waiting_for;
      }
    }
    return std::string();
  };
  CHECK_FALSE(waits_for("act_minor", "corrected").empty());
  CHECK(waits_for("act_minor", "corrected") == waits_for("corrected", "act_minor"));
}

TEST_CASE("An exclusion that holds beats everything on its list", "[promises]") {
  RealDice dice(kSeed);
  int tried = 0;
  // Gives the leaf's fact a value with which the leaf holds.
  const auto make_hold = [&](const Condition& leaf, const List& list, Date on, FactSheet& sheet) {
    for (const std::int64_t value : values_of(leaf.fact, on)) {
      sheet.clear(leaf.fact);
      const Fact& meaning = real().vocabulary.facts[leaf.fact];
      for (const FactId date : {meaning.derived_from, meaning.found_on, meaning.clear_since}) {
        if (date != kNoFact) {
          sheet.clear(date);
        }
      }
      sheet.set(leaf.fact, {value, {}, {}, {}});
      if (evaluate({leaf}, at(real(), list, on, sheet)).back() == Truth::yes) {
        return true;
      }
    }
    return false;
  };
  for (const Rule& rule : real().rules) {
    const List& list = real().lists[rule.list];
    const Date on = std::max(rule.from, day("2026-11-23"));
    if (!list.in_force(on) || !rule.in_force(on)) {
      continue;
    }
    Grounds grounds = collect_grounds(real(), list.question, nullptr, on);
    std::vector<std::pair<Condition, const List*>> exclusions;
    for (const Condition& node : rule.condition) {
      if (node.is_leaf() && node.role == Condition::Role::exclusion) {
        exclusions.emplace_back(node, &list);
      }
    }
    for (const BindingBar& bar : grounds.laws[0].bars) {
      if (rule.effect == Effect::may) {
        exclusions.emplace_back(bar.bar->when.back(), bar.list);
      }
    }
    grounds.candidates = {{&rule, 0, std::nullopt}};
    grounds.laws.resize(1);
    grounds.both_laws = nullptr;
    grounds.offence_matters = false;
    for (const auto& [leaf, of] : exclusions) {
      INFO(rule.id << ": " << leaf.id);
      for (const std::size_t tenths : {0u, 6u, 10u}) {
        FactSheet sheet = dice.sheet(every_fact(dice), tenths, on);
        REQUIRE(make_hold(leaf, *of, on, sheet));
        const Findings findings = find(grounds, sheet);
        REQUIRE(findings.answer == Answer::does_not_apply);
        const auto& why_not = findings.grounds.front().why_not;
        CHECK(std::any_of(why_not.begin(), why_not.end(),
                          [&, id = leaf.id](const Reason& reason) { return reason.leaf->id == id; }));
        ++tried;
      }
    }
  }
  CHECK(tried > 300);
}

namespace {

// Is the duty one of this offence, begun as far as it must have, and not done?
bool concerns_case(const Decision& d, const Duty& duty) {
  const auto offence = d.rules->catalogue.offences.find(d.of.offence);
  bool concerns = duty.covers.all ||
                  (offence != d.rules->catalogue.offences.end() && duty.covers.includes(offence->second));
  for (const FactId fact : duty.once_known) {
    concerns = concerns && d.of.facts.at(fact);
  }
  return concerns && !(duty.done_on != kNoFact && d.of.facts.at(duty.done_on));
}

// The ids of the duties that the rules say follow from these answers.
std::set<std::string> duties_by_the_rules(const Decision& d) {
  std::set<std::string> ids;
  const auto add = [&](const List& list, const Duty& duty, Answer answer) {
    const bool wanted = std::count(duty.if_answer.begin(), duty.if_answer.end(), answer) > 0 &&
                        concerns_case(d, duty);
    const auto when = evaluate(duty.when, at(*d.rules, list, d.on, d.of.facts));
    if (wanted && (when.empty() || when.back() != Truth::no)) {
      ids.insert(duty.id);
    }
  };
  for (const QuestionAnswer& answer : d.answers) {
    std::vector<const Findings*> all = {&answer.findings};
    for (const MeasureFindings& measure : answer.measures) {
      all.push_back(&measure.findings);
    }
    for (const List& list : d.rules->lists) {
      for (const Duty& duty : list.duties) {
        if (duty.for_question && list.question == answer.question && list.in_force(d.on)) {
          add(list, duty, answer.findings.answer);
        }
      }
    }
    for (const Findings* findings : all) {
      for (const Ground& ground : findings->grounds) {
        // The reminders of a listed item that is still open wait, where the answer rests on another ground.
        const bool open = findings->answer == Answer::applies && ground.answer == Answer::undetermined;
        for (const Duty& duty : ground.list->duties) {
          if (open && !ground.list->statute && duty.follow_up && !duty.for_question &&
              concerns_case(d, duty) &&
              std::count(duty.if_answer.begin(), duty.if_answer.end(), Answer::applies) > 0) {
            ids.insert(duty.id);
          }
        }
        for (const Duty& duty : ground.list->duties) {
          if (!duty.for_question) {
            add(*ground.list, duty, ground.answer);
          }
        }
        for (const Duty& duty : ground.rule->duties) {
          add(*ground.list, duty, duty.for_question ? findings->answer : ground.answer);
        }
      }
    }
  }
  return ids;
}

std::set<std::string> ids_of(const Decision& decision) {
  std::set<std::string> ids;
  for (const DueDuty& due : decision.duties) {
    CHECK(ids.insert(due.duty->id).second);  // each once
  }
  return ids;
}

}  // namespace

TEST_CASE("No duty without a rule that says so; none lost because something else could not be evaluated",
          "[promises]") {
  RealDice dice(kSeed);
  RuleSet blind = real();
  blind.calendar.years().clear();
  std::size_t duties = 0;
  for (const std::size_t tenths : {4u, 9u}) {
    random_cases(dice, tenths, [&](const Offence&, Date on, const Case& c) {
      const Decision decision = decide(real(), c, on);
      const std::set<std::string> ids = ids_of(decision);
      CHECK(ids == duties_by_the_rules(decision));
      duties += ids.size();
      for (const DueDuty& due : decision.duties) {
        INFO(due.duty->id << " from " << due.from);
        const bool of_list = std::any_of(real().lists.begin(), real().lists.end(), [&](const List& list) {
          return list.id == due.from && std::any_of(list.duties.begin(), list.duties.end(),
                                                    [&](const Duty& duty) { return &duty == due.duty; });
        });
        const bool of_rule = std::any_of(real().rules.begin(), real().rules.end(), [&](const Rule& rule) {
          return rule.id == due.from && std::any_of(rule.duties.begin(), rule.duties.end(),
                                                    [&](const Duty& duty) { return &duty == due.duty; });
        });
        CHECK((of_list || of_rule));
        // A deadline is there, or what it waits for is named.
        CHECK((due.duty->within.empty() || due.due || !due.waiting_for.empty() || due.missing_year > 0));
        CHECK_FALSE((due.due && !due.waiting_for.empty()));
      }
      CHECK(ids_of(decide(blind, c, on)) == ids);
    });
  }
  CHECK(duties > 100);
}

TEST_CASE("A duty that is certain does not look uncertain because another ground's is", "[promises]") {
  RuleSet rules = small_world();
  Condition vile;
  vile.op = Condition::Op::one_of;
  vile.fact = rules.vocabulary.find("bad_social_impact");
  vile.values = {1};
  Duty certain;
  certain.id = "tell";
  certain.covers.all = true;
  certain.if_answer = {Answer::applies};
  Duty uncertain = certain;
  uncertain.when = {vile};
  for (Rule& rule : rules.rules) {
    if (rule.id == "law/penalty/minor") {
      rule.duties = {uncertain};
    } else if (rule.id == "law/penalty/first") {
      rule.duties = {certain};
    }
  }
  const Case c = small_case(
      rules, "c", R"({"act_minor": true, "corrected": true, "harm": "none", "first_offence": true})");
  const Decision decision = decide(rules, c, day("2026-11-23"));
  const auto duty = std::find_if(decision.duties.begin(), decision.duties.end(),
                                 [](const DueDuty& due) { return due.duty->id == "tell"; });
  REQUIRE(duty != decision.duties.end());
  CHECK(duty->waiting_for.empty());
}

TEST_CASE("Same inputs, same bytes", "[promises]") {
  RealDice dice(kSeed);
  std::vector<std::pair<Case, Date>> cases;
  random_cases(dice, 5, [&](const Offence&, Date on, const Case& c) {
    if (dice.one_in(3)) {
      cases.emplace_back(c, on);
    }
  });
  const auto all_bytes = [&](std::vector<std::string>& out) {
    for (const auto& [c, on] : cases) {
      out.push_back(bytes(decide(real(), c, on)));
    }
  };
  std::vector<std::string> alone;
  std::vector<std::string> left;
  std::vector<std::string> right;
  all_bytes(alone);
  std::thread other([&] { all_bytes(left); });
  all_bytes(right);
  other.join();
  CHECK((left == alone));
  CHECK((right == alone));
  const RuleSet again = builtin_rules();
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CHECK((bytes(decide(again, cases[i].first, cases[i].second)) == alone[i]));
  }
}

TEST_CASE("What is remembered of earlier cases changes no decision", "[promises]") {
  RealDice dice(kSeed + 9);
  Memory memory(real());
  for (const std::size_t tenths : {3U, 8U}) {
    random_cases(dice, tenths, [&](const Offence&, Date on, const Case& c) {
      const std::string alone = bytes(decide(real(), c, on));
      CHECK(bytes(decide(real(), c, on, memory)) == alone);
      CHECK(bytes(decide(real(), c, on, memory)) == alone);
    });
  }
  // From day to day, over every turn of the law of three years, back and forth.
  const Offence& offence = real().catalogue.offences.begin()->second;
  const auto facts = facts_for(grounds_of(offence, day("2026-11-23")), dice);
  for (int round = 0; round < 200; ++round) {
    const Date on = day("2024-01-02") + std::chrono::days{dice.below(3) * 400 + dice.below(400)};
    const Case c = case_of(offence, dice.sheet(facts, 9, on));
    CHECK(bytes(decide(real(), c, on, memory)) == bytes(decide(real(), c, on)));
  }
}

TEST_CASE("The engine agrees with a naive reference evaluator on every assignment of small worlds",
          "[promises]") {
  Dice dice(kSeed);
  const std::vector<World> worlds = reference::all_worlds();
  const RuleSet rules = reference::four_facts();
  std::vector<FactSheet> sheets;
  for (const World& world : worlds) {
    sheets.push_back(reference::sheet_of(rules, world));
  }
  std::map<std::string, int> seen;
  for (int i = 0; i < 150; ++i) {
    const Formula formula = dice.formula(3);
    INFO(i << ": " << reference::in_json(formula));
    const Expression condition = reference::in_engine(rules, formula);
    for (std::size_t w = 0; w < worlds.size(); ++w) {
      const auto expected = reference::truth(formula, worlds[w]);
      const auto truths = evaluate(condition, at(rules, rules.lists[0], day("2026-11-23"), sheets[w]));
      REQUIRE(truths.size() == condition.size());  // no holes
      REQUIRE(name_of(truths.back()) == std::string(!expected ? "unknown" : *expected ? "yes" : "no"));
      ++seen[name_of(truths.back())];
    }
  }
  for (int i = 0; i < 60; ++i) {
    const Problem problem = dice.problem();
    const RuleSet engine = reference::in_engine(problem);
    const Grounds grounds = collect_grounds(engine, Question::no_filing, nullptr, day("2026-11-23"));
    for (std::size_t w = 0; w < worlds.size(); ++w) {
      INFO(i << ", world " << w);
      const std::string expected = reference::answer(problem, worlds[w]);
      REQUIRE(name_of(answer_of(grounds, sheets[w])) == expected);
      REQUIRE(name_of(find(grounds, sheets[w]).answer) == expected);
      ++seen[expected];
    }
  }
  for (const char* outcome : {"yes", "no", "unknown", "applies", "does_not_apply", "undetermined"}) {
    CHECK(seen[outcome] > 500);
  }
}

TEST_CASE("The engine agrees with SQL's NULL logic in SQLite on random rules", "[promises]") {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
  const auto run = [&](const std::string& sql) {
    std::vector<std::string> results;
    sqlite3_stmt* statement = nullptr;
    INFO(sql);
    REQUIRE(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const bool null = sqlite3_column_type(statement, 0) == SQLITE_NULL;
      results.emplace_back(null ? "unknown" : sqlite3_column_int(statement, 0) != 0 ? "yes" : "no");
    }
    REQUIRE(sqlite3_finalize(statement) == SQLITE_OK);
    return results;
  };
  const std::vector<World> worlds = reference::all_worlds();
  const RuleSet rules = reference::four_facts();
  std::vector<FactSheet> sheets;
  run("CREATE TABLE world (id INTEGER PRIMARY KEY, e INTEGER, n INTEGER, p INTEGER, q INTEGER)");
  for (std::size_t w = 0; w < worlds.size(); ++w) {
    std::string row = std::to_string(w);
    for (const auto& [fact, value] : worlds[w]) {  // in alphabetical order
      row += value ? ", " + std::to_string(*value) : ", NULL";
    }
    run("INSERT INTO world VALUES (" + row + ")");
    sheets.push_back(reference::sheet_of(rules, worlds[w]));
  }
  Dice dice(kSeed + 1);
  for (int i = 0; i < 150; ++i) {
    const Formula formula = dice.formula(3);
    const Expression condition = reference::in_engine(rules, formula);
    std::vector<std::string> engine;
    for (const FactSheet& sheet : sheets) {
      engine.emplace_back(name_of(evaluate(condition, at(rules, rules.lists[0], {}, sheet)).back()));
    }
    INFO(i << ": " << reference::in_sql(formula));
    CHECK(engine == run("SELECT " + reference::in_sql(formula) + " FROM world ORDER BY id"));
  }
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

TEST_CASE("A deadline in working days ends on a working day, and counting back gives the number",
          "[promises]") {
  RealDice dice(kSeed);
  int deadlines = 0;
  for (const std::size_t tenths : {9u, 10u}) {
    random_cases(dice, tenths, [&](const Offence&, Date on, Case c) {
      c.facts.set(real().vocabulary.find("clue_received_on"), {to_number(on) - dice.below(30), {}, {}, {}});
      for (const DueDuty& due : decide(real(), c, on).duties) {
        const List* list = nullptr;
        for (const List& one : real().lists) {
          list = due.from.rfind(one.id, 0) == 0 ? &one : list;
        }
        REQUIRE(list != nullptr);
        if (!due.due || due.duty->within.empty() ||
            list->numbers.at(due.duty->within).unit != Unit::working_days) {
          continue;
        }
        const auto& known = due.duty->after == kNoFact ? std::nullopt : c.facts.at(due.duty->after);
        const Date start = known ? from_number(static_cast<int>(known->number)) : on;
        INFO(due.duty->id << " from " << to_text(start));
        CHECK(real().calendar.is_working_day(*due.due) == true);
        CHECK(real().calendar.working_days_between(start, *due.due) ==
              static_cast<int>(list->numbers.at(due.duty->within).on(start)->is));
        CHECK(due.start == start);
        ++deadlines;
      }
    });
  }
  CHECK(deadlines > 50);
}

TEST_CASE("A year without calendar data is refused, not guessed", "[promises]") {
  Issues issues;
  CHECK(decidable(real(), day("2026-12-31"), issues));
  CHECK(issues.all().empty());
  CHECK_FALSE(decidable(real(), day("2027-01-04"), issues));
  REQUIRE(issues.all().size() == 1);
  CHECK(issues.all()[0].code == "no-calendar");

  const RuleSet rules = small_world();  // 2025 and 2026
  const Decision late = decide(rules, small_case(rules), day("2026-12-28"));
  const auto recheck = std::find_if(late.duties.begin(), late.duties.end(),
                                    [](const DueDuty& due) { return due.duty->id == "recheck"; });
  REQUIRE(recheck != late.duties.end());
  CHECK_FALSE(recheck->due);
  CHECK(recheck->missing_year == 2027);
  CHECK(std::any_of(late.warnings.begin(), late.warnings.end(),
                    [](const Warning& warning) { return warning.code == "no-calendar"; }));
}

TEST_CASE("A leniency that rests only on drafted text never looks like one that rests on law", "[promises]") {
  RealDice dice(kSeed);
  RuleSet drafted = real();
  int seen = 0;
  for (const bool all_drafted : {false, true}) {
    for (Rule& rule : drafted.rules) {
      rule.standing = all_drafted || dice.one_in(2) ? Standing::drafted : rule.standing;
    }
    random_cases(dice, 9, [&](const Offence&, Date on, Case c) {
      c.measures.clear();
      const Decision decision = decide(drafted, c, on);
      const json::Value written = to_json(decision);
      for (const QuestionAnswer& answer : decision.answers) {
        if (answer.findings.answer != Answer::applies) {
          continue;
        }
        bool only_drafted = true;
        for (const Ground& ground : answer.findings.grounds) {
          only_drafted = only_drafted &&
                         (ground.answer != Answer::applies || ground.rule->standing == Standing::drafted);
        }
        const std::string name = name_of(answer.question);
        const std::string& rule = answer.findings.lead()->rule->id;
        const bool warned = std::any_of(decision.warnings.begin(), decision.warnings.end(),
                                        [&](const Warning& warning) {
                                          return warning.code == "drafted-ground" &&
                                                 warning.message.zh.find(rule) != std::string::npos;
                                        });
        const bool looks_drafted = written["answers"][name]["standing"] == "drafted";
        INFO(name);
        CHECK((!only_drafted || looks_drafted));
        CHECK(warned == looks_drafted);
        seen += only_drafted ? 1 : 0;
      }
    });
  }
  CHECK(seen > 50);
}

namespace {

// Two measures, for each of which another ground is the only one that applies: an official one for the first,
// a drafted one for the second.
Decision two_measures(bool first_applies) {
  static RuleSet rules;
  rules = small_world();
  for (List& list : rules.lists) {
    list.question = Question::no_coercive_measure;
    list.bars.clear();
  }
  const auto needs = [](const char* fact) {
    Condition leaf;
    leaf.op = Condition::Op::one_of;
    leaf.fact = rules.vocabulary.find(fact);
    leaf.values = {1};
    return Expression{leaf};
  };
  for (Rule& rule : rules.rules) {
    rule.effect = Effect::may;
    rule.standing = rule.id == "town/no-filing/01" ? Standing::drafted : Standing::official;
    rule.condition = needs(rule.standing == Standing::drafted ? "corrected" : "act_minor");
  }
  Case c = small_case(rules, "c", R"({"corrected": false, "act_minor": false})");
  FactSheet official(rules.vocabulary.facts.size());
  FactSheet drafted = official;
  official.set(rules.vocabulary.find("act_minor"), {first_applies ? 1 : 0, {}, {}, {}});
  drafted.set(rules.vocabulary.find("corrected"), {1, {}, {}, {}});
  c.measures = {{"goods", official}, {"tools", drafted}};
  return decide(rules, c, day("2026-11-23"));
}

bool warns_of_drafted(const Decision& decision) {
  return std::any_of(decision.warnings.begin(), decision.warnings.end(),
                     [](const Warning& warning) { return warning.code == "drafted-ground"; });
}

}  // namespace

TEST_CASE("A measure spared by drafted text alone is warned of, whatever the other measure rests on",
          "[promises]") {
  const Decision both = two_measures(true);
  CHECK(both.answers[2].findings.answer == Answer::applies);
  CHECK(both.answers[2].measures[1].findings.lead()->rule->standing == Standing::drafted);
  CHECK(warns_of_drafted(both));
  CHECK(to_json(both)["answers"]["no_coercive_measure"]["standing"] == "drafted");
  CHECK(warns_of_drafted(two_measures(false)));
}

TEST_CASE("A reason that is settled shows the fact that settled it, for a measure too", "[promises]") {
  RealDice dice(kSeed);
  const Date on = day("2026-11-23");
  for (int round = 0; round < 5; ++round) {
    const Offence& offence = dice.of(real().catalogue.offences).second;
    const Case c = with_measures(case_of(offence, FactSheet(real().vocabulary.facts.size())), dice, on);
    const json::Value decision = to_json(decide(real(), c, on));
    for (const auto& measure : decision["answers"]["no_coercive_measure"]["measures"]) {
      for (const auto& ground : measure["grounds"]) {
        for (const auto& reason : ground["because"]) {
          const auto& facts = reason["facts"];
          const bool known = std::any_of(facts.begin(), facts.end(),
                                         [](const auto& value) { return !value.is_null(); });
          INFO(json::compact(reason));
          CHECK((reason["truth"] == "unknown" || known));
        }
      }
    }
  }
}

}  // namespace siqingdan
