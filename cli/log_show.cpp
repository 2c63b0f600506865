// siqingdan log show: one entry, whole, and what was added about it later; a decision also as `check` shows
// it.

#include "base/unicode.h"
#include "json/value.h"
#include "log_commands.h"
#include "record/kinds.h"
#include "record/read.h"
#include "record/replay.h"
#include "report/decision_markdown.h"
#include "report/decision_text.h"
#include "report/replay_report.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::int64_t id = 0;
  std::string format = "json";
};

Exit show_body(const Context& context, const Log& log, const Entry& entry) {
  json::Value value = {{"id", entry.id},   {"kind", entry.kind}, {"at", entry.at},
                       {"who", entry.who}, {"prev", entry.prev}, {"digest", entry.digest}};
  json::Value body = json::Value::parse(entry.body, nullptr, false);
  const bool damaged = body.is_discarded();
  value["body"] = damaged ? json::Value(entry.body) : std::move(body);
  for (const LaterEntry& later : later_entries(log, entry.id)) {
    value["later"].push_back({{"id", later.id},
                              {"kind", later.kind},
                              {"at", later.at},
                              {"who", later.who},
                              {"because", later.because}});
  }
  context.raw(json::pretty(value) + "\n");
  if (damaged) {
    context.err(in(context, say("第 {} 号的内容不是 JSON,被改动过", "entry {} is not JSON: it was altered",
                                entry.id)) +
                "\n");
  }
  return damaged ? Exit::tampered : Exit::done;
}

// Which entry it is, when, who, and what it corrects or was corrected by.
std::string provenance(const Context& context, const Log& log, const Entry& entry) {
  std::string line = in(context, say("日志第 {} 号", "entry {} of the log", entry.id)) + "  " +
                     visible(entry.at) + (entry.who.empty() ? "" : "  " + visible(entry.who));
  const auto row = decision(log, entry.id);
  if (row && row->replaces) {
    line += "  " + in(context, say("更正第 {} 号: {}", "corrects entry {}: {}", *row->replaces,
                                   visible(row->because)));
  }
  if (row && row->replaced_by) {
    line += "  " + in(context, say("已由第 {} 号更正", "corrected by entry {}", *row->replaced_by));
  }
  return line + "\n";
}

Exit show_decision(const Context& context, const Log& log, const Entry& entry, bool markdown) {
  if (entry.kind != kDecision) {
    throw Failure(say("第 {0} 号不是决定(`{1}`),用 --format json 看",
                      "entry {0} is no decision (`{1}`); see it with "
                      "--format json",
                      entry.id, entry.kind),
                  Exit::usage);
  }
  KeptRules rules(log, &context.built_in_rules());
  const ReplayOfOne one = replay_one({entry.id, entry.body}, rules);
  if (one.decision) {
    context.out(markdown ? to_markdown(*one.decision, context.style())
                         : to_text(*one.decision, context.style()));
    context.out((markdown ? "\n" : "") + provenance(context, log, entry));
  }
  if (one.differences.empty()) {
    return Exit::done;
  }
  for (const Difference& difference : one.differences) {
    context.err(to_line(difference, context.style()));
  }
  context.err(
      in(context, {"以上是重算的结果,与记录不同\n", "what was run again is not what was recorded\n"}));
  return Exit::differs;
}

Exit show(const Context& context, const Options& options) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  const auto entry = siqingdan::entry(log, options.id);
  if (!entry) {
    throw Failure(say("日志里没有第 {} 号", "the log has no entry {}", options.id), Exit::usage);
  }
  return options.format == "json" ? show_body(context, log, *entry)
                                  : show_decision(context, log, *entry, options.format == "md");
}

}  // namespace

void add_log_show(Command log, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "show", in(context, {"显示一条记录的全部;text、md:照记录时的规则把决定重算出来",
                           "show one entry, whole; text, md: the decision run again by its own rules"}));
  command.add_option("ID", options->id, in(context, {"编号", "its number"})).required();
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"json", "text", "md"});
  command.callback([&context, &result, options] { result = show(context, *options); });
}

}  // namespace siqingdan::cli
