// siqingdan check: one described violation against the four lists.

#include <iostream>

#include "base/unicode.h"
#include "case_input.h"
#include "commands.h"
#include "confirm.h"
#include "decide/decide.h"
#include "interview.h"
#include "json/canonical.h"
#include "json/value.h"
#include "match/fill_case.h"
#include "match/match.h"
#include "record/append.h"
#include "records.h"
#include "report/decision_markdown.h"
#include "report/decision_text.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::string file;
  std::string text;  // the description in words
  bool has_text = false;
  bool accept_proposed = false;
  bool ask = false;
  std::string on;
  bool record = false;
  std::string officer;
  std::string format = "text";
};

SourceFile read_source(const Options& options) {
  if (options.ask && (options.file == "-" || options.text == "-")) {
    throw Failure(say("案件、文字和回答不能都从标准输入来",
                      "the case or the words and the replies cannot both come from standard input"),
                  Exit::usage);
  }
  if (options.has_text && (options.file.empty() || (options.file == "-" && options.text == "-"))) {
    return {"-", "{}"};
  }
  if (options.file.empty() && !options.ask && input_is_terminal()) {
    throw Failure(say("没有案件:写案件文件,或者用 --ask 逐项提问",
                      "no case: name a file, or use --ask to be asked"),
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

// Without control characters, as the case keeps it.
std::string description_of(const std::string& words) {
  std::string line;
  for (const char32_t c : to_code_points(words)) {
    const bool blank = c == U'\n' || c == U'\t' || c == U'\r';
    const std::string character = to_utf8(std::u32string_view(&c, 1));
    line += blank ? " " : has_control_characters(character) ? "" : character;
  }
  return line;
}

void fill(const Context& context, const RuleSet& rules, const Options& options, Date on, Case& a_case) {
  const bool from_input = options.text == "-";
  const std::string words = from_input ? read_stream(std::cin, "-", kWordsLimit) : options.text;
  check_words(words, from_input ? "-" : "--text");
  if (a_case.description.empty()) {
    a_case.description = description_of(words);
    (*a_case.written)["description"] = a_case.description;
  }
  fill_from_words(rules, context.speech().words, context.learned(), words, on, a_case);
}

void show(const Context& context, const Options& options, const Decision& decision,
          const std::optional<Recorded>& recorded) {
  if (options.format == "json") {
    json::Value value = to_json(decision, context.english());
    if (recorded) {
      value["recorded"] = {{"id", recorded->id}, {"digest", recorded->digest}};
      context.warn_of_clock(*recorded);
    }
    context.raw(json::pretty(value) + "\n");
    return;
  }
  context.out(options.format == "md" ? to_markdown(decision, context.style())
                                     : to_text(decision, context.style()));
  if (recorded) {
    context.say_recorded(*recorded);
  }
}

Exit check(const Context& context, const Options& options) {
  const Date on = day_of(options.on);
  const RuleSet& rules = context.rules();
  Case a_case = read_case_or_stop(context, read_source(options), on);
  if (options.has_text) {
    fill(context, rules, options, on, a_case);
  }
  if (options.accept_proposed) {
    accept_proposed(rules, a_case);
  }
  const auto look_up = [&](Case& of) {
    look_up_records(context, rules, on, options.record || !context.db_path.empty(), of);
  };
  look_up(a_case);
  const bool left = options.ask && !(confirm_proposed(context, rules, a_case) &&
                                     interview(context, rules, on, look_up, a_case));
  if (options.record && !left) {
    require_confirmed(rules, a_case);
  }
  const Decision decision = decide(rules, a_case, on);
  std::optional<Recorded> recorded;
  if (options.record && !left) {
    Log log = Log::open(context.database(), Log::Mode::write);
    recorded = append_decision(log, decision, {options.officer, now()}, [&] { return context.bundles(); });
  }
  if (recorded) {
    context.note_recorded(*recorded);
  }
  show(context, options, decision, recorded);
  if (options.record && left) {
    context.err(
        in(context, say("提问没有做完,没有记录;再问一次,或者写成案件文件后记录\n",
                        "the questions were left, so nothing was recorded; ask again, or record the case "
                        "from a file\n")));
    return Exit::usage;
  }
  return Exit::done;
}

}  // namespace

void add_check(Command app, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = app.add_subcommand("check", in(context, {"对照四张清单核对一件违法行为",
                                                             "check a violation against the four lists"}));
  command
      .add_option("CASE", options->file,
                  in(context, {"案件文件(JSON);- 或不写:从标准输入读",
                               "the case (JSON); - or nothing: standard input"}))
      .type_name("FILE");
  Option text = command.add_option(
      "--text", options->text,
      in(context, {"发生了什么:从文字取案由和事实;- 表示从标准输入读",
                   "what happened: offence and facts are taken from the words; -: standard input"}));
  text.type_name("WORDS");
  command.add_flag("--accept-proposed", options->accept_proposed,
                   in(context, {"接受取自文字的全部内容,并记下是这样接受的",
                                "accept all that was taken from the words, which is recorded"}));
  command.add_flag("--ask", options->ask,
                   in(context, {"逐项提问,缺什么问什么", "ask for what is missing, one question at a time"}));
  command.add_option("--on", options->on, in(context, {"决定日(默认今天)", "the day of decision (today)"}))
      .type_name("DATE");
  command.add_flag("--record", options->record,
                   in(context, {"记入决定日志", "record the decision in the log"}));
  command.add_option("--officer", options->officer, in(context, {"经办人", "who decides"})).type_name("WHO");
  restrict_to(command.add_option("--format", options->format,
                                 in(context, {"输出格式", "how to write the answer"})),
              {"text", "json", "md"});
  command.callback([&context, &result, options, text] {
    options->has_text = text.given();
    result = check(context, *options);
  });
}

}  // namespace siqingdan::cli
