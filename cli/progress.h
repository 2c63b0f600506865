// How far long work has come, for whoever waits at a terminal.

#pragma once

#include "context.h"
#include "record/verify.h"

namespace siqingdan::cli {

// Writes one line on standard error and keeps it up to date, at most every percent; nothing at all where
// standard error is no terminal. The line is wiped when all is done.
Progress progress(const Context& context);

}  // namespace siqingdan::cli
