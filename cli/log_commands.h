// The commands below `log`, one file each.

#pragma once

#include "command.h"
#include "context.h"
#include "record/log.h"
#include "rules/rule_set.h"

namespace siqingdan::cli {

void add_log_alike(Command log, Context& context, Exit& result);
void add_log_correct(Command log, Context& context, Exit& result);
void add_log_export(Command log, Context& context, Exit& result);
void add_log_list(Command log, Context& context, Exit& result);
void add_log_outcome(Command log, Context& context, Exit& result);
void add_log_replay(Command log, Context& context, Exit& result);
void add_log_show(Command log, Context& context, Exit& result);
void add_log_stats(Command log, Context& context, Exit& result);
void add_log_verify(Command log, Context& context, Exit& result);
void add_log_checkpoint(Command log, Context& context, Exit& result);  // and new-key

// The log, to add to what is there already: nobody corrects anything in a log that must first be made.
Log open_to_amend(const Context& context);

// The questions by name, for options that take one of them.
std::vector<std::string> question_names();
Question question_named(const std::string& name);  // a name that the option let through

}  // namespace siqingdan::cli
