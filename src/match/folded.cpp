#include "match/folded.h"

#include "base/unicode.h"
#include "match/simplified.h"

namespace siqingdan {

Span Folded::span(std::size_t from, std::size_t to) const {
  // Not origin[to]: what was dropped between the last character and the next is no part of the words.
  return from < to ? Span{origin[from], origin[to - 1] + 1} : Span{origin[from], origin[from]};
}

Folded fold(std::string_view utf8) {
  const std::u32string points = to_code_points(utf8);
  Folded folded;
  folded.text.reserve(points.size());
  folded.origin.reserve(points.size() + 1);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto plain = plain_form(points[i]);
    if (!plain) {
      continue;
    }
    const bool blank = *plain == U' ' || *plain == U'\n';
    if (blank && !folded.text.empty() && (folded.text.back() == U' ' || folded.text.back() == U'\n')) {
      if (*plain == U'\n') {
        folded.text.back() = U'\n';
      }
      continue;
    }
    folded.text += to_simplified(*plain);
    folded.origin.push_back(static_cast<int>(i));
  }
  folded.origin.push_back(static_cast<int>(points.size()));
  return folded;
}

}  // namespace siqingdan
