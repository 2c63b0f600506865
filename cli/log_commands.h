// The commands below `log`, one file each.

#pragma once

#include <CLI/CLI.hpp>

#include "context.h"

namespace siqingdan::cli {

void add_log_list(CLI::App& log, Context& context, Exit& result);
void add_log_replay(CLI::App& log, Context& context, Exit& result);
void add_log_show(CLI::App& log, Context& context, Exit& result);
void add_log_verify(CLI::App& log, Context& context, Exit& result);
void add_log_checkpoint(CLI::App& log, Context& context, Exit& result);  // and new-key

}  // namespace siqingdan::cli
