// siqingdan log: what was decided, and whether anybody changed it.

#include "commands.h"
#include "log_commands.h"
#include "usage.h"

namespace siqingdan::cli {

void add_log(Command app, Context& context, Exit& result) {
  Command log = app.add_subcommand("log", in(context, {"决定日志", "the decision log"}));
  log.require_subcommand();
  add_log_list(log, context, result);
  add_log_replay(log, context, result);
  add_log_show(log, context, result);
  add_log_stats(log, context, result);
  add_log_alike(log, context, result);
  add_log_export(log, context, result);
  add_log_outcome(log, context, result);
  add_log_correct(log, context, result);
  add_log_verify(log, context, result);
  add_log_checkpoint(log, context, result);
}

Log open_to_amend(const Context& context) {
  Log::open(context.database(), Log::Mode::read);
  return Log::open(context.database(), Log::Mode::write);
}

std::vector<std::string> question_names() {
  std::vector<std::string> names;
  for (const Question question : kQuestions) {
    names.emplace_back(name_of(question));
  }
  return names;
}

Question question_named(const std::string& name) {
  for (const Question question : kQuestions) {
    if (name == name_of(question)) {
      return question;
    }
  }
  bug("a question that its option let through");
}

}  // namespace siqingdan::cli
