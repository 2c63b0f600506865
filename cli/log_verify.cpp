// siqingdan log verify: has anybody altered it?

#include "base/unicode.h"
#include "log_commands.h"
#include "progress.h"
#include "record/read.h"
#include "record/verify.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr std::size_t kCheckpointLimit = 64 << 10;  // bytes

struct Options {
  std::vector<std::string> against;
  std::string signer;
};

std::vector<Anchor> read_anchors(const Context& context, const Options& options) {
  Issues issues;
  std::vector<Anchor> anchors;
  for (const std::string& path : options.against) {
    if (auto anchor = read_checkpoint({path, read_file(path, kCheckpointLimit)}, options.signer, issues)) {
      anchors.push_back(std::move(*anchor));
    }
  }
  context.print(issues);
  if (issues.has_errors()) {
    throw Stop{Exit::wrong_file};
  }
  return anchors;
}

Exit verify(const Context& context, const Options& options) {
  if (!options.signer.empty() && options.against.empty()) {
    throw Failure(say("--signer 要同 --against 一起用", "--signer goes with --against"), Exit::usage);
  }
  if (!options.signer.empty() && !is_public_key(options.signer)) {
    throw Failure(say("`{}` 不是公钥:应当是 64 位十六进制数字", "`{}` is no public key: it has 64 hex digits",
                      visible(options.signer)),
                  Exit::usage);
  }
  const std::vector<Anchor> anchors = read_anchors(context, options);
  const Log log = Log::open(context.database(), Log::Mode::read);
  std::vector<Flaw> notes;
  const std::vector<Flaw> flaws = siqingdan::verify(log, anchors, progress(context), &notes);
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
  for (const Anchor& anchor : anchors) {
    context.out(in(context, say("与检查点 {0} 相符: {1} 时有 {2} 条\n",
                                "it fits the checkpoint {0}: {2} entries on {1}\n", anchor.name, anchor.at,
                                anchor.count)));
  }
  return Exit::done;
}

}  // namespace

void add_log_verify(Command log, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand("verify", in(context, {"核验日志没有被改动(改动过:退出状态 4)",
                                                              "has anybody altered the log? (exit 4)"}));
  command
      .add_option("--against", options->against,
                  in(context, {"对照检查点,截尾和整本重写也查得出(可以多次)",
                               "hold it against a checkpoint, which shows a cut tail and a rewritten log "
                               "(may be repeated)"}))
      .type_name("FILE");
  command
      .add_option("--signer", options->signer,
                  in(context,
                     {"检查点必须由这把公钥签名", "the checkpoint must be signed by this public key"}))
      .type_name("KEY");
  command.callback([&context, &result, options] { result = verify(context, *options); });
}

}  // namespace siqingdan::cli
