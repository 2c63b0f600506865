// From words to offences: the parts that a transcript cannot show.

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/unicode.h"
#include "match/evidence.h"
#include "match/features.h"
#include "match/learn.h"
#include "match/offence_rank.h"
#include "match/weigh.h"
#include "rules/builtin.h"

using namespace siqingdan;

namespace {

const Evidence& evidence() {
  static const Evidence evidence(builtin_evidence());
  return evidence;
}

Ranking rank_of(const std::string& text) { return rank(evidence(), fold(text), 5); }

std::vector<std::string> quotes(const std::string& text, const OffenceMatch& match) {
  const std::u32string points = to_code_points(text);
  std::vector<std::string> said;
  for (const Span& span : match.spans) {
    said.push_back(to_utf8(
        points.substr(static_cast<std::size_t>(span.from), static_cast<std::size_t>(span.to - span.from))));
  }
  return said;
}

// A small world: what is said of two offences, and of neither.
Catalogue two_offences() {
  Catalogue catalogue;
  catalogue.domains = {{"x", "甲"}};
  for (const char* id : {"x.late", "x.short"}) {
    Offence offence;
    offence.id = id;
    offence.domain = "x";
    offence.title = id == std::string("x.late") ? "超过日期" : "分量不足";
    catalogue.offences[id] = offence;
  }
  return catalogue;
}

Descriptions said_of_them() {
  Descriptions said;
  said.of["x.late"] = {"牛奶过期了", "面包过期三天", "日期早就过了的饼干"};
  said.of["x.short"] = {"称出来少半斤", "缺斤少两", "一斤只有八两"};
  said.outside = {"老板不发工资", "楼上太吵", "工资拖了三个月"};
  return said;
}

}  // namespace

TEST_CASE("features are characters and pairs, and no pair reaches over a mark or holds a particle",
          "[match]") {
  std::vector<std::u32string> seen;
  const std::u32string text = U"卖过了,3a!";
  for (const Feature& f : features_of(text)) {
    seen.push_back(text.substr(f.from, f.to - f.from));
  }
  CHECK(seen == std::vector<std::u32string>{U"卖", U"卖过", U"过", U"了", U"3", U"3a", U"a"});
  CHECK(features_of(U"3")[0].key == features_of(U"8")[0].key);
  CHECK(features_of(U" \U0001F600。").empty());
  CHECK(features_of(U"2026年10月12日9时").empty());  // when it was says nothing of what it was
  CHECK(features_of(U"12元").size() == 5);
}

TEST_CASE("pairs that sound alike have one sound", "[match]") {
  const auto pair = [](std::u32string_view text) { return features_of(text)[1].key; };
  CHECK(sound_of_pair(pair(U"过期")) == sound_of_pair(pair(U"国其")));
  CHECK(sound_of_pair(pair(U"过期")) != sound_of_pair(pair(U"过时")));
  CHECK(sound_of_pair(features_of(U"过")[0].key) == 0);
}

TEST_CASE("weights in whole numbers agree with logarithms", "[match]") {
  for (std::uint64_t n = 1; n < 5000; n += 7) {
    for (std::uint64_t d = 1; d <= n; d += 1 + n / 9) {
      const double exact = 16 * std::log2(static_cast<double>(n) / static_cast<double>(d));
      CHECK(std::abs(log_ratio(n, d) - std::floor(exact + 1e-6)) <= 1);
    }
  }
  for (const std::uint64_t n :
       {0ULL, 1ULL, 3ULL, 4ULL, 99ULL, 100ULL, 4294836225ULL, 18446744073709551615ULL}) {
    const std::uint64_t r = root(n);
    CHECK((r == 0 || r <= n / r));
    CHECK((r + 1) > n / (r + 1));
  }
}

