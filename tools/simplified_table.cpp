// Writes OpenCC's Traditional characters, each with its Simplified one, as rows of C++ for
// src/match/simplified.cpp.
//
//   simplified_table OUT
//
// Run by the build. A character alone has one Simplified form; the phrases in which OpenCC keeps another
// (乾隆) do not matter to a comparison in which both sides are folded alike.

#include <fmt/format.h>
#include <opencc/opencc.h>

#include <fstream>
#include <iostream>

#include "base/unicode.h"

namespace {

using namespace siqingdan;

// Written as 着 in everyday Simplified text, which OpenCC leaves alone because of 著名.
constexpr char32_t kZhu = U'著';
constexpr char32_t kZhe = U'着';

void write_rows(std::ostream& out, char32_t first, char32_t last) {
  static const opencc::SimpleConverter converter("t2s.json");
  for (char32_t c = first; c <= last; ++c) {
    const std::u32string one = to_code_points(converter.Convert(to_utf8({&c, 1})));
    const char32_t simplified = c == kZhu ? kZhe : (one.size() == 1 ? one[0] : c);
    if (simplified != c) {
      out << fmt::format("{{{:#x}, {:#x}}},\n", static_cast<unsigned>(c), static_cast<unsigned>(simplified));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: simplified_table OUT\n";
    return 2;
  }
  std::ofstream out(argv[1]);
  write_rows(out, 0x3400, 0x4DBF);
  write_rows(out, 0x4E00, 0x9FFF);
  write_rows(out, 0x20000, 0x2EBE0);
  out.close();
  return out ? 0 : 3;
}
