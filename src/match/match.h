// A description in words against the rule base: the door of this room.

#pragma once

#include <string>
#include <string_view>

#include "json/value_fwd.h"
#include "match/offence_rank.h"

namespace siqingdan {

inline constexpr std::size_t kWordsLimit = 4U << 20;  // bytes of one description

// Throws Failure (exit 2) if there are no words, (exit 1) if they are not UTF-8; `name` is what people see.
void check_words(std::string_view words, const std::string& name);

// As `match --format json` prints it. A verdict of none names no offence. `facts` are those proposed from the
// words.
json::Value to_json(const Ranking& ranking, json::Value facts);

}  // namespace siqingdan
