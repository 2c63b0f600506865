// siqingdan history show: see history_show.cpp.

#pragma once

#include <string>

#include "context.h"

namespace siqingdan::cli {

// What the log knows of a party: what counts, and apart from it what was withdrawn.
void show_history(const Context& context, const std::string& party, bool as_json);

}  // namespace siqingdan::cli
