// siqingdan history: earlier decisions of a bureau, from which "first violation" is derived.

#include "record/history.h"
#include "base/unicode.h"
#include "commands.h"
#include "history/read_cells.h"
#include "history/read_history.h"
#include "history_show.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::string file;
  std::string bureau;
  std::string from;
  std::string until;
  std::string officer;
  std::string party;
  std::string format = "text";
};

std::optional<CompleteSpan> span_of(const Context& context, const Options& options, Date today) {
  if (options.from.empty() && options.until.empty()) {
    return std::nullopt;
  }
  if (options.from.empty() || options.until.empty()) {
    throw Failure(say("--complete-from 和 --complete-until 要一起写",
                      "--complete-from and --complete-until go together"),
                  Exit::usage);
  }
  CompleteSpan span{options.bureau, day_of(options.from), day_of(options.until)};
  Issues issues;
  if (!is_sound(span, today, issues)) {
    context.print(issues);
    throw Stop{Exit::usage};
  }
  return span;
}

void say_result(const Context& context, const HistoryFile& file, const Imported& imported) {
  context.out(in(context, say("读到 {0} 行: 新增 {1},已有 {2},重复 {3},有误 {4}\n",
                              "{0} rows read: {1} new, {2} known, {3} repeated, {4} wrong\n", file.read,
                              imported.added, imported.known, file.repeated, file.bad)));
  if (imported.declared) {
    context.out(in(context, say("已声明 {0} 的记录自 {1} 至 {2} 完整\n",
                                "the records of {0} are declared complete from {1} to {2}\n",
                                imported.declared->bureau, to_text(imported.declared->first),
                                to_text(imported.declared->last))));
  }
  if (imported.last) {
    context.say_recorded(*imported.last);
  }
}

// As it is compared: without blanks around it.
std::string bureau_of(const std::string& written) {
  std::string name = trimmed(written);
  if (name.empty() || has_control_characters(name)) {
    throw Failure(say("--bureau 要写机关的名称", "--bureau is the name of a bureau"), Exit::usage);
  }
  return name;
}

Exit import(const Context& context, Options options) {
  options.bureau = bureau_of(options.bureau);
  const Date today = day_of("");
  const RuleSet& rules = context.rules();
  const auto span = span_of(context, options, today);
  const FactId derived = fact_from_records(rules.vocabulary);
  if (derived == kNoFact) {
    throw Failure(say("这套规则里没有由历史推算的事实", "these rules derive no fact from history"),
                  Exit::usage);
  }
  Issues issues;
  const HistoryFile file = read_history({options.file, read_file(options.file, kHistoryLimit)},
                                        options.bureau, rules.vocabulary.facts[derived], rules.catalogue,
                                        today, issues);
  context.print(issues);
  if (!file.readable) {
    return Exit::wrong_file;
  }
  if (span && !file.can_be_complete()) {
    throw Failure(
        say("有 {0} 行有误,不能声明完整:缺的那一行可能正是要紧的;没有导入,改正后再来",
            "{0} rows are wrong, so it cannot be declared complete: one of them may be the one that "
            "counts; nothing was imported",
            file.bad),
        Exit::wrong_file);
  }
  if (span && file.records.empty()) {
    context.err(
        in(context, say("注意: 文件里一行决定也没有,却声明完整;这段期间里谁都会查不到以往的决定\n",
                        "note: the file holds no decision and is declared complete: nobody will be found "
                        "to have an earlier one in that time\n")));
  }
  Log log = Log::open(context.database(), Log::Mode::write);
  const std::string name = options.file.substr(options.file.find_last_of('/') + 1);
  say_result(context, file,
             append_history(log, options.bureau, name, file.records, span, {options.officer, now()}));
  return file.bad == 0 ? Exit::done : Exit::wrong_file;
}

}  // namespace

void add_history(Command app, Context& context, Exit& result) {
  Command history = app.add_subcommand("history", in(context, {"以往的处理决定", "earlier decisions"}));
  history.require_subcommand();
  auto options = std::make_shared<Options>();

  Command import_command = history.add_subcommand("import",
                                                  in(context, {"导入一个机关以往的决定(CSV)",
                                                               "import a bureau's earlier decisions (CSV)"}));
  import_command.add_option("FILE", options->file, in(context, {"文件", "the file"})).required();
  import_command.add_option("--bureau", options->bureau, in(context, {"作出这些决定的机关", "who made them"}))
      .required()
      .type_name("NAME");
  import_command
      .add_option("--complete-from", options->from,
                  in(context, {"声明从这一天起记录完整", "declares the records complete from this day"}))
      .type_name("DATE");
  import_command
      .add_option("--complete-until", options->until,
                  in(context, {"到这一天(含)", "up to this day, included"}))
      .type_name("DATE");
  import_command.add_option("--officer", options->officer, in(context, {"经办人", "who imports"}))
      .type_name("WHO");
  import_command.callback([&context, &result, options] { result = import(context, *options); });

  Command show_command = history.add_subcommand("show", in(context, {"显示一个当事人以往的决定",
                                                                     "show what is known of a party"}));
  show_command.add_option("PARTY", options->party, in(context, {"统一社会信用代码", "its code"})).required();
  restrict_to(show_command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  show_command.callback(
      [&context, options] { show_history(context, options->party, options->format == "json"); });
}

}  // namespace siqingdan::cli
