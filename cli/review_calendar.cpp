// siqingdan review calendar: the follow-ups for the calendar program on an officer's desk.

#include "base/new_file.h"
#include "output_file.h"
#include "record/read.h"
#include "report/reminders.h"
#include "review_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::string on;
  std::string out;
  bool all = false;
  bool force = false;
  std::vector<int> alarms = {1, 0};
};

void run(const Context& context, const Options& options) {
  if (!options.out.empty()) {
    check_output_file(context, options.out, options.force);
  }
  const Log log = Log::open(context.database(), Log::Mode::read);
  const std::string text = calendar_file(in(context, {"四清单复查和期限", "Siqingdan follow-ups"}),
                                         reminders(follow_ups(log, {!options.all, {}}), identity(log),
                                                   day_of(options.on), options.alarms));
  if (options.out.empty()) {
    context.raw(text);
    return;
  }
  NewFile file(options.out);
  file.write(text);
  file.keep();
}

}  // namespace

void add_review_calendar(Command review, Context& context) {
  auto options = std::make_shared<Options>();
  Command command = review.add_subcommand("calendar",
                                          in(context,
                                             {"写成日历文件(iCalendar),导入日历软件",
                                              "as a calendar file (iCalendar), for calendar programs"}));
  command.add_option("--on", options->on, in(context, {"以哪一天为准(默认今天)", "as of which day (today)"}))
      .type_name("DATE");
  command
      .add_option("--out", options->out,
                  in(context, {"写到文件(默认标准输出)", "where to (standard output)"}))
      .type_name("FILE");
  command.add_flag("--force", options->force,
                   in(context, {"文件已有时覆盖", "replace the file if there is one"}));
  command.add_flag("--all", options->all,
                   in(context,
                      {"也包括已办的(从日历里撤下)", "also those done, which takes them off the calendar"}));
  command
      .add_option("--alarm", options->alarms,
                  in(context, {"提前几天提醒(可以多次)", "alarms so many days before (may be repeated)"}))
      .in_range(0, 366)
      .type_name("DAYS");
  command.callback([&context, options] { run(context, *options); });
}

}  // namespace siqingdan::cli
