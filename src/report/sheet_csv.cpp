#include <algorithm>

#include "base/unicode.h"
#include "report/plain_text.h"
#include "report/sheet_forms.h"

namespace siqingdan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Would a spreadsheet calculate it, or take an apostrophe of its own for ours? `plain_form` makes the wide
// signs, which a Chinese or Japanese spreadsheet takes as well, narrow.
bool must_be_disarmed(const std::string& text) {
  if (text.empty()) {
    return false;
  }
  if (text[0] == '\'' || text[0] == '\t' || text[0] == '\n') {
    return true;
  }
  for (const char32_t character : to_code_points(text)) {
    const auto plain = plain_form(character);
    if (plain && *plain != ' ' && *plain != '\n') {
      return *plain == '=' || *plain == '+' || *plain == '-' || *plain == '@' || *plain == U'\u2212';
    }
  }
  return false;
}

void add_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    out += c;
    if (c == '"') {
      out += '"';
    }
  }
  out += '"';
}

void add_text(const std::string& raw, std::string& out) {
  std::string text = plain_text(raw);
  if (must_be_disarmed(text)) {
    text.insert(text.begin(), '\'');
  }
  const bool blank_at_an_end = text.starts_with(' ') || text.ends_with(' ');
  if (text.empty() || blank_at_an_end || text.find_first_of(",\"\n\t") != std::string::npos) {
    add_quoted(text, out);
  } else {
    out += text;
  }
}

void add_cell(const Cell& cell, std::string& out) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    add_text(*text, out);
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    out += std::to_string(*number);
  } else if (const auto* date = std::get_if<Date>(&cell)) {
    out += to_text(*date);
  }
}

class CsvWriter final : public SheetWriter {
 public:
  CsvWriter(const SheetHead& head, Sink sink) : SheetWriter(head.keys.size()), out_(std::move(sink)) {
    out_.text() += kByteOrderMark;
    add_line({head.headings.begin(), head.headings.end()});
  }

 private:
  void add(const std::vector<Cell>& cells) override { add_line(cells); }

  void end() override { out_.pass(); }

  void add_line(const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) {
        out_.text() += ',';
      }
      add_cell(cells[i], out_.text());
    }
    out_.text() += "\r\n";
    out_.pass_if_large();
  }

  Gathered out_;
};

}  // namespace

std::unique_ptr<SheetWriter> csv_writer(const SheetHead& head, Sink sink) {
  return std::make_unique<CsvWriter>(head, std::move(sink));
}

}  // namespace siqingdan
