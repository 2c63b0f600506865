// Files that commands write: never over something that somebody may still need.

#pragma once

#include <string>

#include "base/new_file.h"
#include "context.h"

namespace siqingdan::cli {

// What is asked before a file is made: throws Failure (exit 2) if there is one and it may not be replaced,
// or, whether it may or not, if it is the log, what belongs to it, or one of the files the command reads.
void check_output_file(const Context& context, const std::string& path, bool may_replace,
                       const std::vector<std::string>& read = {});

}  // namespace siqingdan::cli
