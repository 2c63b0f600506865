// The door to nlohmann::json; headers include json/value_fwd.h. `Value` is for writing: it keeps the order in
// which keys were put in. What people wrote is read as a `Node` instead (json/node.h), which remembers where
// it stood.

#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "json/value_fwd.h"

namespace siqingdan::json {

// Text for people: two spaces a level, Chinese as it is. Bytes that are not UTF-8 become U+FFFD.
std::string pretty(const Value& value);

// One line, in the order of the keys. The same treatment of bad bytes.
std::string compact(const Value& value);

}  // namespace siqingdan::json
