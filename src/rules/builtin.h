// The rule base that is compiled into the program.

#pragma once

#include <vector>

#include "base/file.h"
#include "rules/read_rules.h"

namespace siqingdan {

// As the image made at build time: sound, and without its tests.
RuleSet builtin_rules();

// The files it was made from, below `rules/`, for commands that read rules as text.
std::vector<SourceFile> builtin_files();

// The JSON Schemas of schemas/.
Schemas builtin_schemas();

}  // namespace siqingdan
