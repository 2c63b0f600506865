// What an officer types at a question.

#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace siqingdan {

struct Reply {
  enum class Kind { words, unknown, skip, back, why, quit };
  Kind kind = Kind::words;
  std::string words;  // as typed, without blanks around them
};

// The keywords below, in Chinese (Traditional characters too) and English, also in full-width letters and
// capitals; all else are words.
//   unknown  ? 不知道 不清楚 查不清 unknown       it cannot be established
//   skip     s 跳过 skip                          leave it open
//   back     b 上一步 back                        take the last reply back
//   why      w 为什么 why
//   quit     q 退出 quit
Reply read_reply(std::string_view typed);

// The keywords, for the officer.
Text keywords();

}  // namespace siqingdan
