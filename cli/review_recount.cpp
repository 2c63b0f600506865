// siqingdan review recount: the open deadlines counted again under the rules and the calendar of today.

#include "record/clocks.h"
#include "report/clock_text.h"
#include "review_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  bool record = false;
  std::string because;
  std::string officer;
};

// Where it is not known whether the duty exists at all, there is nothing to count: what is missing is a fact
// of the case, not of the period.
bool is_conditional(const RunningClock& clock, const Recounted& after) {
  return !clock.due && after.reading.due && !awaited_calendar(clock.waiting_for);
}

std::vector<ClockChange> changes_of(const Context& context, const std::vector<RunningClock>& clocks,
                                    const Options& options) {
  std::vector<ClockChange> changes;
  for (const RunningClock& clock : clocks) {
    const auto after = recount(context.rules(), clock.rule, clock.duty, clock.offence, clock.events);
    if (!after || after->reading.state == ClockState::not_allowed) {
      context.out(in(context, say("复查 {0} {1}: 现行规则里没有这项期限,原期限不变\n",
                                  "follow-up {0} {1}: these rules do not count it, it stays as it is\n",
                                  clock.follow_up, clock.case_id)));
    } else if (is_conditional(clock, *after)) {
      continue;
    } else if (after->reading.due != clock.due || after->waiting_for != clock.waiting_for) {
      changes.push_back({clock.follow_up, ClockEvent::recount, day_of(""), 0, options.because,
                         after->reading.due, after->waiting_for});
      context.out(in(context, moved_text(context.rules().vocabulary, clock, changes.back())) + "\n");
    }
  }
  return changes;
}

void run(const Context& context, const Options& options) {
  Log log = Log::open(context.database(), options.record ? Log::Mode::write : Log::Mode::read);
  const std::vector<RunningClock> clocks = running_clocks(log);
  const std::vector<ClockChange> changes = changes_of(context, clocks, options);
  context.out(in(context, say("{} 项未办,{} 项期限有变化\n", "{} open, {} deadlines change\n", clocks.size(),
                              changes.size())));
  if (options.record && !changes.empty()) {
    const auto recorded = append_clocks(log, changes, {options.officer, now()});
    context.out(in(context, say("已记录: 第 {} 至 {} 号\n", "recorded: entries {} to {}\n",
                                recorded.front().id, recorded.back().id)));
    context.warn_of_clock(recorded.front());
  } else if (!changes.empty()) {
    context.out(in(context, {"没有记录;加 --record --because 理由 记录\n",
                             "nothing was recorded: --record --because WHY does\n"}));
  }
}

}  // namespace

void add_review_recount(Command review, Context& context) {
  auto options = std::make_shared<Options>();
  Command command = review.add_subcommand(
      "recount", in(context, {"按现行规则和日历重新计算未办期限,说出变化",
                              "count the open deadlines again under the present rules and calendar"}));
  command.add_flag("--record", options->record, in(context, {"把变化记入日志", "record the changes"}));
  command.add_option("--because", options->because, in(context, {"理由,如修订文号", "why: the amendment"}));
  command.add_option("--officer", options->officer, in(context, {"经办人", "who"})).type_name("WHO");
  command.callback([&context, options] { run(context, *options); });
}

}  // namespace siqingdan::cli
