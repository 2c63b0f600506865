// A text as the matcher reads it, each character remembering where it stood.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan {

// Half-open, in Unicode code points of the input as given.
struct Span {
  int from = 0;
  int to = 0;

  friend auto operator<=>(const Span&, const Span&) = default;
};

// Full-width forms made narrow, letters small, Traditional characters made Simplified, control characters and
// zero-width ones dropped, runs of blanks one (' ', or '\n' if the run holds a line end).
struct Folded {
  std::u32string text;
  std::vector<int> origin;  // per character its code point index in the input; one more at the end

  // Where the characters [from, to) of `text` stood.
  Span span(std::size_t from, std::size_t to) const;
};

// `utf8` must be valid (base/unicode.h tells).
Folded fold(std::string_view utf8);

}  // namespace siqingdan
