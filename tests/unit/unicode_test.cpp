#include "base/unicode.h"

#include <catch2/catch.hpp>

namespace siqingdan {

TEST_CASE("A Chinese character is two columns wide, a combining one none", "[unicode]") {
  struct Row {
    const char* text;
    int width;
  };
  const auto row = GENERATE(values<Row>({{"", 0},
                                         {"abc", 3},
                                         {"中文", 4},
                                         {"松江a1", 6},
                                         {"，。（）", 8},
                                         {"ＡＢ", 4},
                                         {"e\xCC\x81", 1},
                                         {"\xC3\xA9", 1},
                                         {"𠮷", 2},
                                         {"한글", 4},
                                         {"\xFF", 1}}));
  CAPTURE(row.text);
  CHECK(display_width(row.text) == row.width);
}

TEST_CASE("Padding fills up to the column and never cuts", "[unicode]") {
  CHECK(pad("中", 4) == "中  ");
  CHECK(pad("ab", 4) == "ab  ");
  CHECK(pad("中文", 4) == "中文");
  CHECK(pad("中文字", 4) == "中文字");
  CHECK(pad("", 2) == "  ");
  CHECK(pad("a", -3) == "a");
}

TEST_CASE("What could move a cursor or turn a line round is shown as an escape", "[unicode]") {
  struct Row {
    std::string text;
    std::string shown;
  };
  const auto row = GENERATE(values<Row>({{"某某药房 (一)", "某某药房 (一)"},
                                         {"\x1B[2J", "\\u001b[2J"},
                                         {"a\nb\tc\r", "a\\u000ab\\u0009c\\u000d"},
                                         {"\x7F", "\\u007f"},
                                         {"\xC2\x9B", "\\u009b"},  // C1 control sequence introducer
                                         {"\xE2\x80\xAE"
                                          "abc",
                                          "\\u202eabc"},  // right-to-left override
                                         {"\xE2\x81\xA6", "\\u2066"},  // an isolate
                                         {"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029"},
                                         {std::string("a\0b", 3), "a\\u0000b"},
                                         {"\xFFx", "\\xffx"},
                                         {"中\xE4\xB8", "中\\xe4\\xb8"}}));
  CAPTURE(row.shown);
  CHECK(visible(row.text) == row.shown);
  CHECK_FALSE(has_control_characters(visible(row.text)));
}

TEST_CASE("Newline and tab may stand in a text, other control characters may not", "[unicode]") {
  CHECK_FALSE(has_control_characters("第一行\n第二行\t完"));
  CHECK(has_control_characters("\x1B"));
  CHECK(has_control_characters("a\r"));
  CHECK(has_control_characters("\xE2\x80\xAE"));
  CHECK(has_control_characters("\xFF"));
  CHECK(has_control_characters(std::string_view("\0", 1)));
}

TEST_CASE("The first byte that is not UTF-8 is found", "[unicode]") {
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("中文 𠮷 abc"));
  CHECK(first_invalid_utf8("中\xFF") == 3u);
  CHECK(first_invalid_utf8("ab\xC0\x80") == 2u);  // overlong
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0u);  // a surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0u);  // beyond U+10FFFF
  CHECK(first_invalid_utf8("a中\xE4\xB8") == 4u);  // cut off
}

TEST_CASE("Normal form C composes and is stable", "[unicode]") {
  CHECK(to_nfc("e\xCC\x81") == "\xC3\xA9");
  CHECK(to_nfc("中文，（一）ＡＢ") == "中文，（一）ＡＢ");
  CHECK(to_nfc("") == "");
  CHECK(to_nfc(to_nfc("a\xCC\x8A\xCC\x81")) == to_nfc("a\xCC\x8A\xCC\x81"));
  CHECK_THROWS_AS(to_nfc("\xFF"), std::logic_error);
}

// The long way is taken as soon as one character is beyond the ranges: an astral one, which changes nothing.
TEST_CASE("What is plainly in normal form is in normal form", "[unicode]") {
  const std::string beyond = to_utf8(U"\U00020000");
  REQUIRE_FALSE(is_plainly_nfc(beyond));
  std::string all;
  std::size_t plain = 0;
  for (char32_t c = 1; c <= 0xFFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    const std::string one = to_utf8(std::u32string_view(&c, 1));
    if (!is_plainly_nfc(one)) {
      continue;
    }
    ++plain;
    all += one;
    const std::string text = "e" + one + "a" + one + beyond;
    if (to_nfc(text) != text) {
      FAIL("U+" << std::hex << static_cast<std::uint32_t>(c) << " is not in normal form");
    }
  }
  CHECK(plain > 20000);
  CHECK(is_plainly_nfc(all));
  CHECK(to_nfc(all + beyond) == all + beyond);
  CHECK(is_plainly_nfc("药店橱窗的广告,《清单》〔1〕第A项“改正”"));
  for (const char* text : {"e\u0301", "\xe4\xb8", "\xff", "\xc3", "\xe4(\x80", "\uac00"}) {
    CHECK_FALSE(is_plainly_nfc(text));
  }
}

}  // namespace siqingdan