// The objective that the planes are to make small, and its gradient by the naive way: with respect to every
// weight.
TEST_CASE("a learned plane is where the objective is least", "[match]") {
  const std::vector<Example> examples = {{{0, 1.0F}}, {{0, 0.6F}, {1, 0.8F}},
                                         {{1, 1.0F}}, {{1, 0.8F}, {2, 0.6F}},
                                         {{2, 1.0F}}, {{0, 0.6F}, {2, 0.8F}}};
  for (std::size_t klass = 0; klass < 3; ++klass) {
    std::vector<bool> inside(examples.size(), false);
    inside[2 * klass] = inside[2 * klass + 1] = true;
    const Plane plane = learn(examples, inside, 3);
    std::vector<double> slope = plane.weights;
    double slope_of_bias = plane.bias;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      const double side = inside[i] ? 1 : -1;
      double value = plane.bias;
      for (const auto& [feature, x] : examples[i]) {
        value += plane.weights[feature] * static_cast<double>(x);
      }
      const double missing = std::max(0.0, 1 - side * value);
      for (const auto& [feature, x] : examples[i]) {
        slope[feature] -= 2 * kCostOfError * side * missing * static_cast<double>(x);
      }
      slope_of_bias -= 2 * kCostOfError * side * missing;
    }
    for (const double s : slope) {
      CHECK(std::abs(s) < 0.2);
    }
    CHECK(std::abs(slope_of_bias) < 0.3);
  }
}

TEST_CASE("what is learned does not hang on the order of what was said", "[match]") {
  Descriptions said = said_of_them();
  const std::string once = learn_evidence(two_offences(), said);
  for (auto* texts : {&said.of["x.late"], &said.of["x.short"], &said.outside}) {
    std::reverse(texts->begin(), texts->end());
    texts->push_back(texts->front());
  }
  CHECK(learn_evidence(two_offences(), said) == once);
}

TEST_CASE("a small world is told apart", "[match]") {
  const std::string bytes = learn_evidence(two_offences(), said_of_them());
  const Evidence small(bytes);
  const auto first = [&](const std::string& text) {
    const Ranking ranking = rank(small, fold(text), 1);
    return ranking.verdict == Verdict::none ? std::string("none")
                                            : std::string(ranking.offences[0].offence.id);
  };
  CHECK(first("饼干过期") == "x.late");
  CHECK(first("少两") == "x.short");
  CHECK(first("工资还没发") == "none");
  CHECK(first("") == "none");
  CHECK(rank(small, fold("饼干过期"), 1).offences[0].offence.domain_title == "甲");
  CHECK_THROWS_AS(Evidence(std::string_view(bytes).substr(0, bytes.size() / 2)), std::logic_error);
}

TEST_CASE("spans quote the text as it was given", "[match]") {
  const std::string text = "😀 ＯＫ便利店貨架上賣過期麵包";
  const Ranking ranking = rank_of(text);
  REQUIRE(ranking.verdict != Verdict::none);
  CHECK(ranking.offences[0].offence.id == "food.expired");
  const auto said = quotes(text, ranking.offences[0]);
  CHECK(std::any_of(said.begin(), said.end(),
                    [](const auto& s) { return s.find("過期") != std::string::npos; }));
}

TEST_CASE("Traditional and Simplified characters, wide and narrow forms are ranked alike", "[match]") {
  const Ranking one = rank_of("超市卖过期牛奶，标价３元收５元");
  const Ranking other = rank_of("超市賣過期牛奶,標價3元收5元");
  REQUIRE(one.offences.size() == other.offences.size());
  for (std::size_t i = 0; i < one.offences.size(); ++i) {
    CHECK(one.offences[i].offence.id == other.offences[i].offence.id);
    CHECK(one.offences[i].score == other.offences[i].score);
    CHECK(one.offences[i].spans == other.offences[i].spans);
  }
}

TEST_CASE("any text is ranked, its spans in order and within it", "[match][property]") {
  const std::u32string letters = U"超市卖过期面包药广告价格不明国a1,。 \n\t\u200B\U0001F600\uFEFF過Ａ";
  rc::check([&] {
    const auto places = *rc::gen::container<std::vector<int>>(
        rc::gen::inRange(0, static_cast<int>(letters.size())));
    std::u32string points;
    for (const int place : places) {
      points += letters[static_cast<std::size_t>(place)];
    }
    const Ranking ranking = rank_of(to_utf8(points));
    int last = 101;
    for (const OffenceMatch& match : ranking.offences) {
      RC_ASSERT(match.score >= 0 && match.score <= last);
      last = match.score;
      int end = 0;
      for (const Span& span : match.spans) {
        RC_ASSERT(span.from >= end && span.from < span.to);
        end = span.to;
      }
      RC_ASSERT(end <= static_cast<int>(points.size()));
    }
  });
}
