// siqingdan review done: how a follow-up ended. A fault that was not corrected, or was done again, restarts
// the penalty procedure.

#include "decide/recount.h"
#include "record/append.h"
#include "record/clocks.h"
#include "record/read.h"
#include "report/clock_text.h"
#include "review_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::int64_t id = 0;
  std::string outcome;
  std::string officer;
  std::string note;
};

void say_restart(const Context& context, const Log& log, const Recorded& restart) {
  context.out(in(context, say("未改正或者再犯: 依法重新启动行政处罚程序,第 {} 号\n",
                              "not rectified, or done again: the penalty procedure is restarted, entry {}\n",
                              restart.id)));
  for (const FollowUp& f : follow_ups(log, {true, {}})) {
    if (f.entry == restart.id) {
      const std::string when = f.due ? to_text(*f.due)
                                     : in(context, wait_words(context.rules().vocabulary, f.waiting_for));
      context.out(in(context, say("  复查编号 {0}: 期限 {1}: {2}({3})\n",
                                  "  follow-up {0}: due {1}: {2} ({3})\n", f.id, when, f.what, f.who)));
    }
  }
}

void check_outcome(const RunningClock& of, const std::string& outcome) {
  if (!fits_outcome(of.duty, outcome)) {
    throw Failure(of.duty == kRecheck
                      ? say("复查 {0} 要写明结果: rectified、not_rectified 或者 reoffended",
                            "follow-up {0} is a recheck: say rectified, not_rectified or reoffended",
                            of.follow_up)
                      : say("事项 {0}({1})不是复查改正情况,办完写 --outcome done",
                            "follow-up {0} ({1}) is no recheck: say --outcome done", of.follow_up, of.what),
                  Exit::usage);
  }
}

void done(const Context& context, const Options& options) {
  Log log = Log::open(context.database(), Log::Mode::write);
  const Signed by{options.officer, now()};
  const RunningClock of = running_clock(log, options.id);
  check_outcome(of, options.outcome);
  const auto restart = restarts_procedure(options.outcome)
                           ? duties_of_restart(context.rules(), of.offence, day_of(""))
                           : std::vector<DueDuty>();
  const ReviewRecorded recorded = append_review(log, options.id, options.outcome, options.note, by, restart);
  context.say_recorded(recorded.review);
  if (recorded.restart) {
    say_restart(context, log, *recorded.restart);
  }
}

}  // namespace

void add_review_done(Command review, Context& context) {
  auto options = std::make_shared<Options>();
  Command command = review.add_subcommand("done", in(context, {"记下复查结果", "record the outcome"}));
  command.add_option("ID", options->id, in(context, {"编号", "its number"})).required();
  restrict_to(command
                  .add_option("--outcome", options->outcome,
                              in(context,
                                 {"复查: 已改正、未改正、再犯;其他事项: done 已办",
                                  "a recheck: rectified, not_rectified, reoffended; anything else: done"}))
                  .required(),
              {"done", "rectified", "not_rectified", "reoffended"});
  command.add_option("--officer", options->officer, in(context, {"经办人", "who checked"})).type_name("WHO");
  command.add_option("--note", options->note, in(context, {"说明", "a note"})).type_name("TEXT");
  command.callback([&context, options] { done(context, *options); });
}

}  // namespace siqingdan::cli
