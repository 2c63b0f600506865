// The command line's own language: help and errors in Chinese or English, and our exit status for them.

#pragma once

#include "base/text.h"
#include "command.h"
#include "context.h"

namespace siqingdan::cli {

// Reads the command line and does what it says. `add_commands` adds the commands below the program, which put
// how they ended into `result`. What cannot be read is told on standard error.
Exit run_command_line(int argc, char** argv, Context& context,
                      const std::function<void(Command program, Exit& result)>& add_commands);

// The text in the language of the context.
inline std::string in(const Context& context, const Text& text) {
  return context.english() ? text.en : text.zh;
}

}  // namespace siqingdan::cli
