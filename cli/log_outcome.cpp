// siqingdan log outcome: what the bureau really decided, which may be something else than the answer.

#include "log_commands.h"
#include "record/append.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::int64_t decision = 0;
  std::string question;
  bool granted = false;
  bool refused = false;
  std::string because;
  std::string officer;
};

void record_outcome(const Context& context, const Options& options) {
  if (options.granted == options.refused) {
    throw Failure(say("写明实际怎样决定: --granted(给予)或者 --refused(不给予),二者之一",
                      "say what was decided: either --granted or --refused"),
                  Exit::usage);
  }
  Log log = open_to_amend(context);
  const Recorded recorded = append_outcome(log, options.decision, question_named(options.question),
                                           options.granted, options.because, {options.officer, now()});
  context.say_recorded(recorded);
}

}  // namespace

void add_log_outcome(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "outcome", in(context, {"记下实际怎样决定(可能与答案不同)",
                              "record what was really decided (it may differ from the answer)"}));
  command.add_option("ID", options->decision, in(context, {"决定的编号", "number of the decision"}))
      .required();
  restrict_to(command
                  .add_option("--question", options->question, in(context, {"哪个问题", "of which question"}))
                  .required(),
              question_names());
  command.add_flag("--granted", options->granted, in(context, {"给予了宽缓", "the leniency was given"}));
  command.add_flag("--refused", options->refused, in(context, {"没有给予", "it was not"}));
  command.add_option("--because", options->because, in(context, {"理由", "why"})).type_name("WHY").required();
  command.add_option("--officer", options->officer, in(context, {"谁作的决定", "who decided"}))
      .type_name("WHO")
      .required();
  command.callback([&context, options] { record_outcome(context, *options); });
}

}  // namespace siqingdan::cli
