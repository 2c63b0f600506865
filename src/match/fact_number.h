// Numbers as they are written and spoken: 12, 1,280.50, 1.5万, 三万五千, 两百三, 十几.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace siqingdan {

struct SpokenNumber {
  std::int64_t hundredths = 0;
  std::size_t to = 0;     // where it ends in the text
  bool certain = true;    // 十几, 三四百, 两百多 are not; 1.234 is not whole hundredths
  bool of_myriads = false;  // it ends in 万 or 亿
};

// The number that begins at `at`; nothing if none does. The text is folded.
std::optional<SpokenNumber> read_number(std::u32string_view text, std::size_t at);

bool begins_number(char32_t c);

}  // namespace siqingdan
