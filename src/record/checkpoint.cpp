#include "record/checkpoint.h"
#include "json/value.h"

#include <algorithm>

#include "base/moment.h"
#include "json/canonical.h"
#include "json/object.h"
#include "json/parse.h"
#include "record/read.h"

namespace siqingdan {
namespace {

constexpr const char* kSchema = "siqingdan/checkpoint/1";
constexpr const char* kAlgorithm = "ed25519";

// The signature must fit; if `signer` is not empty it must also be theirs.
void check_signature(const json::Context& context, const json::Node& root, const json::Node* signature,
                     const std::string& signer) {
  if (signature == nullptr) {
    if (!signer.empty()) {
      context.error("not-signed", root, say("检查点没有签名", "the checkpoint is not signed"),
                    say("要签过名的那一份", "ask for the signed one"));
    }
    return;
  }
  json::Object o(context, *signature, {"签名", "the signature"});
  o.one_of("algorithm", {kAlgorithm});
  const std::string key = o.text("key");
  const std::string value = o.text("value");
  o.finish();
  json::Node stripped = root;
  std::erase_if(stripped.members, [](const json::Member& member) { return member.key == "signature"; });
  if (!is_signed_by(json::canonical(stripped), value, key)) {
    context.error("bad-signature", *signature,
                  say("签名不符:检查点签名以后被改过,或者签名写坏了",
                      "the signature does not fit: the checkpoint was changed after it was signed"),
                  say("找回原来的检查点文件", "find the checkpoint as it was signed"));
  } else if (!signer.empty() && key != signer) {
    context.error("other-signer", *signature, say("是别的密钥签的: {}", "another key signed it: {}", key),
                  say("用签名人的公钥核对", "compare with the signer's public key"));
  }
}

}  // namespace

json::Value checkpoint(const Log& log, const std::string& now, const std::optional<SecretKey>& key) {
  const Head end = head(log);
  json::Value value = {{"schema", kSchema}, {"count", end.count}, {"head", end.digest}, {"at", now}};
  if (key) {
    const std::string signature = sign(json::canonical(value), *key);
    value["signature"] = {{"algorithm", kAlgorithm}, {"key", public_key_of(*key)}, {"value", signature}};
  }
  return value;
}

std::optional<Anchor> read_checkpoint(const SourceFile& file, const std::string& signer, Issues& issues) {
  Issues found;
  std::optional<Anchor> anchor;
  if (const auto document = json::parse(file, found)) {
    const json::Context context{file.path, found};
    json::Object o(context, document->root, {"检查点", "a checkpoint"});
    o.one_of("schema", {kSchema});
    anchor = Anchor{o.optional_integer("count").value_or(-1), o.text("head"), o.text("at"), file.path};
    if (anchor->count < 0) {
      context.error("no-count", document->root, say("没有条数 `count`", "there is no `count`"),
                    say("找回原来的检查点文件", "find the checkpoint as it was written"));
    }
    if (anchor->count >= 0 && (anchor->count == 0) != anchor->digest.empty()) {
      context.error("head-without-count", document->root,
                    say("`count` 和 `head` 对不上: 有条目才有末条摘要",
                        "`count` and `head` do not go together"),
                    say("找回原来的检查点文件", "find the checkpoint as it was written"));
    }
    if (!parse_moment(anchor->at)) {
      context.error("no-moment", document->root, say("`at` 不是时间", "`at` is no time"),
                    say("找回原来的检查点文件", "find the checkpoint as it was written"));
    }
    check_signature(context, document->root, o.find("signature"), signer);
    o.finish();
  }
  issues.append(found);
  return found.has_errors() ? std::nullopt : anchor;
}

}  // namespace siqingdan
