// Traditional characters to Simplified ones, character by character, so that no place in a text shifts.

#pragma once

namespace siqingdan {

// The table is OpenCC's, written when the program is built (tools/simplified_table.cpp): loading OpenCC
// itself takes milliseconds, and a text must fold to the same characters on every machine.
char32_t to_simplified(char32_t character);

}  // namespace siqingdan
