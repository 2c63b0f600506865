// siqingdan log verify: has anybody altered it?

#include "log_commands.h"
#include "record/read.h"
#include "record/verify.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

Exit verify(const Context& context) {
  const Log log = Log::open(context.database(), Log::Mode::read);
  std::vector<Flaw> notes;
  const std::vector<Flaw> flaws = siqingdan::verify(log, {}, {}, &notes);
  for (const Flaw& flaw : flaws) {
    context.err(flaw.place + ": " + in(context, flaw.what) + "\n");
  }
  if (!flaws.empty()) {
    context.err(in(context, say("日志被改动过: {} 处", "the log was altered: {} place(s)", flaws.size())) +
                "\n");
    return Exit::tampered;
  }
  for (const Flaw& note : notes) {
    context.err(note.place + ": " + in(context, note.what) + "\n");
  }
  const Head head = siqingdan::head(log);
  context.out(in(context, say("日志完整: {} 条,末条 {}", "the log is whole: {} entries, the last is {}",
                              head.count, head.digest.empty() ? std::string("-") : head.digest)) +
              "\n");
  return Exit::done;
}

}  // namespace

void add_log_verify(CLI::App& log, Context& context, Exit& result) {
  CLI::App* command = log.add_subcommand("verify", in(context, {"核验日志没有被改动(改动过:退出状态 4)",
                                                                "has anybody altered the log? (exit 4)"}));
  command->callback([&context, &result] { result = verify(context); });
}

}  // namespace siqingdan::cli
