#include "reply.h"

#include <array>
#include <iostream>

#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Keyword {
  const char* typed;
  Reply::Kind kind;
};

constexpr std::array kKeywords = {
    Keyword{"?", Reply::Kind::unknown},      Keyword{"不清楚", Reply::Kind::unknown},
    Keyword{"查不清", Reply::Kind::unknown}, Keyword{"unknown", Reply::Kind::unknown},
    Keyword{"s", Reply::Kind::skip},         Keyword{"skip", Reply::Kind::skip},
    Keyword{"跳过", Reply::Kind::skip},      Keyword{"跳過", Reply::Kind::skip},
    Keyword{"b", Reply::Kind::back},         Keyword{"back", Reply::Kind::back},
    Keyword{"上一步", Reply::Kind::back},    Keyword{"w", Reply::Kind::why},
    Keyword{"why", Reply::Kind::why},        Keyword{"为什么", Reply::Kind::why},
    Keyword{"為什麼", Reply::Kind::why},     Keyword{"q", Reply::Kind::quit},
    Keyword{"quit", Reply::Kind::quit},      Keyword{"退出", Reply::Kind::quit},
};

std::optional<std::string> line_of(const Context& context) {
  context.out("> ");
  std::string line;
  if (!std::getline(std::cin, line)) {
    context.out("\n");
    return std::nullopt;
  }
  line.erase(0, line.find_first_not_of(" \t\r"));
  line.erase(line.find_last_not_of(" \t\r") + 1);
  return line;
}

}  // namespace

Reply read_reply(const Context& context) {
  const auto line = line_of(context);
  if (!line) {
    return {Reply::Kind::quit, {}};
  }
  const std::string plain = plain_typed(*line);
  for (const Keyword& keyword : kKeywords) {
    if (plain == keyword.typed) {
      return {keyword.kind, *line};
    }
  }
  return {Reply::Kind::words, *line};
}

Text keywords() {
  return {"? 不清楚 | s 跳过,以后再问 | b 上一步 | w 为什么问 | q 退出",
          "? cannot be established | s skip, ask later | b back | w why | q quit"};
}

std::string read_line(const Context& context) { return line_of(context).value_or(""); }

}  // namespace siqingdan::cli
