// siqingdan log: what was decided, and whether anybody changed it.

#include "record/log.h"
#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands.h"
#include "json/value.h"
#include "report/table.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr const char* kAnswerMarks[] = {"applies",      "✓", "does_not_apply", "✗",
                                        "undetermined", "?", "not_listed",     "-"};

std::string mark_for(const json::Value& answer) {
  for (std::size_t i = 0; i < std::size(kAnswerMarks); i += 2) {
    if (answer == kAnswerMarks[i]) {
      return kAnswerMarks[i + 1];
    }
  }
  return "?";
}

void list(const Context& context, const std::string& format) {
  const std::vector<DecisionRow> rows = Log::open(context.database(), Log::Mode::read).decisions();
  if (format == "json") {
    json::Value all = json::Value::array();
    for (const DecisionRow& row : rows) {
      all.push_back({{"id", row.id},
                     {"case", row.case_id},
                     {"on", row.on},
                     {"offence", row.offence.empty() ? json::Value(nullptr) : json::Value(row.offence)},
                     {"officer", row.officer},
                     {"recorded_at", row.at},
                     {"answers", *row.answers},
                     {"drafted", row.drafted}});
    }
    context.raw(json::pretty(all) + "\n");
    return;
  }
  std::vector<std::string> heads = {"id", in(context, {"决定日", "on"}), in(context, {"案件", "case"}),
                                    in(context, {"案由", "offence"}), in(context, {"经办人", "officer"})};
  for (const Question question : kQuestions) {
    heads.push_back(in(context, title_of(question)));
  }
  Table table(heads);
  for (const DecisionRow& row : rows) {
    std::vector<std::string> cells = {std::to_string(row.id), row.on, row.case_id, row.offence, row.officer};
    for (const Question question : kQuestions) {
      const bool drafted = std::find(row.drafted.begin(), row.drafted.end(), name_of(question)) !=
                           row.drafted.end();
      cells.push_back(drafted ? "!" : mark_for(row.answers->value(name_of(question), json::Value())));
    }
    table.add(std::move(cells));
  }
  if (table.empty()) {
    context.out(in(context, {"还没有决定\n", "no decisions yet\n"}));
    return;
  }
  context.out(
      table.text() +
      in(context, {"✓ 适用  ! 只有草拟条目支持  ✗ 不适用  ? 待定  - 未列入清单\n",
                   "✓ applies  ! on a drafted item only  ✗ does not  ? undetermined  - not listed\n"}));
}

Exit show(const Context& context, std::int64_t id) {
  const auto entry = Log::open(context.database(), Log::Mode::read).entry(id);
  if (!entry) {
    throw Failure(say("日志里没有第 {} 号", "the log has no entry {}", id), Exit::usage);
  }
  json::Value value = {{"id", entry->id},   {"kind", entry->kind}, {"at", entry->at},
                       {"who", entry->who}, {"prev", entry->prev}, {"digest", entry->digest}};
  json::Value body = json::Value::parse(entry->body, nullptr, false);
  const bool damaged = body.is_discarded();
  value["body"] = damaged ? json::Value(entry->body) : std::move(body);
  context.raw(json::pretty(value) + "\n");
  if (damaged) {
    context.err(
        in(context, say("第 {} 号的内容不是 JSON,被改动过", "entry {} is not JSON: it was altered", id)) +
        "\n");
  }
  return damaged ? Exit::tampered : Exit::done;
}

Exit verify(const Context& context) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  const std::vector<Flaw> flaws = log.verify();
  for (const Flaw& flaw : flaws) {
    context.err(flaw.place + ": " + in(context, flaw.what) + "\n");
  }
  if (!flaws.empty()) {
    context.err(in(context, say("日志被改动过: {} 处", "the log was altered: {} place(s)", flaws.size())) +
                "\n");
    return Exit::tampered;
  }
  const Log::Head head = log.head();
  context.out(in(context, say("日志完整: {} 条,末条 {}", "the log is whole: {} entries, the last is {}",
                              head.count, head.digest.empty() ? std::string("-") : head.digest)) +
              "\n");
  return Exit::done;
}

}  // namespace

void add_log(CLI::App& app, Context& context, Exit& result) {
  CLI::App* log = app.add_subcommand("log", in(context, {"决定日志", "the decision log"}));
  log->require_subcommand(1);

  auto format = std::make_shared<std::string>("text");
  CLI::App* list_command = log->add_subcommand("list", in(context, {"列出决定", "list the decisions"}));
  restrict_to(list_command->add_option("--format", *format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  list_command->callback([&context, format] { list(context, *format); });

  auto id = std::make_shared<std::int64_t>(0);
  CLI::App* show_command = log->add_subcommand("show",
                                               in(context, {"显示一条记录的全部", "show one entry, whole"}));
  show_command->add_option("ID", *id, in(context, {"编号", "its number"}))->required();
  show_command->callback([&context, &result, id] { result = show(context, *id); });

  CLI::App* verify_command = log->add_subcommand("verify",
                                                 in(context, {"核验日志没有被改动(改动过:退出状态 4)",
                                                              "has anybody altered the log? (exit 4)"}));
  verify_command->callback([&context, &result] { result = verify(context); });
}

}  // namespace siqingdan::cli
