// JSON that this program wrote itself, read fast and without places: the bodies of a log, by the hundred
// thousand. What people write is read by json/parse.h, which says where a mistake is. The door to simdjson.

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "json/node.h"

namespace siqingdan::json {

// Nothing if the text is not JSON, holds a float or an integer beyond 64 bits, or is nested deeper than
// kDeepest. Of two members with one key both are kept; Node::find gives the first.
// Objects and arrays that are members by one of the names in `hollow` are there, but nothing that is in them:
// most of the time goes into what the caller never looks at.
std::optional<Node> read_quickly(std::string_view text, std::span<const std::string_view> hollow = {});

}  // namespace siqingdan::json
