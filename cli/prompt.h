// Asking and hearing: the talk goes to standard error, so that standard output holds the decision alone.

#pragma once

#include <optional>
#include <string>

#include "context.h"
#include "usage.h"

namespace siqingdan::cli {

class Prompt {
 public:
  explicit Prompt(const Context& context) : context_(context) {}

  void tell(const Text& text) const { put(in(context_, text)); }
  void put(const std::string& text) const { context_.err(text); }
  // One line as typed; nothing at the end of the input. What does not come from a terminal is repeated, so
  // that the talk can be read.
  std::optional<std::string> line() const;

  const Context& context() const { return context_; }

 private:
  const Context& context_;
};

}  // namespace siqingdan::cli
