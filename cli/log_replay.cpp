// siqingdan log replay: every decision run again from the log alone; or, with --rules, by other rules.

#include <algorithm>
#include <optional>
#include <thread>

#include "json/value.h"
#include "log_commands.h"
#include "progress.h"
#include "record/other_rules.h"
#include "record/replay.h"
#include "report/replay_report.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  std::optional<std::int64_t> id;
  std::string format = "text";

  Selection selection() const {
    Selection selection;
    selection.id = id;
    selection.jobs = jobs;
    return selection;
  }
};

// An entry that was asked for and is none is a slip of the hand, not a log in which all is well.
void require_one(const Options& options, std::int64_t decisions) {
  if (options.id && (*options.id < 1 || decisions == 0)) {
    throw Failure(say("第 {} 号不是可以这样看的决定:没有这一号,不是决定,或者(带 --rules 时)已被更正",
                      "entry {} is no decision to look at: it is not there, is none, or (with --rules) was "
                      "corrected",
                      *options.id),
                  Exit::usage);
  }
}

Exit replay(const Context& context, const Options& options) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  KeptRules rules(log, &context.built_in_rules());
  const Replay replay = siqingdan::replay(log, rules, options.selection(), progress(context));
  require_one(options, replay.decisions);
  if (options.format == "json") {
    context.raw(json::pretty(to_json(replay, context.english())) + "\n");
  } else {
    context.out(to_text(replay, context.style()));
  }
  return replay.differences.empty() ? Exit::done : Exit::differs;
}

// A change is what somebody wants to see before the rules are changed; it is no failure.
Exit try_other_rules(const Context& context, const Options& options) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  const OtherRules other = under_other_rules(log, context.rules(), options.selection(), progress(context));
  require_one(options, other.decisions);
  if (options.format == "json") {
    context.raw(json::pretty(to_json(other, context.english())) + "\n");
  } else {
    context.out(to_text(other, context.style()));
  }
  return Exit::done;
}

}  // namespace

void add_log_replay(Command log, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "replay", in(context, {"只凭日志把决定重算一遍(不同:退出状态 5);带 --rules:看换了规则谁会变",
                             "run the decisions again from the log alone (exit 5 if one differs); with "
                             "--rules: whose answer other rules would change"}));
  command
      .add_option("--jobs", options->jobs,
                  in(context, {"同时用几个线程(默认:核数)", "threads at once (default: the cores)"}))
      .type_name("N")
      .in_range(1, 256, in(context, {"要写 1 到 256 的整数", "must be a whole number from 1 to 256"}));
  command.add_option("--id", options->id, in(context, {"只看这一号", "this entry only"})).type_name("ID");
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  // SIQINGDAN_RULES does not count: an office that always sets it must still be able to check its log.
  const Option rules = log.option_above("--rules");
  command.callback([&context, &result, options, rules] {
    result = rules.given() ? try_other_rules(context, *options) : replay(context, *options);
  });
}

}  // namespace siqingdan::cli
