// What is typed at a prompt.

#pragma once

#include "context.h"
#include "facts/typed_value.h"

namespace siqingdan::cli {

struct Reply {
  enum class Kind { words, unknown, skip, back, why, quit };
  Kind kind = Kind::words;
  std::string words;  // as typed, without blanks around them
};

// Prompts, and reads one line. `?` and 不清楚 say that it cannot be established, 跳过 that it is to be asked
// later, 上一步 takes the last reply back, 为什么 asks why, q or the end of the input stops.
Reply read_reply(const Context& context);

// The keywords above, for the officer.
Text keywords();

// One line as it is; empty at the end of the input.
std::string read_line(const Context& context);

}  // namespace siqingdan::cli
