// siqingdan log list: what was decided.

#include "filter_options.h"
#include "log_commands.h"
#include "record/select.h"
#include "report/rows_json.h"
#include "report/table.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr std::int64_t kShownAtTerminal = 50;
constexpr std::size_t kPortion = 1u << 16;  // bytes written at once

struct Options {
  FilterOptions filter;
  std::string format = "text";
  std::optional<std::int64_t> newest;  // 0: all
};

const char* mark_for(const RecordedAnswer& answer) {
  if (answer.standing == name_of(Standing::drafted)) {
    return "!";
  }
  for (const Answer each : {Answer::applies, Answer::does_not_apply, Answer::not_listed}) {
    if (answer.answer == name_of(each)) {
      return mark_of(each);
    }
  }
  return mark_of(Answer::undetermined);
}

void list_json(const Context& context, const Log& log, const Filter& filter, std::int64_t newest) {
  std::string text = "[";
  bool first = true;
  each_row(log, filter, newest, [&](const DecisionRow& row) {
    text += first ? "\n" : ",\n";
    first = false;
    add_json(row, text);
    if (text.size() > kPortion) {
      context.raw(text);
      text.clear();
    }
  });
  context.raw(text + (first ? "]\n" : "\n]\n"));
}

// Who replaced whom; empty for most.
std::string note_on(const Context& context, const DecisionRow& row) {
  std::string note;
  if (row.replaced_by) {
    note = in(context, say("已由第 {} 号更正", "corrected by {}", *row.replaced_by));
  }
  if (row.replaces) {
    note += (note.empty() ? "" : " · ") + in(context, say("更正第 {} 号", "corrects {}", *row.replaces));
  }
  return note;
}

std::vector<std::string> cells_of(const DecisionRow& row) {
  std::vector<std::string> cells = {std::to_string(row.id), row.on, row.case_id, row.offence, row.officer};
  for (const RecordedAnswer& answer : row.answers) {
    cells.emplace_back(mark_for(answer));
  }
  return cells;
}

std::vector<std::string> heads(const Context& context) {
  std::vector<std::string> heads = {"id", in(context, {"决定日", "on"}), in(context, {"案件", "case"}),
                                    in(context, {"案由", "offence"}), in(context, {"经办人", "officer"})};
  for (const Question question : kQuestions) {
    heads.push_back(in(context, title_of(question)));
  }
  heads.emplace_back();  // of the notes
  return heads;
}

std::string count_line(const Context& context, std::int64_t shown, std::int64_t all) {
  return in(context, shown == all ? say("共 {} 件", "{} decision(s)", all)
                                  : say("最近 {0} 件,共 {1} 件(-n 0 列出全部)",
                                        "the latest {0} of {1} decisions (-n 0 shows all)", shown, all)) +
         "\n";
}

void list_text(const Context& context, const Log& log, const Filter& filter, std::int64_t newest) {
  Table table(heads(context));
  std::int64_t shown = 0;
  const std::int64_t all = each_row(log, filter, newest, [&](const DecisionRow& row) {
    std::vector<std::string> cells = cells_of(row);
    cells.push_back(note_on(context, row));
    table.add(std::move(cells));
    ++shown;
  });
  if (table.empty()) {
    const bool nothing_at_all = !any_row(log, {});
    context.out(in(context, nothing_at_all ? Text{"还没有决定\n", "no decisions yet\n"}
                                           : Text{"没有符合条件的决定\n", "no decision is like that\n"}));
    return;
  }
  context.out(
      table.text() +
      in(context, {"✓ 适用  ! 只有草拟条目支持  ✗ 不适用  ? 待定  - 未列入清单\n",
                   "✓ applies  ! on a drafted item only  ✗ does not  ? undetermined  - not listed\n"}) +
      count_line(context, shown, all));
}

void list(const Context& context, const Options& options) {
  if (options.newest.value_or(0) < 0) {
    throw Failure(say("-n 后面写件数,不能是负数: {}", "-n takes a number of decisions, not {}",
                      *options.newest),
                  Exit::usage);
  }
  const Log log = Log::open(context.database(), Log::Mode::read);
  const Filter filter = filter_of(context, options.filter, log);
  if (options.format == "json") {
    list_json(context, log, filter, options.newest.value_or(0));
    return;
  }
  const std::int64_t by_itself = output_is_terminal() ? kShownAtTerminal : 0;
  list_text(context, log, filter, options.newest.value_or(by_itself));
}

}  // namespace

void add_log_list(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand("list", in(context, {"列出决定,最近的在最后",
                                                            "list the decisions, the latest last"}));
  add_filter(command, context, options->filter);
  command
      .add_option("-n", options->newest,
                  in(context, {"只列最近几件;0: 全部(终端上默认 50)",
                               "only so many of the latest; 0: all (50 at a terminal)"}))
      .type_name("N");
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, options] { list(context, *options); });
}

}  // namespace siqingdan::cli
