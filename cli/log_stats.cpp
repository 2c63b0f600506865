// siqingdan log stats: the figures that the bureau publishes, of any time.

#include "filter_options.h"
#include "json/value.h"
#include "log_commands.h"
#include "record/figures.h"
#include "report/figures_report.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  FilterOptions filter;
  std::string on;
  std::string format = "text";
};

void stats(const Context& context, const Options& options) {
  const Date on = day_of(options.on);
  const Log log = Log::open(context.database(), Log::Mode::read);
  const Filter filter = filter_of(context, options.filter, log);
  const Figures found = figures(log, filter, on);
  if (options.format == "json") {
    context.raw(json::pretty(to_json(found, filter, on)) + "\n");
  } else {
    context.out(to_text(found, in(context, words_for(options.filter)), on, context.style()));
  }
}

}  // namespace

void add_log_stats(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "stats",
      in(context,
         {"统计: 免予处罚、不予立案、未采取强制措施各多少。实际决定优先于答案;已被更正的、同一行为重复的不计;"
          "不予立案的不再计为免予处罚",
          "figures: acts spared a penalty, not filed, without coercive measure. What was really decided goes "
          "before the answer; decisions that were corrected and repeated ones do not count; an act that is "
          "not filed is not also spared a penalty"}));
  add_filter(command, context, options->filter);
  command
      .add_option("--on", options->on,
                  in(context, {"以哪一天看逾期(默认今天)", "the day on which things are overdue (today)"}))
      .type_name("DATE");
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, options] { stats(context, *options); });
}

}  // namespace siqingdan::cli
