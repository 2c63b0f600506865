// siqingdan review: the follow-ups, so that leniency is not neglect.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include "commands.h"
#include "json/value.h"
#include "record/log.h"
#include "report/table.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

enum class State { done, waiting, overdue, due, later };

State state_of(const FollowUp& follow_up, Date on) {
  if (!follow_up.outcome.empty()) {
    return State::done;
  }
  if (!follow_up.due) {
    return State::waiting;
  }
  if (*follow_up.due < on) {
    return State::overdue;
  }
  return *follow_up.due == on ? State::due : State::later;
}

const char* code_of(State state) {
  static constexpr const char* kCodes[] = {"done", "waiting", "overdue", "due", "open"};
  return kCodes[static_cast<int>(state)];
}

Text words_for(State state) {
  static const Text kWords[] = {{"已办", "done"},
                                {"待定", "waiting"},
                                {"逾期", "OVERDUE"},
                                {"今日到期", "due today"},
                                {"未到期", "open"}};
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
  if (error != std::errc() || end != digits.data() + digits.size() || days < 0 || days > 3660) {
    throw Failure(say("`{}` 不是天数,写成 7d 这样", "`{}` is no number of days; write it like 7d", option),
                  Exit::usage);
  }
  return days;
}

void print(const Context& context, const std::vector<FollowUp>& all, Date on, const std::string& format) {
  if (format == "json") {
    json::Value values = json::Value::array();
    for (const FollowUp& f : all) {
      json::Value value = {{"id", f.id},
                           {"decision", f.decision},
                           {"case", f.case_id},
                           {"duty", f.duty},
                           {"what", f.what},
                           {"who", f.who},
                           {"due", f.due ? json::Value(to_text(*f.due)) : json::Value(nullptr)},
                           {"state", code_of(state_of(f, on))}};
      if (!f.waiting_for.empty()) {
        value["waiting_for"] = f.waiting_for;
      }
      if (!f.outcome.empty()) {
        value["outcome"] = f.outcome;
        value["done_by"] = f.done_by;
        value["done_at"] = f.done_at;
        value["note"] = f.note;
      }
      values.push_back(std::move(value));
    }
    context.raw(json::pretty(values) + "\n");
    return;
  }
  Table table({"id", in(context, {"期限", "due"}), in(context, {"状态", "state"}),
               in(context, {"案件", "case"}), in(context, {"要做", "what"}),
               in(context, {"决定", "decision"})});
  for (const FollowUp& f : all) {
    const State state = state_of(f, on);
    std::string words = in(context, words_for(state));
    words += f.outcome.empty() ? "" : " " + in(context, words_for_outcome(f.outcome));
    words += f.waiting_for.empty() ? "" : " (" + f.waiting_for + ")";
    table.add({std::to_string(f.id), f.due ? to_text(*f.due) : "-", words, f.case_id, f.what,
               std::to_string(f.decision)});
  }
  context.out(table.empty() ? in(context, {"没有\n", "none\n"}) : table.text());
}

struct Options {
  std::string on;
  std::string within = "0d";
  std::string format = "text";
  std::int64_t id = 0;
  std::string outcome;
  std::string officer;
  std::string note;
};

// What is overdue, due until the end of the span, or waiting for something nobody has told us.
void due(const Context& context, const Options& options) {
  const Date on = day_of(options.on);
  const Date until = on + std::chrono::days{days_of(options.within)};
  std::vector<FollowUp> all = Log::open(context.database(), Log::Mode::read).follow_ups();
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const FollowUp& f) {
                             return !f.outcome.empty() || (f.due && *f.due > until);
                           }),
            all.end());
  print(context, all, on, options.format);
}

void done(const Context& context, const Options& options) {
  Log log = Log::open(context.database(), Log::Mode::write);
  const Recorded recorded = log.append_review(options.id, options.outcome, options.officer, options.note,
                                              now());
  context.out(in(context, say("已记录: 第 {} 号 {}", "recorded: entry {} {}", recorded.id, recorded.digest)) +
              "\n");
  if (options.outcome == "not_rectified" || options.outcome == "reoffended") {
    context.out(in(context, {"未改正或者再犯的,应当依法重新启动行政处罚程序。\n",
                             "not rectified, or done again: the penalty procedure must be restarted.\n"}));
  }
}

void add_common(CLI::App* command, const Context& context, Options& options) {
  command->add_option("--on", options.on, in(context, {"以哪一天为准(默认今天)", "as of which day (today)"}))
      ->type_name("DATE");
  restrict_to(command->add_option("--format", options.format, in(context, {"输出格式", "format"})),
              {"text", "json"});
}

}  // namespace

void add_review(CLI::App& app, Context& context, Exit& /*result*/) {
  CLI::App* review = app.add_subcommand("review", in(context, {"复查和期限", "follow-ups and their dates"}));
  review->require_subcommand(1);
  auto options = std::make_shared<Options>();

  CLI::App* list = review->add_subcommand("list", in(context, {"列出全部", "list them all"}));
  add_common(list, context, *options);
  list->callback([&context, options] {
    print(context, Log::open(context.database(), Log::Mode::read).follow_ups(), day_of(options->on),
          options->format);
  });

  CLI::App* due_command = review->add_subcommand("due", in(context, {"到期、逾期、待定的",
                                                                     "due, overdue and waiting"}));
  add_common(due_command, context, *options);
  due_command
      ->add_option("--within", options->within,
                   in(context, {"再往后看几天,如 7d", "look some days ahead, like 7d"}))
      ->type_name("DAYS");
  due_command->callback([&context, options] { due(context, *options); });

  CLI::App* done_command = review->add_subcommand("done",
                                                  in(context, {"记下复查结果", "record the outcome"}));
  done_command->add_option("ID", options->id, in(context, {"编号", "its number"}))->required();
  restrict_to(done_command
                  ->add_option("--outcome", options->outcome,
                               in(context,
                                  {"复查: 已改正、未改正、再犯;其他事项: done 已办",
                                   "a recheck: rectified, not_rectified, reoffended; anything else: done"}))
                  ->required(),
              {"done", "rectified", "not_rectified", "reoffended"});
  done_command->add_option("--officer", options->officer, in(context, {"经办人", "who checked"}))
      ->type_name("WHO");
  done_command->add_option("--note", options->note, in(context, {"说明", "a note"}))->type_name("TEXT");
  done_command->callback([&context, options] { done(context, *options); });
}

}  // namespace siqingdan::cli
