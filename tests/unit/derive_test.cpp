#include "history/derive.h"

#include <catch2/catch.hpp>
#include <set>

#include "decide/box.h"
#include "decide/decide.h"
#include "decide/last_violation.h"
#include "dice.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"
#include "rules/builtin.h"

namespace siqingdan {
namespace {

constexpr Date kOn{std::chrono::year{2026} / std::chrono::November / 23};
constexpr const char* kParty = "91350100M000100Y43";
constexpr const char* kOffence = "food.expired";
constexpr const char* kBureau = "松江局";

const RuleSet& rules() {
  static const RuleSet all = builtin_rules();
  return all;
}

Date day(const char* text) { return *parse_date(text); }

Case a_case() {
  Case of;
  of.id = "SJ-2026-0001";
  of.party_uscc = kParty;
  of.offence = kOffence;
  of.facts = FactSheet(rules().vocabulary.facts.size());
  of.written = json::Value{{"case", of.id}, {"party", {{"uscc", kParty}}}, {"offence", kOffence}};
  return of;
}

PriorRecord record(Date on, const std::string& kind = "penalty", const std::string& offence = kOffence) {
  return {kParty, offence, "", on, kind, "沪市监松处字1号", kBureau, "history.csv:2", ""};
}

PriorRecord record(const char* on, const std::string& kind = "penalty",
                   const std::string& offence = kOffence) {
  return record(day(on), kind, offence);
}

CompleteSpan span(const char* first, const char* last, const char* bureau = kBureau) {
  return {bureau, day(first), day(last)};
}

std::string shown(const std::optional<Date>& date) { return date ? to_text(*date) : "-"; }

// `found since`
std::string derived(const PartyHistory& history, const Case& of = a_case()) {
  const Derived found = derive(rules().vocabulary, of, kOn, history);
  return shown(found.found_on) + " " + shown(found.clear_since);
}

TEST_CASE("What records show and do not show becomes two dates", "[history]") {
  const CompleteSpan five_years = span("2021-01-01", "2026-11-22");
  CHECK(derived({{}, {}, kBureau}) == "- -");
  CHECK(derived({{}, {five_years}, kBureau}) == "- 2021-01-01");
  CHECK(derived({{record("2025-12-09")}, {}, kBureau}) == "2025-12-09 -");
  CHECK(derived({{record("2025-12-09"), record("2022-03-01")}, {five_years}, kBureau}) ==
        "2025-12-09 2025-12-10");
  // A day short of the day of decision is not complete; nor are another bureau's records for ours.
  CHECK(derived({{}, {span("2021-01-01", "2026-11-21")}, kBureau}) == "- -");
  CHECK(derived({{}, {span("2021-01-01", "2026-11-22", "闵行局")}, kBureau}) == "- -");
  // Spans that touch are one; a gap of a day is a gap.
  CHECK(derived({{}, {span("2025-01-01", "2026-11-22"), span("2021-01-01", "2024-12-31")}, kBureau}) ==
        "- 2021-01-01");
  CHECK(derived({{}, {span("2025-01-01", "2026-11-22"), span("2021-01-01", "2024-12-30")}, kBureau}) ==
        "- 2025-01-01");
  // Another offence, another party, a decision after the day, the case itself, a kind that is no violation.
  CHECK(derived({{record("2025-12-09", "penalty", "food.adulterated")}, {five_years}, kBureau}) ==
        "- 2021-01-01");
  PriorRecord other = record("2025-12-09");
  other.party = "91110000600037341L";
  CHECK(derived({{other}, {five_years}, kBureau}) == "- 2021-01-01");
  CHECK(derived({{record("2026-11-24")}, {five_years}, kBureau}) == "- 2021-01-01");
  PriorRecord itself = record("2026-11-20");
  itself.case_id = a_case().id;
  CHECK(derived({{itself}, {five_years}, kBureau}) == "- 2021-01-01");
  CHECK(derived({{record("2025-12-09", "not_established")}, {five_years}, kBureau}) == "- 2021-01-01");
  // A decision of which nobody says whether it counts leaves the time before it open; so does an unknown
  // kind.
  CHECK(derived({{record("2025-12-09", "no_filing")}, {five_years}, kBureau}) == "- 2025-12-10");
  CHECK(derived({{record("2025-12-09", "of-older-rules")}, {five_years}, kBureau}) == "- 2025-12-10");
  // On the day of decision itself.
  CHECK(derived({{record("2026-11-23")}, {five_years}, kBureau}) == "2026-11-23 -");
  CHECK(derived({{record("2026-11-22")}, {five_years}, kBureau}) == "2026-11-22 2026-11-23");
}

TEST_CASE("Another bureau's decision counts, though its silence does not", "[history]") {
  PriorRecord elsewhere = record("2025-12-09");
  elsewhere.bureau = "闵行局";
  CHECK(derived({{elsewhere}, {span("2021-01-01", "2026-11-22")}, kBureau}) == "2025-12-09 2025-12-10");
}

TEST_CASE("Without a sound party code or an offence nothing is derived, and that is told", "[history]") {
  const PartyHistory history{{record("2025-12-09")}, {span("2021-01-01", "2026-11-22")}, kBureau};
  Case nobody = a_case();
  nobody.party_uscc = "91350100M000100Y44";
  CHECK(derived(history, nobody) == "- -");
  CHECK(derive(rules().vocabulary, nobody, kOn, history).lacks == Derived::Lacks::party_code);
  Case nothing = a_case();
  nothing.offence.clear();
  CHECK(derived(history, nothing) == "- -");
  const Derived found = derive(rules().vocabulary, nothing, kOn, history);
  CHECK(found.lacks == Derived::Lacks::offence);
  CHECK(found.others.size() == 1);  // the party's record is shown all the same
}

TEST_CASE("What is derived stands in the case with its evidence and can be read again", "[history]") {
  Case of = a_case();
  of.set_fact(rules().vocabulary, rules().vocabulary.find("first_offence"), std::nullopt,
              Known{1, {}, {}, {}});
  const PartyHistory history{{record("2025-12-09")}, {span("2021-01-01", "2026-11-22")}, kBureau};
  apply(derive(rules().vocabulary, of, kOn, history), rules().vocabulary, of);
  CHECK((*of.written)["facts"]["recorded_violation_on"] ==
        json::Value{{"value", "2025-12-09"},
                    {"because", "行政处罚 沪市监松处字1号 松江局 history.csv:2"},
                    {"from", "history"}});
  CHECK((*of.written)["facts"]["no_violation_recorded_since"]["because"] ==
        "松江局 声明 2021-01-01 至 2026-11-22 的记录完整");
  Issues issues;
  const auto document = json::parse({"case.json", json::canonical(*of.written)}, issues);
  const auto again = read_case(*document, rules().vocabulary, rules().catalogue, kOn, issues);
  REQUIRE(again);
  CHECK(to_json(decide(rules(), *again, kOn)) == to_json(decide(rules(), of, kOn)));

  // A later derivation that finds nothing takes its own back, and nothing of what was stated.
  apply(derive(rules().vocabulary, of, kOn, {{}, {}, kBureau}), rules().vocabulary, of);
  CHECK((*of.written)["facts"] == json::Value{{"first_offence", {{"value", true}}}});
}

TEST_CASE("A person cannot state what only records show", "[history]") {
  Issues issues;
  const auto document = json::parse({"case.json",
                                     R"({"case": "c", "facts": {"recorded_violation_on": "2025-12-09"}})"},
                                    issues);
  CHECK_FALSE(read_case(*document, rules().vocabulary, rules().catalogue, kOn, issues));
  CHECK(issues.all().front().code == "not-stated");
}

TEST_CASE("A statement that the records contradict is told, and the records prevail", "[history]") {
  const auto warnings = [](const char* stated, const Known& value, const PartyHistory& history) {
    Case of = a_case();
    of.set_fact(rules().vocabulary, rules().vocabulary.find(stated), std::nullopt, value);
    apply(derive(rules().vocabulary, of, kOn, history), rules().vocabulary, of);
    std::set<std::string> codes;
    for (const Warning& warning : decide(rules(), of, kOn).warnings) {
      if (warning.code == "statement-contradicted" || warning.code == "records-contradict-statement") {
        codes.insert(warning.code);
      }
    }
    return codes;
  };
  using Codes = std::set<std::string>;
  const Known yes{1, {}, {}, {}};
  const Known no{0, {}, {}, {}};
  const Known old{to_number(day("2023-11-15")), {}, {}, {}};
  const CompleteSpan whole = span("2021-01-01", "2026-11-22");
  const PartyHistory repeated{{record("2025-12-09")}, {}, kBureau};
  const PartyHistory clear{{}, {whole}, kBureau};
  CHECK(warnings("first_offence", yes, repeated) == Codes{"statement-contradicted"});
  CHECK(warnings("first_offence", no, repeated).empty());
  CHECK(warnings("first_offence", no, clear) == Codes{"statement-contradicted"});
  CHECK(warnings("first_offence", yes, clear).empty());
  CHECK(warnings("first_offence", yes, {{}, {}, kBureau}).empty());
  CHECK(warnings("prior_violation_on", old, repeated) == Codes{"records-contradict-statement"});
  CHECK(warnings("prior_violation_on", old, clear) == Codes{"records-contradict-statement"});
  CHECK(warnings("prior_violation_on", old, {{record("2023-11-15")}, {whole}, kBureau}).empty());
}

// ---- against a reading that counts days

constexpr int kDays = 30;  // the days there are, the last of them that of decision

// A list that looks back so many days, and the leaf that asks for a first offence.
struct Asking {
  List list;
  Condition leaf;

