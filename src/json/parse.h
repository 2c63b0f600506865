// Text to nodes, or the issues that prevent it.

#pragma once

#include <optional>

#include "base/file.h"
#include "base/issue.h"
#include "json/node.h"

namespace siqingdan::json {

inline constexpr int kDeepest = 64;  // arrays and objects inside each other

// Reads one JSON text. Issues: `invalid-utf8`, `not-json`, `duplicate-key`, `float`, `integer-range`,
// `too-deep`, each with line and column. The document exists if and only if there was no error.
// Time and memory are linear in the size of the text, whatever it holds.
std::optional<Document> parse(const SourceFile& source, Issues& issues);

}  // namespace siqingdan::json
