// One file a command. Each function adds its command to the program; what it does is set as a callback that
// fills `result`.

#pragma once

#include "command.h"
#include "context.h"

namespace siqingdan::cli {

void add_check(Command app, Context& context, Exit& result);
void add_cite(Command rules, Context& context, Exit& result);  // below `rules`
void add_history(Command app, Context& context, Exit& result);
void add_law(Command app, Context& context, Exit& result);
void add_log(Command app, Context& context, Exit& result);
void add_match(Command app, Context& context, Exit& result);
void add_review(Command app, Context& context, Exit& result);
void add_rules(Command app, Context& context, Exit& result);

}  // namespace siqingdan::cli