  explicit Asking(std::int64_t look_back) {
    Number number;
    number.unit = Unit::calendar_days;
    number.by_date.push_back({Date{}, look_back, {}, {}, {}, {}});
    list.numbers["look_back"] = number;
    leaf.op = Condition::Op::one_of;
    leaf.fact = rules().vocabulary.find("first_offence");
    leaf.values = {1};
    leaf.number = "look_back";
  }

  Truth truth(const FactSheet& facts) const {
    return evaluate({leaf}, Situation{rules().vocabulary, list, nullptr, kOn, kOn, facts}).back();
  }
};

Date nth(std::int64_t back) { return kOn - std::chrono::days{back}; }

PartyHistory some_history(Dice& dice) {
  PartyHistory history;
  history.bureau = kBureau;
  const std::vector<std::string> kKinds = {"penalty", "no_penalty", "no_filing", "not_established"};
  for (std::int64_t n = dice.below(4); n > 0; --n) {
    history.records.push_back(record(nth(dice.below(kDays) - 2),
                                     kKinds[static_cast<std::size_t>(dice.below(kKinds.size()))],
                                     dice.one_in(4) ? "food.adulterated" : kOffence));
  }
  for (std::int64_t n = dice.below(4); n > 0; --n) {
    const std::int64_t last = dice.one_in(2) ? 1 : dice.below(kDays);
    history.complete.push_back(
        {dice.one_in(5) ? "闵行局" : kBureau, nth(last + dice.below(kDays)), nth(last)});
  }
  return history;
}

// Looks at every day of the look-back: one with a prior violation says no; one that is not covered, or with a
// decision that may count, leaves it open.
Truth by_days(const PartyHistory& history, std::int64_t look_back) {
  Truth truth = Truth::yes;
  for (std::int64_t back = 0; back < look_back; ++back) {
    bool covered = back == 0;  // the day of decision itself is not over
    for (const CompleteSpan& span : history.complete) {
      covered = covered ||
                (span.bureau == history.bureau && span.first <= nth(back) && nth(back) <= span.last);
    }
    truth = both(truth, covered ? Truth::yes : Truth::unknown);
    for (const PriorRecord& prior : history.records) {
      if (prior.on == nth(back) && prior.offence == kOffence) {
        truth = prior.kind == "penalty" || prior.kind == "no_penalty" ? Truth::no
                : prior.kind == "no_filing"                           ? both(truth, Truth::unknown)
                                                                      : truth;
      }
    }
  }
  return truth;
}

TEST_CASE("First offence agrees with a look at every day, for every look-back", "[history]") {
  Dice dice(20261129);
  std::map<Truth, int> seen;
  for (int round = 0; round < 3000; ++round) {
    const PartyHistory history = some_history(dice);
    Case of = a_case();
    apply(derive(rules().vocabulary, of, kOn, history), rules().vocabulary, of);
    for (const std::int64_t look_back : {2, 3, 7, 15, 29}) {
      const Truth expected = by_days(history, look_back);
      REQUIRE(Asking(look_back).truth(of.facts) == expected);
      ++seen[expected];
    }
  }
  CHECK(seen[Truth::yes] > 500);
  CHECK(seen[Truth::no] > 500);
  CHECK(seen[Truth::unknown] > 500);
}

TEST_CASE("More records declared complete settle, and never turn, what is known", "[history]") {
  Dice dice(7);
  for (int round = 0; round < 2000; ++round) {
    PartyHistory history = some_history(dice);
    Case less = a_case();
    apply(derive(rules().vocabulary, less, kOn, history), rules().vocabulary, less);
    history.complete.push_back({kBureau, nth(1 + dice.below(kDays)), nth(1)});
    Case more = a_case();
    apply(derive(rules().vocabulary, more, kOn, history), rules().vocabulary, more);
    const Asking asking(1 + dice.below(20));
    const Truth before = asking.truth(less.facts);
    CHECK((before == Truth::unknown || asking.truth(more.facts) == before));
  }
}

// ---- the three dates by themselves

struct Dates {
  FactId stated = rules().vocabulary.find("prior_violation_on");
  FactId found = rules().vocabulary.find("recorded_violation_on");
  FactId clear = rules().vocabulary.find("no_violation_recorded_since");
};

TEST_CASE("The dates say what holds wherever the last violation may lie", "[history]") {
  const Dates dates;
  Dice dice(11);
  for (int round = 0; round < 5000; ++round) {
    FactSheet sheet(rules().vocabulary.facts.size());
    for (const FactId fact : {dates.stated, dates.found, dates.clear}) {
      if (dice.one_in(2)) {
        sheet.set(fact, {to_number(nth(dice.below(kDays))), {}, {}, {}});
      }
    }
    const std::int64_t look_back = 1 + dice.below(20);
    // The last violation `back` days ago; beyond all days: none.
    std::set<bool> first;
    for (std::int64_t back = 0; back <= kDays; ++back) {
      const int last = to_number(nth(back));
      const auto fits = [&](FactId fact, const auto& test) {
        return !sheet.at(fact) || test(sheet.at(fact)->number);
      };
      const bool none = back == kDays;
      if (fits(dates.stated, [&](std::int64_t n) { return !none && last == n; }) &&
          fits(dates.found, [&](std::int64_t n) { return !none && last >= n; }) &&
          fits(dates.clear, [&](std::int64_t n) { return none || last < n; })) {
        first.insert(none || back >= look_back);
      }
    }
    if (first.empty()) {
      continue;  // they contradict each other
    }
    const Truth expected = first.size() == 2 ? Truth::unknown : truth_of(*first.begin());
    CHECK(Asking(look_back).truth(sheet) == expected);
  }
}

bool holds(const Boxes& boxes, const FactSheet& sheet) {
  return std::any_of(boxes.all.begin(), boxes.all.end(), [&](const Box& box) {
    return std::all_of(box.demands.begin(), box.demands.end(), [&](const Demand& demand) {
      return sheet.at(demand.fact) && demand.allowed.includes(sheet.at(demand.fact)->number);
    });
  });
}

TEST_CASE("The boxes of a derived fact hold every world in which it is so, and no other", "[history]") {
  const Dates dates;
  const Asking asking(10);
  for (unsigned known = 0; known < 8; ++known) {
    const auto worlds = [&](const auto& visit) {
      const std::vector<std::int64_t> kBacks = {0, 8, 9, 10, 11, 20};
      FactSheet sheet(rules().vocabulary.facts.size());
      const std::array facts = {dates.stated, dates.found, dates.clear};
      for (std::size_t world = 0; world < 6 * 6 * 6 * 2; ++world) {
        std::size_t rest = world;
        for (std::size_t i = 0; i < facts.size(); ++i, rest /= 6) {
          if ((known & (1U << i)) != 0) {
            sheet.set(facts[i], {to_number(nth(kBacks[rest % 6])), {}, {}, {}});
          }
        }
        sheet.set(asking.leaf.fact, {static_cast<std::int64_t>(rest), {}, {}, {}});
        visit(sheet);
      }
    };
    worlds([&](const FactSheet& from) {
      const Situation s{rules().vocabulary, asking.list, nullptr, kOn, kOn, from};
      for (const Truth wanted : {Truth::yes, Truth::no}) {
        const Boxes boxes = boxes_of({asking.leaf}, wanted, s);
        REQUIRE(boxes.complete);
        bool all = true;
        worlds([&](const FactSheet& sheet) {
          all = all && holds(boxes, sheet) == (asking.truth(sheet) == wanted);
        });
        REQUIRE(all);
      }
    });
  }
}

}  // namespace
}  // namespace siqingdan
