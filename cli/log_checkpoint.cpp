// siqingdan log checkpoint: an anchor of the log, to be kept elsewhere.

#include "base/file.h"
#include "base/new_file.h"
#include "json/value.h"
#include "log_commands.h"
#include "output_file.h"
#include "record/checkpoint.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr std::size_t kKeyLimit = 1024;  // bytes

struct Options {
  std::string key;
  std::string out;
};

std::string first_line(const std::string& text) { return text.substr(0, text.find_first_of(" \r\n")); }

SecretKey read_key(const std::string& path) {
  const auto key = read_secret_key(first_line(read_file(path, kKeyLimit)));
  if (!key) {
    throw Failure(say("`{}` 不是签名密钥;用 `siqingdan log new-key FILE` 生成一把",
                      "`{}` is no signing key: `siqingdan log new-key FILE` makes one", path),
                  Exit::wrong_file);
  }
  return *key;
}

void write_new(const std::string& path, const std::string& text) {
  NewFile file(path);
  file.write(text);
  file.keep();
}

void take(const Context& context, const Options& options) {
  const auto key = options.key.empty() ? std::nullopt : std::optional(read_key(options.key));
  if (!options.out.empty()) {
    check_output_file(context, options.out, false, {options.key});
  }
  const Log log = Log::open(context.database(), Log::Mode::read);
  const std::string text = json::pretty(checkpoint(log, now(), key)) + "\n";
  if (options.out.empty()) {
    context.raw(text);
    return;
  }
  write_new(options.out, text);
  context.out(
      in(context, say("检查点已写入 {};请存放在日志之外的地方\n",
                      "the checkpoint is in {}: keep it somewhere else than the log\n", options.out)));
}

// A key that exists is never replaced: what it signed could not be verified any more.
void make_key(const Context& context, const std::string& path) {
  check_output_file(context, path, false);
  const SecretKey key = new_secret_key();
  write_new(path, key.hex + "\n");
  context.out(in(context, say("签名密钥已写入 {}(不要给别人);公钥,交给核验的人:\n{}\n",
                              "the signing key is in {} (keep it to yourself); the public key, for whoever "
                              "verifies:\n{}\n",
                              path, public_key_of(key))));
}

}  // namespace

void add_log_checkpoint(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "checkpoint", in(context, {"写出条数和末条摘要,存放到日志之外",
                                 "write down the count and the last digest, to be kept elsewhere"}));
  command.add_option("--key", options->key, in(context, {"用这把密钥签名", "sign it with this key"}))
      .type_name("FILE");
  command
      .add_option("--out", options->out,
                  in(context, {"写到文件(默认标准输出)", "where to (standard output)"}))
      .type_name("FILE");
  command.callback([&context, options] { take(context, *options); });

  auto path = std::make_shared<std::string>();
  Command new_key = log.add_subcommand("new-key", in(context, {"生成给检查点签名的密钥(Ed25519)",
                                                               "make a key to sign checkpoints (Ed25519)"}));
  new_key.add_option("FILE", *path, in(context, {"存放密钥的新文件", "a new file for it"})).required();
  new_key.callback([&context, path] { make_key(context, *path); });
}

}  // namespace siqingdan::cli
