// The rule base that is compiled into the program.

#pragma once

#include <string_view>
#include <vector>

#include "base/file.h"
#include "rules/read_rules.h"
#include "rules/speech.h"

namespace siqingdan {

// As the image made at build time: sound, and without its tests.
RuleSet builtin_rules();

// The part of it that reading facts out of words takes.
Speech builtin_speech();

// What was learned from its descriptions (match/evidence.h reads it).
std::string_view builtin_evidence();

// What was learned from its labelled texts (match/fact_evidence.h reads it).
std::string_view builtin_fact_evidence();

// The files it was made from, below `rules/`, for commands that read rules as text.
std::vector<SourceFile> builtin_files();

// The JSON Schemas of schemas/.
Schemas builtin_schemas();

}  // namespace siqingdan
