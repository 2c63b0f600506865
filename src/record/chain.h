// The end of the chain, where entries are added. Only src/record sees it.

#pragma once

#include <string>

#include "json/value_fwd.h"
#include "record/append.h"
#include "record/sqlite.h"

namespace siqingdan {

// Adds an entry and its rows in the index. To be called in a write transaction: nobody else can append
// meanwhile. `body` must be what an entry of that kind holds, as canonical JSON (json/canonical.h).
Recorded append(sqlite::Database& file, const char* kind, std::string body, const Signed& by);
Recorded append(sqlite::Database& file, const char* kind, const json::Value& body, const Signed& by);

// Throws Failure (exit 2) if `text` holds a line break or an invisible character: fields are joined by
// newlines where the digest is taken, and one that held a newline could be read two ways.
void check_line(const std::string& text, const Text& what);
void check_signed(const Signed& by);

// Throws Failure (exit 2) if a reason is missing or is no text.
void check_reason(const std::string& because, const Text& what);

struct OpenFollowUp {
  std::int64_t decision = 0;
  std::string duty;
};

// Throws Failure (exit 2) unless the follow-up is open, or closed by the very review that is to be replaced.
OpenFollowUp open_follow_up(sqlite::Database& file, std::int64_t id,
                            std::optional<std::int64_t> replaces = std::nullopt);

}  // namespace siqingdan
