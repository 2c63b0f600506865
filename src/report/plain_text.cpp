#include "report/plain_text.h"

#include "base/unicode.h"

namespace siqingdan {

std::string plain_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\t");
    std::string_view piece = text.substr(0, end);
    if (end != std::string_view::npos && text[end] == '\n' && piece.ends_with('\r')) {
      piece.remove_suffix(1);
    }
    out += visible(piece);
    if (end == std::string_view::npos) {
      break;
    }
    out += text[end];
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace siqingdan
