// The commands below `rules` that have a file of their own.

#pragma once

#include "context.h"

namespace CLI {
class App;
}  // namespace CLI

namespace siqingdan::cli {

// The rule base with its tests, or Stop(1) after its issues were printed. Warnings are printed either way.
RuleBase sound_base(const Context& context);

void add_rules_check(CLI::App& rules, Context& context, Exit& result);
void add_rules_status(CLI::App& rules, Context& context, Exit& result);

// `--on DATE` and `--ahead DAYS` of a command that looks at the rule base over time.
struct WindowOptions {
  std::string on;
  int ahead = 365;
};
void add_window(CLI::App& command, const Context& context, WindowOptions& options);

}  // namespace siqingdan::cli
