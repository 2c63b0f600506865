// siqingdan review list, due: what has to be looked after, and by when.

#include <algorithm>
#include <charconv>

#include "json/value.h"
#include "record/read.h"
#include "report/clock_text.h"
#include "report/table.h"
#include "review_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr int kMostDays = 3660;

struct Options {
  std::string on;
  std::string within = "0d";
  std::string format = "text";
  bool open_only = false;
  bool check = false;
};

using State = FollowUp::State;

const char* code_of(State state) {
  static constexpr const char* kCodes[] = {"done", "replaced", "waiting", "overdue", "due", "open"};
  return kCodes[static_cast<int>(state)];
}

Text words_for(State state) {
  static const Text kWords[] = {{"已办", "done"},    {"已更正", "replaced"},    {"待定", "waiting"},
                                {"逾期", "OVERDUE"}, {"今日到期", "due today"}, {"未到期", "open"}};
  return kWords[static_cast<int>(state)];
}

Text words_for_outcome(const std::string& outcome) {
  if (outcome == "rectified") {
    return {"已改正", "rectified"};
  }
  if (outcome == "not_rectified") {
    return {"未改正", "not rectified"};
  }
  return outcome == "reoffended" ? Text{"再犯", "reoffended"} : Text{};
}

// `7`, or `7d`, in days.
int days_of(const std::string& option) {
  std::string digits = option;
  if (!digits.empty() && digits.back() == 'd') {
    digits.pop_back();
  }
  int days = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), days);
  if (error != std::errc() || end != digits.data() + digits.size() || days < 0 || days > kMostDays) {
    throw Failure(say("`{}` 不是天数,写成 7d 这样", "`{}` is no number of days; write it like 7d", option),
                  Exit::usage);
  }
  return days;
}

json::Value value_of(const FollowUp& f, Date on) {
  json::Value value = {{"id", f.id},
                       {"decision", f.decision},
                       {"case", f.case_id},
                       {"duty", f.duty},
                       {"what", f.what},
                       {"who", f.who},
                       {"due", f.due ? json::Value(to_text(*f.due)) : json::Value(nullptr)},
                       {"state", code_of(f.state(on))}};
  if (f.entry != f.decision) {
    value["opened_by"] = f.entry;
  }
  if (!f.waiting_for.empty()) {
    value["waiting_for"] = f.waiting_for;
  }
  if (f.replaced_by != 0) {
    value["replaced_by"] = f.replaced_by;
  }
  if (!f.outcome.empty()) {
    value["outcome"] = f.outcome;
    value["done_by"] = f.done_by;
    value["done_at"] = f.done_at;
    value["note"] = f.note;
  }
  return value;
}

std::string words_of(const Context& context, const FollowUp& f, Date on) {
  const State state = f.state(on);
  std::string words = in(context, words_for(state));
  if (state == State::overdue) {
    words += in(context, say(" {} 天", " {} d", (on - *f.due).count()));
  }
  words += f.outcome.empty() ? "" : " " + in(context, words_for_outcome(f.outcome));
  const bool waits = state == State::waiting && !f.waiting_for.empty();
  return words +
         (waits ? " (" + in(context, wait_words(context.rules().vocabulary, f.waiting_for)) + ")" : "");
}

void print(const Context& context, const std::vector<FollowUp>& all, Date on, const std::string& format) {
  if (format == "json") {
    json::Value values = json::Value::array();
    for (const FollowUp& f : all) {
      values.push_back(value_of(f, on));
    }
    context.raw(json::pretty(values) + "\n");
    return;
  }
  Table table({"id", in(context, {"期限", "due"}), in(context, {"状态", "state"}),
               in(context, {"案件", "case"}), in(context, {"要做", "what"}),
               in(context, {"决定", "decision"})});
  for (const FollowUp& f : all) {
    table.add({std::to_string(f.id), f.due ? to_text(*f.due) : "-", words_of(context, f, on), f.case_id,
               f.what, std::to_string(f.decision)});
  }
  context.out(table.empty() ? in(context, {"没有\n", "none\n"}) : table.text());
}

void list(const Context& context, const Options& options) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  print(context, follow_ups(log, {options.open_only, {}}), day_of(options.on), options.format);
}

// What is overdue, due until the end of the span, or waiting for something nobody has told us.
Exit due(const Context& context, const Options& options) {
  const Date on = day_of(options.on);
  const Date until = on + std::chrono::days{days_of(options.within)};
  const Log log = Log::open(context.database(), Log::Mode::read);
  const std::vector<FollowUp> all = follow_ups(log, {true, until});
  print(context, all, on, options.format);
  const bool pressing = std::any_of(all.begin(), all.end(),
                                    [](const FollowUp& f) { return f.due.has_value(); });
  return options.check && pressing ? Exit::wrong_file : Exit::done;
}

void add_common(Command command, const Context& context, Options& options) {
  command.add_option("--on", options.on, in(context, {"以哪一天为准(默认今天)", "as of which day (today)"}))
      .type_name("DATE");
  restrict_to(command.add_option("--format", options.format, in(context, {"输出格式", "format"})),
              {"text", "json"});
}

}  // namespace

void add_review_list(Command review, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command list_command = review.add_subcommand("list", in(context, {"列出全部", "list them all"}));
  add_common(list_command, context, *options);
  list_command.add_flag("--open", options->open_only,
                        in(context, {"只列未办的", "only those that are open"}));
  list_command.callback([&context, options] { list(context, *options); });

  Command due_command = review.add_subcommand("due", in(context,
                                                        {"到期、逾期、待定的", "due, overdue and waiting"}));
  add_common(due_command, context, *options);
  due_command
      .add_option("--within", options->within,
                  in(context, {"往后看几天,如 7d", "how many days ahead, like 7d"}))
      .type_name("DAYS");
  due_command.add_flag("--check", options->check,
                       in(context, {"给脚本用: 有到期或者逾期的,退出状态为 1",
                                    "for scripts: exit 1 if anything is due or overdue"}));
  due_command.callback([&context, &result, options] { result = due(context, *options); });
}

}  // namespace siqingdan::cli
