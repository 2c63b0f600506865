// One text for one value, so that a digest means something.
//
// Object keys in the order of their bytes (which is the order of code points), no white space, integers in
// plain decimal, strings in Unicode normal form C with only the escapes JSON requires (\" \\ \b \f \n \r \t
// and \u00xx for the other control characters), everything else as UTF-8. There are no floats. A change of
// these rules changes every digest; tests/unit/canonical_test.cpp holds the vectors.

#pragma once

#include <string>

#include "json/node.h"
#include "json/value_fwd.h"

namespace siqingdan::json {

std::string canonical(const Value& value);
std::string canonical(const Node& node);

// The same value for writing.
Value to_value(const Node& node);

}  // namespace siqingdan::json
