// siqingdan log alike: who treats like cases differently?

#include "filter_options.h"
#include "json/value.h"
#include "log_commands.h"
#include "record/alike.h"
#include "report/alike_report.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  FilterOptions filter;
  std::string format = "text";
};

void alike(const Context& context, const Options& options) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  const Alike found = like_cases(log, filter_of(context, options.filter, log));
  if (options.format == "json") {
    context.raw(json::pretty(to_json(found)) + "\n");
  } else {
    context.out(to_text(found, context.rules(), in(context, words_for(options.filter)), context.style()));
  }
}

}  // namespace

void add_log_alike(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "alike", in(context, {"同样的案件、不同的结果: 案由和相关事实相同,答案或者实际决定不同",
                            "like cases that came out differently: the same offence and facts, other answers "
                            "or decisions"}));
  add_filter(command, context, options->filter);
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, options] { alike(context, *options); });
}

}  // namespace siqingdan::cli
