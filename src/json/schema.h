// Does a document have the shape a JSON Schema (draft-07) demands? The only door to valijson.
//
// A gate, not a teacher: our own readers give the exact message for everything they know, and run first. What
// only the schema notices is a sign that reader and schema have drifted apart.

#pragma once

#include <string>

#include "base/file.h"
#include "base/issue.h"

namespace siqingdan::json {

// One `schema` issue for the first thing that does not fit. `source` must have been parsed without issues and
// nest no deeper than kDeepest. Throws std::logic_error if the schema itself is unusable.
void check_schema(const std::string& schema, const SourceFile& source, Issues& issues);

}  // namespace siqingdan::json
