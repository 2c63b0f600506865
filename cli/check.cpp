// siqingdan check: one described violation against the four lists.

#include <iostream>

#include "commands.h"
#include "decide/decide.h"
#include "facts/case.h"
#include "interview.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "record/log.h"
#include "report/decision_markdown.h"
#include "report/decision_text.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::string file;
  bool ask = false;
  std::string on;
  bool record = false;
  std::string officer;
  std::string format = "text";
};

SourceFile read_source(const Options& options) {
  if (options.file.empty() && !options.ask && input_is_terminal()) {
    throw Failure(say("没有案件:写案件文件,或者用 --ask 逐项提问",
                      "no case: name a file, or use --ask to be asked"),
                  Exit::usage);
  }
  if (options.ask && options.file == "-") {
    throw Failure(say("案件和回答不能都从标准输入来",
                      "the case and the replies cannot both come from standard input"),
                  Exit::usage);
  }
  if (options.file == "-" || (options.file.empty() && !options.ask)) {
    return {"-", read_stream(std::cin, "-", kCaseLimit)};
  }
  if (options.file.empty()) {
    return {"-", "{}"};
  }
  return {options.file, read_file(options.file, kCaseLimit)};
}

Case read(const Context& context, const RuleSet& rules, const SourceFile& source, Date on) {
  Issues issues;
  std::optional<Case> result;
  if (decidable(rules, on, issues)) {
    if (const auto document = json::parse(source, issues)) {
      result = read_case(*document, rules.vocabulary, rules.catalogue, on, issues);
    }
  }
  issues.sort_by_place();
  context.print(issues);
  if (!result) {
    throw Stop{Exit::wrong_file};
  }
  return std::move(*result);
}

void show(const Context& context, const Options& options, const Decision& decision,
          const std::optional<Recorded>& recorded) {
  if (options.format == "json") {
    json::Value value = to_json(decision, context.english());
    if (recorded) {
      value["recorded"] = {{"id", recorded->id}, {"digest", recorded->digest}};
    }
    context.raw(json::pretty(value) + "\n");
    return;
  }
  context.out(options.format == "md" ? to_markdown(decision, context.style())
                                     : to_text(decision, context.style()));
  if (recorded) {
    context.out(
        in(context, say("已记录: 第 {} 号 {}", "recorded: entry {} {}", recorded->id, recorded->digest)) +
        "\n");
  }
}

Exit check(const Context& context, const Options& options) {
  const Date on = day_of(options.on);
  const RuleSet& rules = context.rules();
  Case a_case = read(context, rules, read_source(options), on);
  if (options.ask) {
    interview(context, rules, on, a_case);
  }
  const Decision decision = decide(rules, a_case, on);
  std::optional<Recorded> recorded;
  if (options.record) {
    Log log = Log::open(context.database(), Log::Mode::write);
    recorded = log.append_decision(decision, options.officer, now(), [&] { return context.bundles(); });
  }
  show(context, options, decision, recorded);
  return Exit::done;
}

}  // namespace

void add_check(CLI::App& app, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", in(context, {"对照四张清单核对一件违法行为",
                                                               "check a violation against the four lists"}));
  command
      ->add_option("CASE", options->file,
                   in(context, {"案件文件(JSON);- 或不写:从标准输入读",
                                "the case (JSON); - or nothing: standard input"}))
      ->type_name("FILE");
  command->add_flag("--ask", options->ask,
                    in(context,
                       {"逐项提问,缺什么问什么", "ask for what is missing, one question at a time"}));
  command->add_option("--on", options->on, in(context, {"决定日(默认今天)", "the day of decision (today)"}))
      ->type_name("DATE");
  command->add_flag("--record", options->record,
                    in(context, {"记入决定日志", "record the decision in the log"}));
  command->add_option("--officer", options->officer, in(context, {"经办人", "who decides"}))
      ->type_name("WHO");
  restrict_to(command->add_option("--format", options->format,
                                  in(context, {"输出格式", "how to write the answer"})),
              {"text", "json", "md"});
  command->callback([&context, &result, options] { result = check(context, *options); });
}

}  // namespace siqingdan::cli
