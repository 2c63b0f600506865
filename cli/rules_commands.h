// The commands below `rules` that have a file of their own.

#pragma once

#include "command.h"
#include "context.h"

namespace siqingdan::cli {

// The rule base with its tests, or Stop(1) after its issues were printed. Warnings are printed either way.
RuleBase sound_base(const Context& context);

void add_rules_check(Command rules, Context& context, Exit& result);
void add_rules_status(Command rules, Context& context, Exit& result);

// `--on DATE` and `--ahead DAYS` of a command that looks at the rule base over time.
struct WindowOptions {
  std::string on;
  int ahead = 365;
};
void add_window(Command command, const Context& context, WindowOptions& options);

}  // namespace siqingdan::cli
