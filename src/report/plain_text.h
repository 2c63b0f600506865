// Text for files that other programs show: lines and tabs stay, whatever could move a cursor or turn a line
// round stands as an escape.

#pragma once

#include <string>
#include <string_view>

namespace siqingdan {

// `visible` (base/unicode.h), but newlines and tabs stay; CR LF is one newline.
std::string plain_text(std::string_view text);

}  // namespace siqingdan
