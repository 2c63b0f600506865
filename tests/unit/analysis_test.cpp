// What time does to a rule base, on the small world with one thing changed in each test.

#include <catch2/catch.hpp>

#include <algorithm>

#include "rules/analysis.h"
#include "small_world.h"

using namespace siqingdan;

namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
  return Date{std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d)};
}

const Window kYear{kSmallDay, 365};

LawVersion version(const char* text, std::optional<Date> from, std::optional<Date> until = {}) {
  return {text, from, until, "", Standing::official};
}

// A citation in force from and until, in an item without ends.
Cited cite(const std::string& law, int article, std::optional<Date> from = {},
           std::optional<Date> until = {}) {
  return {{law, article, 0, 0, "", from, until}, "town/no-filing/01", "basis", {}, {}};
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) {
    codes.push_back(finding.code);
  }
  return codes;
}

std::vector<Finding> laws_with(std::vector<LawVersion> versions, const std::vector<Cited>& cited = {},
                               const Window& window = kYear) {
  RuleSet rules;
  rules.catalogue.laws["某法"] = {"某法", "某法", "law", std::move(versions)};
  std::vector<Finding> out;
  analyse_laws(rules, cited, window, out);
  analyse_citations(rules, cited, window, out);
  return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("Versions of a law that meet have no gap and no overlap") {
  CHECK(laws_with({version("2019", day(2019, 1, 1), day(2025, 1, 1)), version("2025", day(2025, 1, 1))})
            .empty());
  CHECK(laws_with({version("2019", day(2019, 1, 1)), version("2025", day(2025, 1, 1))}).empty());
  CHECK(laws_with({version("2019", std::nullopt), version("2025", std::nullopt)}).empty());
}

TEST_CASE("A gap and an overlap between versions are told apart") {
  CHECK(codes(laws_with({version("2019", day(2019, 1, 1), day(2024, 12, 31)),
                         version("2025", day(2025, 1, 1))})) == Codes{"law-gap"});
  CHECK(codes(laws_with({version("2019", day(2019, 1, 1), day(2025, 1, 2)),
                         version("2025", day(2025, 1, 1))})) == Codes{"law-overlap"});
}

TEST_CASE("A version that begins within the window is coming, with what cites the law from then on") {
  const std::vector<LawVersion> versions = {version("2019", day(2019, 1, 1), day(2027, 1, 1)),
                                            version("2027", day(2027, 1, 1))};
  const auto findings = laws_with(versions, {cite("某法", 1), cite("某法", 2, {}, day(2027, 1, 1))});
  REQUIRE(codes(findings) == Codes{"law-coming"});
  CHECK(findings[0].places == Codes{"town/no-filing/01 basis"});
  const int days = (day(2027, 1, 1) - kSmallDay).count();
  CHECK(codes(laws_with(versions, {}, {kSmallDay, days})) == Codes{"law-coming"});
  CHECK(laws_with(versions, {}, {kSmallDay, days - 1}).empty());
  CHECK(laws_with(versions, {}, {day(2027, 1, 1), 365}).empty());  // it has come
}

TEST_CASE("A law that ends within the window with nothing after it is ending") {
  CHECK(codes(laws_with({version("2019", day(2019, 1, 1), day(2027, 1, 1))})) == Codes{"law-ending"});
}

TEST_CASE("What is cited on a day must be in force on it") {
  const std::vector<LawVersion> repealed = {version("2019", day(2019, 1, 1), day(2025, 1, 1))};
  CHECK(codes(laws_with(repealed, {cite("某法", 1)})) == Codes{"law-not-in-force"});
  CHECK(codes(laws_with({version("2027", day(2027, 1, 1))}, {cite("某法", 1)}, {kSmallDay, 0})) ==
        Codes{"law-not-in-force"});
  Cited past = cite("某法", 1);
  past.life.until = day(2025, 1, 1);  // it stands in an item that is over
  CHECK(laws_with(repealed, {past}).empty());
}

TEST_CASE("A citation that has ended needs another in its place") {
  const std::vector<LawVersion> law = {version("2019", day(2019, 1, 1))};
  const Cited old = cite("某法", 8, {}, day(2025, 10, 15));
  CHECK(codes(laws_with(law, {old})) == Codes{"citation-ended"});
  CHECK(laws_with(law, {old, cite("某法", 9, day(2025, 10, 15))}).empty());
  CHECK(laws_with(law, {old}, {day(2025, 10, 14), 0}).empty());
}

namespace {

// The list town/no-filing, over since `until`, and its successor from `from` on.
std::vector<Finding> succession(std::optional<Date> until, Date from, bool covers_the_same) {
  RuleSet rules = small_world();
  List next;
  for (List& list : rules.lists) {
    if (list.id == "town/no-filing") {
      list.until = until;
      next = list;
    }
  }
  next.id = "town/no-filing-next";
  next.from = from;
  next.until.reset();
  next.replaces = {"town/no-filing"};
  rules.lists.push_back(next);
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (rules.rules[i].id == "town/no-filing/01") {
      rules.rules[i].until = until;
      if (covers_the_same) {
        Rule again = rules.rules[i];
        again.id = "town/no-filing-next/01";
        again.list = static_cast<std::uint16_t>(rules.lists.size() - 1);
        again.from = from;
        again.until.reset();
        rules.rules.push_back(again);
        break;
      }
    }
  }
  std::vector<Finding> out;
  analyse_lists(rules, {kSmallDay, 0}, out);
  return out;
}

}  // namespace

TEST_CASE("A list and the one that replaces it meet, or there is a gap or an overlap") {
  const Date turn = day(2026, 6, 1);
  CHECK(succession(turn, turn, true).empty());
  CHECK(codes(succession(turn, turn + std::chrono::days{1}, true)) == Codes{"list-gap", "no-successor"});
  CHECK(codes(succession(turn, turn - std::chrono::days{1}, true)) == Codes{"list-overlap"});
  CHECK(codes(succession(std::nullopt, turn, true)) == Codes{"list-overlap"});
}

TEST_CASE("An offence that the successor does not cover is named with its item") {
  const auto findings = succession(day(2026, 6, 1), day(2026, 6, 1), false);
  REQUIRE(codes(findings) == Codes{"no-successor"});
  CHECK(findings[0].places == Codes{"town/no-filing/01 shop.no-price-tag"});
}

TEST_CASE("A list or a number that changes within the window is told") {
  RuleSet rules = small_world();
  rules.lists[0].until = day(2027, 1, 1);
  rules.lists[1].from = day(2026, 12, 1);
  Number number;
  number.by_date = {{day(2025, 1, 1), 5, {}, {}, {}, {}}, {day(2026, 12, 24), 2, {}, {}, {}, {}}};
  rules.lists[0].numbers["look_back"] = number;
  std::vector<Finding> out;
  analyse_lists(rules, kYear, out);
  CHECK(codes(out) == Codes{"list-ending", "number-coming", "list-coming"});
}
