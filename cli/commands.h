// One file a command. Each function adds its command to the program; what it does is set as a callback that
// fills `result`.

#pragma once

#include "context.h"

namespace CLI {
class App;
}  // namespace CLI

namespace siqingdan::cli {

void add_check(CLI::App& app, Context& context, Exit& result);
void add_cite(CLI::App& rules, Context& context, Exit& result);  // below `rules`
void add_history(CLI::App& app, Context& context, Exit& result);
void add_law(CLI::App& app, Context& context, Exit& result);
void add_log(CLI::App& app, Context& context, Exit& result);
void add_match(CLI::App& app, Context& context, Exit& result);
void add_review(CLI::App& app, Context& context, Exit& result);
void add_rules(CLI::App& app, Context& context, Exit& result);

}  // namespace siqingdan::cli
