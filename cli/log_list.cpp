// siqingdan log list: what was decided.

#include <algorithm>

#include "commands.h"
#include "log_commands.h"
#include "record/read.h"
#include "report/table.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr const char* kAnswerMarks[] = {"applies",      "✓", "does_not_apply", "✗",
                                        "undetermined", "?", "not_listed",     "-"};

std::string mark_for(const std::string& answer) {
  for (std::size_t i = 0; i < std::size(kAnswerMarks); i += 2) {
    if (answer == kAnswerMarks[i]) {
      return kAnswerMarks[i + 1];
    }
  }
  return "?";
}

bool is_drafted(const RecordedAnswer& answer) { return answer.standing == name_of(Standing::drafted); }

json::Value answers_of(const DecisionRow& row) {
  json::Value answers = json::Value::object();
  for (const Question question : kQuestions) {
    answers[name_of(question)] = row.answers[static_cast<std::size_t>(question)].answer;
  }
  return answers;
}

// The questions whose leniency rests on a drafted item only.
json::Value drafted_of(const DecisionRow& row) {
  json::Value drafted = json::Value::array();
  for (const Question question : kQuestions) {
    if (is_drafted(row.answers[static_cast<std::size_t>(question)])) {
      drafted.push_back(name_of(question));
    }
  }
  return drafted;
}

void list(const Context& context, const std::string& format) {
  const std::vector<DecisionRow> rows = decisions(Log::open(context.database(), Log::Mode::read));
  if (format == "json") {
    json::Value all = json::Value::array();
    for (const DecisionRow& row : rows) {
      all.push_back({{"id", row.id},
                     {"case", row.case_id},
                     {"on", row.on},
                     {"offence", row.offence.empty() ? json::Value(nullptr) : json::Value(row.offence)},
                     {"officer", row.officer},
                     {"recorded_at", row.at},
                     {"answers", answers_of(row)},
                     {"drafted", drafted_of(row)}});
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
      const RecordedAnswer& answer = row.answers[static_cast<std::size_t>(question)];
      cells.push_back(is_drafted(answer) ? "!" : mark_for(answer.answer));
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

}  // namespace

void add_log_list(CLI::App& log, Context& context, Exit& /*result*/) {
  auto format = std::make_shared<std::string>("text");
  CLI::App* command = log.add_subcommand("list", in(context, {"列出决定", "list the decisions"}));
  restrict_to(command->add_option("--format", *format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command->callback([&context, format] { list(context, *format); });
}

}  // namespace siqingdan::cli
