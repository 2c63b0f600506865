// Chinese text on a terminal and in a digest: validity, width, normal form, and what must not reach a screen.
// The only door to utf8proc.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace siqingdan {

// The byte offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Normal form C. The text must be valid UTF-8.
std::string to_nfc(std::string_view text);

// True only of valid UTF-8 that is in normal form C already, as nearly all Chinese text is. Looks at ranges
// of characters that nothing composes with, so it may be false of text that is in normal form.
bool is_plainly_nfc(std::string_view text);

// The code point that begins at byte `at` of valid UTF-8.
char32_t code_point_at(std::string_view text, std::size_t at);

// The code points of valid UTF-8, and back.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);

// What a character is to someone who compares words: small, narrow, of its everyday form (full-width letters
// and digits, Kangxi radicals, circled digits), as far as that is one character. Nothing if it cannot be
// seen: control and format characters, zero-width blanks, variation selectors. Blanks are ' ', line ends
// '\n'.
std::optional<char32_t> plain_form(char32_t character);

// Columns on a terminal: 2 for a Chinese character, 0 for a combining one.
int display_width(std::string_view text);

// `text` followed by spaces up to `columns`.
std::string pad(std::string_view text, int columns);

// The text with control characters, bidirectional overrides and invalid bytes shown as escapes, so that no
// name can move a cursor, clear a screen or reverse a line. Newlines are escaped too.
std::string visible(std::string_view text);

// True if `text` holds a character that `visible` would escape, apart from newline and tab.
bool has_control_characters(std::string_view text);

}  // namespace siqingdan
