// A sentence in the two languages the program writes itself: Simplified Chinese and English.
//
// Traditional Chinese is made from the Simplified one where it is printed (report/language.h). What comes
// from the rule base is Chinese in every language, because that is the language of the law.
//
//   Text t = say("没有名为 `{}` 的事实", "no fact is called `{}`", name);
//
// The only door to fmt.

#pragma once

#include <fmt/core.h>

#include <string>
#include <utility>

namespace siqingdan {

struct Text {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty() && en.empty(); }
};

// Both formats take the same arguments; write {0} {1} where the word order differs.
template <class... Args>
Text say(fmt::format_string<const Args&...> zh, fmt::format_string<const Args&...> en, const Args&... args) {
  return {fmt::format(zh, args...), fmt::format(en, args...)};
}

inline Text same(std::string words) {
  Text text{words, {}};
  text.en = std::move(words);
  return text;
}

}  // namespace siqingdan
