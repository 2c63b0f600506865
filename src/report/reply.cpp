#include "report/reply.h"

#include <array>

#include "facts/typed_value.h"

namespace siqingdan {
namespace {

struct Keyword {
  const char* typed;
  Reply::Kind kind;
};

using Kind = Reply::Kind;

constexpr std::array kKeywords = {
    Keyword{"?", Kind::unknown},      Keyword{"不知道", Kind::unknown},   Keyword{"不清楚", Kind::unknown},
    Keyword{"查不清", Kind::unknown}, Keyword{"查不清楚", Kind::unknown}, Keyword{"unknown", Kind::unknown},
    Keyword{"s", Kind::skip},         Keyword{"skip", Kind::skip},        Keyword{"跳过", Kind::skip},
    Keyword{"跳過", Kind::skip},      Keyword{"b", Kind::back},           Keyword{"back", Kind::back},
    Keyword{"上一步", Kind::back},    Keyword{"返回", Kind::back},        Keyword{"w", Kind::why},
    Keyword{"why", Kind::why},        Keyword{"why?", Kind::why},         Keyword{"为什么", Kind::why},
    Keyword{"爲什麼", Kind::why},     Keyword{"为什么?", Kind::why},      Keyword{"為什麼", Kind::why},
    Keyword{"為什麼?", Kind::why},    Keyword{"為甚麼", Kind::why},       Keyword{"q", Kind::quit},
    Keyword{"quit", Kind::quit},      Keyword{"exit", Kind::quit},        Keyword{"退出", Kind::quit},
};

}  // namespace

Reply read_reply(std::string_view typed) {
  const auto from = typed.find_first_not_of(" \t\r");
  const auto until = typed.find_last_not_of(" \t\r");
  const std::string words(from == typed.npos ? "" : typed.substr(from, until - from + 1));
  const std::string plain = plain_typed(words);
  for (const Keyword& keyword : kKeywords) {
    if (plain == keyword.typed) {
      return {keyword.kind, words};
    }
  }
  return {Kind::words, words};
}

Text keywords() {
  return {"? 不知道 | s 跳过 | b 上一步 | w 为什么 | q 退出", "? unknown | s skip | b back | w why | q quit"};
}

}  // namespace siqingdan
