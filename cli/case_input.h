// A case that somebody hands in.

#pragma once

#include "base/date.h"
#include "base/file.h"
#include "context.h"
#include "facts/case.h"

namespace siqingdan::cli {

// The case in a file, for a decision on that day. If anything is wrong with it, prints every issue and throws
// Stop(1).
Case read_case_or_stop(const Context& context, const SourceFile& source, Date on);

}  // namespace siqingdan::cli
