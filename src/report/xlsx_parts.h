// The pieces of an XLSX file (ECMA-376), as XML. Seen only by src/report/*xlsx*.cpp.
//
// Styles by number, as `xlsx_styles` defines them: 0 plain, 1 the head, 2 a date.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/sheet.h"

namespace siqingdan::xlsx {

inline constexpr int kPlain = 0;
inline constexpr int kHeadStyle = 1;
inline constexpr int kDateStyle = 2;

// Where a cell is: 0, 1, … are A, B, …, Z, AA, …
std::string column_name(std::size_t column);

// A text as the content of an element: `plain_text`, markup escaped. What XML cannot hold (U+FFFE, U+FFFF) is
// written as `\ufffe`; what a spreadsheet would read as an escape of its own (`_x0041_`) is kept from that.
std::string xml_text(std::string_view text);

// One cell at `place` (B17), or nothing for nothing.
void add_cell(const Cell& cell, const std::string& place, int style, std::string& out);

// The parts that are the same for every sheet: path and content.
struct Part {
  const char* path;
  std::string content;
};
std::vector<Part> fixed_parts();

// The title has no apostrophe; `last_cell`: C17, the lower right corner of what can be filtered.
Part workbook_part(const std::string& title, const std::string& last_cell);

// What stands in the sheet before and behind its rows. Widths are in characters.
inline constexpr const char* kSheetPath = "xl/worksheets/sheet1.xml";
std::string sheet_begin(const std::vector<int>& widths);
std::string sheet_end(const std::string& last_cell);

}  // namespace siqingdan::xlsx
