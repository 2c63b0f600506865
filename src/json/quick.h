// JSON that this program wrote itself, read fast and without places: the bodies of a log, by the hundred
// thousand. What people write is read by json/parse.h, which says where a mistake is. The door to simdjson.

#pragma once

#include <optional>
#include <string_view>

#include "json/node.h"

namespace siqingdan::json {

// Nothing if the text is not JSON, holds a float or an integer beyond 64 bits, or is nested deeper than
// kDeepest. Of two members with one key both are kept; Node::find gives the first.
std::optional<Node> read_quickly(std::string_view text);

}  // namespace siqingdan::json
