// How a text is written in canonical JSON.

#pragma once

#include <string>
#include <string_view>

namespace siqingdan::json {

// Appends the text in normal form C, in quotation marks, with only the escapes that JSON requires.
void write_text(std::string_view text, std::string& out);

}  // namespace siqingdan::json
