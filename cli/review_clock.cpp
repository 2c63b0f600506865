// siqingdan review start, extend, pause, resume: what moves a deadline.

#include "record/clocks.h"
#include "report/clock_text.h"
#include "review_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::int64_t id = 0;
  std::string on;
  int by = 0;
  std::string because;
  std::string officer;
};

[[noreturn]] void refuse(const Text& why) { throw Failure(why, Exit::usage); }

// Throws Failure (exit 2) where the event cannot have happened so.
void check(const RunningClock& clock, ClockEvent event, Date on, int extension) {
  const ClockEvents& events = clock.events;
  const bool paused = !events.pauses.empty() && !events.pauses.back().until;
  if (on > day_of("")) {
    refuse(say("{} 还没有到", "{} is still to come", to_text(on)));
  }
  if (event != ClockEvent::start && events.start && on < *events.start) {
    refuse(say("{0} 在起算日 {1} 以前", "{0} is before the period began on {1}", to_text(on),
               to_text(*events.start)));
  }
  if (event == ClockEvent::start && clock.starts_by_case) {
    refuse(say("起算日是按案件来的;写错了的,用 `siqingdan log correct` 更正案件",
               "its first day follows from the case: if that is wrong, `siqingdan log correct` the case"));
  }
  if (event == ClockEvent::extend && extension < 1) {
    refuse(say("延长至少是 1", "an extension is at least 1"));
  }
  if (event == ClockEvent::extend && clock.due && on > *clock.due) {
    refuse(say("批准日 {0} 已过期限 {1},过期不能延长", "approved on {0}, after it ended on {1}", to_text(on),
               to_text(*clock.due)));
  }
  if (event == ClockEvent::pause && paused) {
    refuse(say("已经中止,还没有恢复", "it is paused already and was not resumed"));
  }
  if (event == ClockEvent::resume && (!paused || on < events.pauses.back().from)) {
    refuse(say("没有在这一天以前开始的中止", "it was not paused before that day"));
  }
}

void happen(ClockEvent event, Date on, int extension, ClockEvents& events) {
  if (event == ClockEvent::start) {
    events.start = on;
  } else if (event == ClockEvent::extend) {
    events.extended += extension;
  } else if (event == ClockEvent::pause) {
    events.pauses.push_back({on, std::nullopt});
  } else if (event == ClockEvent::resume) {
    events.pauses.back().until = on;
  }
}

void record(const Context& context, const Options& options, ClockEvent event) {
  const RuleSet& rules = context.rules();
  Log log = Log::open(context.database(), Log::Mode::write);
  RunningClock clock = running_clock(log, options.id);
  const Date on = day_of(options.on);
  check(clock, event, on, options.by);
  happen(event, on, options.by, clock.events);
  const auto after = recount(rules, clock.rule, clock.duty, clock.offence, clock.events);
  if (!after) {
    refuse(say("现行规则里没有这项期限({0} 的 {1}),无从计算",
               "these rules have no such period ({1} of {0}), so it cannot be counted", clock.rule,
               clock.duty));
  }
  if (after->reading.state == ClockState::not_allowed) {
    const Text limits = limits_text(*after, rules.catalogue, clock.events.start.value_or(on));
    refuse(say("这一期限不能这样变动: {0}", "this period cannot be changed so: {1}", limits.zh, limits.en));
  }
  const ClockChange change{options.id,        event, on, options.by, options.because, after->reading.due,
                           after->waiting_for};
  const Recorded recorded = append_clocks(log, {change}, {options.officer, now()}).front();
  context.out(in(context, moved_text(rules.vocabulary, clock, change)) + "\n");
  context.say_recorded(recorded);
}

struct Kind {
  const char* name;
  ClockEvent event;
  Text what;
  Text day;
};

}  // namespace

void add_review_clock(Command review, Context& context) {
  static const Kind kKinds[] = {{"start",
                                 ClockEvent::start,
                                 {"记下期限从哪天起算", "record the day a period runs from"},
                                 {"起算日", "the day it runs from"}},
                                {"extend",
                                 ClockEvent::extend,
                                 {"记下经批准的延长", "record an approved extension"},
                                 {"批准日(默认今天)", "the day of approval (today)"}},
                                {"pause",
                                 ClockEvent::pause,
                                 {"记下中止(检测、鉴定等)", "record a pause (testing, appraisal)"},
                                 {"从这一天起不计入", "from this day on days do not count"}},
                                {"resume",
                                 ClockEvent::resume,
                                 {"记下恢复计算", "record that it runs again"},
                                 {"从这一天起重新计入", "from this day on they count again"}}};
  for (const Kind& each : kKinds) {
    auto options = std::make_shared<Options>();
    Command command = review.add_subcommand(each.name, in(context, each.what));
    command.add_option("ID", options->id, in(context, {"编号", "its number"})).required();
    command.add_option("--on", options->on, in(context, each.day)).type_name("DATE");
    if (each.event == ClockEvent::extend) {
      command
          .add_option("--by", options->by,
                      in(context, {"延长多少(按期限的单位)", "by how much, in the unit of the period"}))
          .required()
          .type_name("N");
    }
    command.add_option("--because", options->because, in(context, {"理由、批准人", "why, and who approved"}))
        .required();
    command.add_option("--officer", options->officer, in(context, {"经办人", "who records it"}))
        .type_name("WHO");
    command.callback([&context, options, event = each.event] { record(context, *options, event); });
  }
}

}  // namespace siqingdan::cli
