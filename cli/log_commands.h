// The commands below `log`, one file each.

#pragma once

#include "context.h"

namespace CLI {
class App;
}  // namespace CLI
#include "record/log.h"
#include "rules/rule_set.h"

namespace siqingdan::cli {

void add_log_alike(CLI::App& log, Context& context, Exit& result);
void add_log_correct(CLI::App& log, Context& context, Exit& result);
void add_log_export(CLI::App& log, Context& context, Exit& result);
void add_log_list(CLI::App& log, Context& context, Exit& result);
void add_log_outcome(CLI::App& log, Context& context, Exit& result);
void add_log_replay(CLI::App& log, Context& context, Exit& result);
void add_log_show(CLI::App& log, Context& context, Exit& result);
void add_log_stats(CLI::App& log, Context& context, Exit& result);
void add_log_verify(CLI::App& log, Context& context, Exit& result);
void add_log_checkpoint(CLI::App& log, Context& context, Exit& result);  // and new-key

// The log, to add to what is there already: nobody corrects anything in a log that must first be made.
Log open_to_amend(const Context& context);

// The questions by name, for options that take one of them.
std::vector<std::string> question_names();
Question question_named(const std::string& name);  // a name that the option let through

}  // namespace siqingdan::cli
