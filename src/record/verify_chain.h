// The pass along the chain: every entry fits its digest and the entry before, and the index tables say what
// it says. Holds one entry at a time.

#pragma once

#include <map>
#include <string>

#include "record/flaws.h"
#include "record/sqlite.h"

namespace siqingdan {

// Returns what the decisions were made with: digest → `rules` or `calendar`.
std::map<std::string, std::string> verify_chain(sqlite::Database& file, const std::vector<Anchor>& anchors,
                                                const Progress& progress, Flaws& flaws,
                                                std::vector<Flaw>* notes);

}  // namespace siqingdan
