#include "report/reply.h"

#include <catch2/catch.hpp>

#include "facts/typed_value.h"

namespace siqingdan {
namespace {

using Kind = Reply::Kind;

Kind kind(const char* typed) { return read_reply(typed).kind; }

Fact fact_of(FactType type, const std::string& unit = "") {
  Fact fact;
  fact.type = type;
  fact.unit = unit;
  return fact;
}

const Date kToday{std::chrono::year{2026} / std::chrono::November / 23};

std::optional<std::int64_t> value(const Fact& fact, const char* typed) {
  const auto known = typed_value(fact, typed, kToday);
  return known ? std::optional(known->number) : std::nullopt;
}

std::string date(const char* typed) {
  const auto day = typed_date(typed);
  return day ? to_text(*day) : "none";
}

}  // namespace

TEST_CASE("Keywords are understood in Chinese, Traditional too, and in English", "[reply]") {
  for (const char* typed : {"?", "?", " ? ", "不知道", "不清楚", "查不清", "unknown", "UNKNOWN", "Unknown"}) {
    CHECK(kind(typed) == Kind::unknown);
  }
  for (const char* typed : {"s", "S", "skip", "跳过", "跳過", "s", "\u3000跳过 "}) {
    CHECK(kind(typed) == Kind::skip);
  }
  for (const char* typed : {"b", "back", "上一步", "返回"}) {
    CHECK(kind(typed) == Kind::back);
  }
  for (const char* typed : {"w", "why", "why?", "为什么", "为什么?", "為什麼", "爲什麼", "為甚麼"}) {
    CHECK(kind(typed) == Kind::why);
  }
  for (const char* typed : {"q", "quit", "exit", "退出", "q\r", "\tQ"}) {
    CHECK(kind(typed) == Kind::quit);
  }
}

TEST_CASE("All else are words, kept as typed but for the blanks around them", "[reply]") {
  for (const char* typed : {"", "y", "是", "没有", "quite", "跳过吧", "为什么不", "500元", "?!"}) {
    CHECK(kind(typed) == Kind::words);
  }
  CHECK(read_reply("  一张海报, A4 \r").words == "一张海报, A4");
  CHECK(read_reply(" \t ").words.empty());
}

TEST_CASE("Yes and no", "[reply]") {
  for (const FactType type : {FactType::boolean, FactType::judgement, FactType::derived}) {
    for (const char* typed : {"y", "Y", "y", "yes", "true", "是", "是的", "有", "对", "對"}) {
      CHECK(value(fact_of(type), typed) == 1);
    }
    for (const char* typed : {"n", "NO", "false", "否", "不是", "没有", "沒有", "无", "無", "不"}) {
      CHECK(value(fact_of(type), typed) == 0);
    }
    for (const char* typed : {"", "yn", "1", "0", "也许", "是否", "不一定"}) {
      CHECK_FALSE(value(fact_of(type), typed));
    }
  }
}

TEST_CASE("Money is in yuan, unless fen are said, and is never rounded", "[reply]") {
  const Fact money = fact_of(FactType::money);
  CHECK(value(money, "500") == 50000);
  CHECK(value(money, "500元") == 50000);
  CHECK(value(money, "¥66") == 6600);
  CHECK(value(money, "825.60") == 82560);
  CHECK(value(money, "1,500.5 元") == 150050);
  CHECK(value(money, "1.5万") == 1500000);
  CHECK(value(money, "3万元") == 3000000);
  CHECK(value(money, "3.5萬圓") == 3500000);
  CHECK(value(money, "500元") == 50000);
  CHECK(value(money, "6600分") == 6600);
  CHECK(value(money, "0") == 0);
  for (const char* typed :
       {"", "元", "-5", "1.234", "1.", ".5", "5元钱吧", "1e3", "0x10", "99999999999999999999"}) {
    INFO(typed);
    CHECK_FALSE(value(money, typed));
  }
}

TEST_CASE("A number takes its own unit and no other", "[reply]") {
  const Fact days = fact_of(FactType::integer, "天");
  CHECK(value(days, "3") == 3);
  CHECK(value(days, "3天") == 3);
  CHECK(value(days, "3 天") == 3);
  for (const char* typed : {"3个月", "三", "3.5", "-1", "天"}) {
    CHECK_FALSE(value(days, typed));
  }
}

TEST_CASE("A date is written in the usual ways, and lies not after the day of decision", "[reply]") {
  for (const char* typed : {"2026-11-03", "2026-11-3", "2026/11/03", "2026.11.3", "2026年11月3日",
                            "2026年11月3号", "2026-11-03"}) {
    INFO(typed);
    CHECK(date(typed) == "2026-11-03");
  }
  for (const char* typed :
       {"", "2026", "2026-11", "11-03", "2026-02-30", "2026-13-01", "20261103", "2026-11-03-04", "昨天"}) {
    INFO(typed);
    CHECK(date(typed) == "none");
  }
  CHECK(value(fact_of(FactType::date), "2026-11-23") == to_number(kToday));
  CHECK_FALSE(value(fact_of(FactType::date), "2026-11-24"));
}

TEST_CASE("One of some is its number, its code or its label", "[reply]") {
  Fact harm = fact_of(FactType::enumeration);
  harm.codes = {"none", "slight"};
  harm.labels = {"没有危害后果", "危害后果轻微"};
  CHECK(value(harm, "1") == 0);
  CHECK(value(harm, "2") == 1);
  CHECK(value(harm, "slight") == 1);
  CHECK(value(harm, "NONE") == 0);
  CHECK(value(harm, "危害后果轻微") == 1);
  for (const char* typed : {"", "0", "3", "轻微", "否"}) {
    CHECK_FALSE(value(harm, typed));
  }
}

}  // namespace siqingdan
