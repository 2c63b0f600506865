// One entry of the chain: what everything in the log is made of.

#pragma once

#include <cstdint>
#include <string>

namespace siqingdan {

struct Entry {
  std::int64_t id = 0;    // from 1, without gaps
  std::string kind;       // see record/kinds.h
  std::string at;         // when it was written: 2026-11-23T09:30:00+08:00
  std::string who;        // the officer; may be empty
  std::string body;       // canonical JSON
  std::string algorithm;  // of the digests: sha256
  std::string prev;       // digest of the entry before; empty for the first
  std::string digest;
};

struct Recorded {
  std::int64_t id = 0;
  std::string digest;
  std::string clock_was;  // the entry before was written later than this one: when; else empty
};

// The digest of an entry: of its fields joined by newlines, in the order
// id, kind, at, who, algorithm, prev, body — what anybody can compute with sqlite3 and sha256sum.
std::string digest_of_entry(const Entry& entry);

// Is `at` later than `now`? Both as they stand in entries. A clock that went backwards alters nothing in the
// chain, but whoever reads the times should know.
bool is_later(const std::string& at, const std::string& now);

}  // namespace siqingdan
