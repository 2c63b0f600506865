// An anchor outside the log: how many entries there were and the digest of the last.
//
// Whoever owns the file can cut its tail or write it anew from the start, and the chain alone will not show
// it; an anchor kept elsewhere will. Signed with Ed25519, it also shows who took it.
//
//   { "schema": "siqingdan/checkpoint/1", "count": 17, "head": "sha256:…", "at": "2026-11-23T09:30:00+08:00",
//     "signature": { "algorithm": "ed25519", "key": "…64 hex…", "value": "…128 hex…" } }
//
// Signed is the canonical JSON of the checkpoint without "signature".

#pragma once

#include <optional>
#include <string>

#include "base/file.h"
#include "base/issue.h"
#include "base/signature.h"
#include "json/value_fwd.h"
#include "record/log.h"

namespace siqingdan {

struct Anchor {
  std::int64_t count = 0;
  std::string digest;  // of entry `count`; empty if there was none
  std::string at;  // when it was taken
  std::string name;  // of the file it came from, for messages
};

// The checkpoint of a log as it stands, taken at `now`; signed if there is a key.
json::Value checkpoint(const Log& log, const std::string& now, const std::optional<SecretKey>& key);

// Reads a checkpoint. Issues: what stands in no checkpoint, is missing or half written; a signature that does
// not fit; if `signer` (a public key, 64 hex digits) is not empty: no signature of that key.
std::optional<Anchor> read_checkpoint(const SourceFile& file, const std::string& signer, Issues& issues);

}  // namespace siqingdan
