// siqingdan log show: one entry, whole, and what was added about it later.

#include "log_commands.h"
#include "record/read.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

Exit show(const Context& context, std::int64_t id) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  const auto entry = siqingdan::entry(log, id);
  if (!entry) {
    throw Failure(say("日志里没有第 {} 号", "the log has no entry {}", id), Exit::usage);
  }
  json::Value value = {{"id", entry->id},   {"kind", entry->kind}, {"at", entry->at},
                       {"who", entry->who}, {"prev", entry->prev}, {"digest", entry->digest}};
  json::Value body = json::Value::parse(entry->body, nullptr, false);
  const bool damaged = body.is_discarded();
  value["body"] = damaged ? json::Value(entry->body) : std::move(body);
  for (const LaterEntry& later : later_entries(log, id)) {
    value["later"].push_back({{"id", later.id},
                              {"kind", later.kind},
                              {"at", later.at},
                              {"who", later.who},
                              {"because", later.because}});
  }
  context.raw(json::pretty(value) + "\n");
  if (damaged) {
    context.err(
        in(context, say("第 {} 号的内容不是 JSON,被改动过", "entry {} is not JSON: it was altered", id)) +
        "\n");
  }
  return damaged ? Exit::tampered : Exit::done;
}

}  // namespace

void add_log_show(CLI::App& log, Context& context, Exit& result) {
  auto id = std::make_shared<std::int64_t>(0);
  CLI::App* command = log.add_subcommand("show",
                                         in(context, {"显示一条记录的全部", "show one entry, whole"}));
  command->add_option("ID", *id, in(context, {"编号", "its number"}))->required();
  command->callback([&context, &result, id] { result = show(context, *id); });
}

}  // namespace siqingdan::cli
