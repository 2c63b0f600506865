// XLSX is written here rather than by libxlsxwriter: docs/decisions/0013 says why.

#include <algorithm>
#include <utility>

#include "base/failure.h"
#include "base/unicode.h"
#include "report/plain_text.h"
#include "report/sheet_forms.h"
#include "report/xlsx_parts.h"
#include "report/zip.h"

namespace siqingdan {
namespace {

constexpr std::size_t kLastRow = 1'048'576;     // of a sheet, the head among them
constexpr std::size_t kLongestText = 32'767;    // of a cell, in units of UTF-16
constexpr std::size_t kLongestTitle = 31;       // likewise
constexpr std::size_t kRowsForWidths = 200;     // the first ones tell how wide the columns are
constexpr int kNarrowest = 8;
constexpr int kWidest = 60;
constexpr int kFilterButton = 3;  // its width, beside a heading

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

int width_of_longest_line(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    width = std::max(width, display_width(text.substr(0, end + 1)));
    text.remove_prefix(end + 1);
  }
  return width;
}

int width_of(const Cell& cell) {
  constexpr int kDate = 10;
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return width_of_longest_line(*text);
  }
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return static_cast<int>(std::to_string(*number).size());
  }
  return std::holds_alternative<Date>(cell) ? kDate : 0;
}

class XlsxWriter final : public SheetWriter {
 public:
  XlsxWriter(const SheetHead& head, Sink sink)
      : SheetWriter(head.keys.size()), title_(head.title), zip_(std::move(sink)) {
    if (utf16_length(title_) > kLongestTitle || title_.empty() ||
        title_.find_first_of("[]:*?/\\'") != std::string::npos || head.keys.empty()) {
      bug("a spreadsheet cannot have this title, or has no column");
    }
    for (std::size_t i = 0; i < head.headings.size(); ++i) {
      places_.push_back(xlsx::column_name(i));
      widths_.push_back(std::max(kNarrowest, display_width(head.headings[i]) + kFilterButton));
    }
    add_row({head.headings.begin(), head.headings.end()}, xlsx::kHeadStyle);
  }

 private:
  void add(const std::vector<Cell>& cells) override {
    if (rows_ == kLastRow) {
      throw Failure(say(
          "超过 {} 行,一张表放不下;请分期导出,或用 CSV、JSON Lines",
          "more than {} rows, which a spreadsheet cannot hold; export shorter periods, or CSV or JSON Lines",
          kLastRow - 1));
    }
    if (!begun_) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        widths_[i] = std::max(widths_[i], std::min(kWidest, width_of(cells[i]) + 1));
      }
    }
    add_row(cells, xlsx::kPlain);
    if (rows_ >= kRowsForWidths) {
      begin_sheet();
      if (rows_text_.size() >= kLarge) {
        pass_rows();
      }
    }
  }

  void end() override {
    begin_sheet();
    pass_rows();
    const std::string last_cell = places_.back() + std::to_string(rows_);
    zip_.write(xlsx::sheet_end(last_cell));
    zip_.end();
    add_part(xlsx::workbook_part(title_, last_cell));
    zip_.finish();
  }

  void add_row(const std::vector<Cell>& cells, int style) {
    const std::string number = std::to_string(++rows_);
    rows_text_ += "<row r=\"" + number + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      check_length(cells[i], places_[i] + number);
      xlsx::add_cell(cells[i], places_[i] + number, style, rows_text_);
    }
    rows_text_ += "</row>";
  }

  static void check_length(const Cell& cell, const std::string& place) {
    const auto* text = std::get_if<std::string>(&cell);
    // Escapes make a text longer, never by more than six characters for a byte.
    if (text != nullptr && text->size() > kLongestText / 6 &&
        utf16_length(plain_text(*text)) > kLongestText) {
      throw Failure(say(
          "单元格 {0} 的文字超过 {1} 个字符,表格放不下;请用 CSV 或 JSON Lines",
          "the text of cell {0} has more than {1} characters, which a spreadsheet cannot hold; use CSV or "
          "JSON Lines",
          place, kLongestText));
    }
  }

  // The widths stand before the rows.
  void begin_sheet() {
    if (std::exchange(begun_, true)) {
      return;
    }
    for (const xlsx::Part& part : xlsx::fixed_parts()) {
      add_part(part);
    }
    zip_.begin(xlsx::kSheetPath);
    zip_.write(xlsx::sheet_begin(widths_));
  }

  void pass_rows() {
    zip_.write(rows_text_);
    rows_text_.clear();
  }

  void add_part(const xlsx::Part& part) {
    zip_.begin(part.path);
    zip_.write(part.content);
    zip_.end();
  }

  static constexpr std::size_t kLarge = 1u << 16;
  std::string title_;
  ZipWriter zip_;
  std::vector<std::string> places_;  // A, B, …
  std::vector<int> widths_;          // in characters
  std::string rows_text_;            // not yet passed on
  std::size_t rows_ = 0;             // with the head
  bool begun_ = false;               // are the widths settled?
};

}  // namespace

std::unique_ptr<SheetWriter> xlsx_writer(const SheetHead& head, Sink sink) {
  return std::make_unique<XlsxWriter>(head, std::move(sink));
}

}  // namespace siqingdan
