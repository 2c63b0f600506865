// The world failed (disk, lock, permission), or a call cannot be carried out: one type, thrown where it
// happens, caught once in cli/main.cpp, shown with its exit status.
//
// What a person got wrong in a file is not a Failure but an Issue; a missing fact is neither, it is a value.

#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "base/text.h"

namespace siqingdan {

enum class Exit : int {
  done = 0,
  wrong_file = 1,   // a person's file is wrong, or a rule test fails
  usage = 2,        // the command line is wrong
  world = 3,        // disk, lock, permission
  tampered = 4,     // the log was altered
  differs = 5,      // a replay differs
  our_bug = 70
};

class Failure : public std::runtime_error {
 public:
  explicit Failure(Text message, Exit exit = Exit::world)
      : std::runtime_error(message.en), message_(std::move(message)), exit_(exit) {}

  const Text& message() const { return message_; }
  Exit exit() const { return exit_; }

 private:
  Text message_;
  Exit exit_;
};

// We were wrong. Ends with exit status 70, in every build, rather than guess an answer.
[[noreturn]] inline void bug(const std::string& what) { throw std::logic_error(what); }

}  // namespace siqingdan
