// A table for other programs: a column for each question, a row for each thing, cells with types. Written row
// by row, so that its size does not matter; what the rows are is not known here.
//
//   NewFile file(path);
//   const auto out = sheet_writer(SheetForm::xlsx, sheet, language, [&](std::string_view b) { file.write(b);
//   }); for (…) {
//     out->row({std::int64_t{17}, "松江某便利店", Date{…}, nothing});
//   }
//   out->finish();
//   file.keep();
//
// Names come from the parties, so no cell may become a command of the program that reads it.
//
// JSON Lines is exact: an object a line, its keys those of the columns, texts as they are, integers as
// integers, dates as
//   `2026-11-23`, null where there is nothing. Characters that could move a cursor or turn a line round are
//   written as JSON's escapes, which any reader turns back.
// CSV is for spreadsheets and scripts: RFC 4180, UTF-8 behind a byte order mark (Excel takes it for another
// encoding
//   otherwise), lines ending in CR LF, the headings first. Nothing is an empty cell, an empty text `""`.
//   A text whose first visible character is = + - or @ (of any width), or which begins with a tab, a line end
//   or an apostrophe, gets an apostrophe in front: so no text is a formula anywhere, and whoever reads texts
//   back drops one leading apostrophe and has them again. Integers and dates never get one: `-5` is a number.
//   What a spreadsheet makes of digits (a party code of 18 digits rounded to 15) is beyond a CSV: that is
//   what XLSX is for.
// XLSX has the types themselves: texts are texts and never formulas, dates are dates, integers numbers (of
// more than 15
//   digits: texts, for a spreadsheet would round them). The head is bold, stays in view and can be filtered.
//
// In CSV and XLSX control characters (all but tab and newline) and bidirectional overrides stand as `\u202e`,
// as on a terminal (base/unicode.h). Same rows, same bytes.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "report/language.h"

namespace siqingdan {

struct SheetColumn {
  std::string key;  // for programs: `party_code`
  Text heading;  // for people: 当事人代码, party code
};

struct Sheet {
  Text title;  // of the tab in XLSX: at most 31 characters, none of []:*?/\' among them
  std::vector<SheetColumn> columns;
};

inline constexpr std::monostate nothing{};
using Cell = std::variant<std::monostate, std::string, std::int64_t, Date>;  // texts in valid UTF-8

enum class SheetForm { csv, json_lines, xlsx };

// Takes the bytes in their order; throws if it cannot.
using Sink = std::function<void(std::string_view)>;

class SheetWriter {
 public:
  explicit SheetWriter(std::size_t columns) : columns_(columns) {}
  SheetWriter(const SheetWriter&) = delete;
  SheetWriter& operator=(const SheetWriter&) = delete;
  virtual ~SheetWriter() = default;

  // One cell a column. Throws what the sink throws. XLSX throws Failure (exit 3) for what the form cannot
  // hold: more than 1,048,575 rows, a text of more than 32,767 characters (UTF-16), more than 4 GB.
  void row(const std::vector<Cell>& cells);

  // Everything has been said; without it the bytes are not whole. Once, and nothing after.
  void finish();

 private:
  virtual void add(const std::vector<Cell>& cells) = 0;
  virtual void end() = 0;

  std::size_t columns_;
  bool finished_ = false;
};

// Headings and title in the language, in Traditional characters if it asks for them; cells are written as
// they come.
std::unique_ptr<SheetWriter> sheet_writer(SheetForm form, const Sheet& sheet, Language language, Sink sink);

}  // namespace siqingdan
