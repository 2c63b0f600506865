// siqingdan log: what was decided, and whether anybody changed it.

#include "commands.h"
#include "log_commands.h"
#include "usage.h"

namespace siqingdan::cli {

void add_log(CLI::App& app, Context& context, Exit& result) {
  CLI::App* log = app.add_subcommand("log", in(context, {"决定日志", "the decision log"}));
  log->require_subcommand(1);
  add_log_list(*log, context, result);
  add_log_replay(*log, context, result);
  add_log_show(*log, context, result);
  add_log_verify(*log, context, result);
  add_log_checkpoint(*log, context, result);
}

}  // namespace siqingdan::cli
