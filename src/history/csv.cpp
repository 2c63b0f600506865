#include "history/csv.h"

#include <algorithm>

#include "base/unicode.h"

namespace siqingdan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Reader {
 public:
  Reader(const std::string& path, std::string_view text, Issues& issues)
      : path_(path), text_(text), issues_(issues) {}

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      CsvRow row = this->row();
      const bool empty = std::all_of(row.fields.begin(), row.fields.end(),
                                     [](const std::string& field) { return field.empty(); });
      if (!empty || !row.sound) {
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

 private:
  CsvRow row() {
    CsvRow row;
    row.line = line_;
    do {
      row.fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted(row) : bare(row));
    } while (take(','));
    take_line_end();
    return row;
  }

  std::string bare(CsvRow& row) {
    const std::size_t from = at_;
    at_ = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string field(text_.substr(from, at_ - from));
    if (field.find('"') != std::string::npos) {
      spoil(row, say("引号写在没有用引号括起的内容里", "a quote inside a field that is not in quotes"));
    }
    return field;
  }

  std::string quoted(CsvRow& row) {
    const int opened = line_;
    ++at_;
    std::string field;
    while (at_ < text_.size()) {
      if (take('"')) {
        if (!take('"')) {
          after_quotes(row);
          return field;
        }
        field += '"';
      } else if (!take_line_end()) {
        field += text_[at_++];
      } else {
        field += '\n';
      }
    }
    spoil(row, say("第 {0} 行的引号没有关上,第 {0} 至 {1} 行都没有读到",
                   "the quote in line {0} is never closed; lines {0} to {1} were not read", opened, line_));
    return field;
  }

  void after_quotes(CsvRow& row) {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    if (end != at_) {
      spoil(row, say("右引号后面还有文字", "there is text behind a closing quote"));
      at_ = end;
    }
  }

  bool take(char c) {
    const bool is = at_ < text_.size() && text_[at_] == c;
    at_ += is ? 1 : 0;
    return is;
  }

  bool take_line_end() {
    const bool cr = take('\r');
    const bool lf = take('\n');
    line_ += cr || lf ? 1 : 0;
    return cr || lf;
  }

  void spoil(CsvRow& row, Text message) {
    if (row.sound) {
      issues_.error(
          "bad-csv", {path_, row.line, 1}, std::move(message),
          {"含逗号、引号、换行的内容用英文双引号括起,里面的引号写两个",
           "put fields with commas, quotes or line ends in double quotes, and double the quotes inside"});
    }
    row.sound = false;
  }

  const std::string& path_;
  std::string_view text_;
  Issues& issues_;
  std::size_t at_ = 0;
  int line_ = 1;
};

int line_at(std::string_view text, std::size_t offset) {
  return 1 +
         static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

}  // namespace

std::optional<std::vector<CsvRow>> read_csv(const SourceFile& file, Issues& issues) {
  std::string_view text = file.text;
  if (const auto invalid = first_invalid_utf8(text)) {
    issues.error("not-utf-8", {file.path, line_at(text, *invalid), 1},
                 say("文件不是 UTF-8 编码(可能是 GB18030 或者 UTF-16)",
                     "the file is not in UTF-8 (perhaps it is in GB18030 or UTF-16)"),
                 say("在表格软件里另存为“CSV UTF-8(逗号分隔)”",
                     "save it from the spreadsheet as “CSV UTF-8 (comma delimited)”"));
    return std::nullopt;
  }
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return Reader(file.path, text, issues).rows();
}

}  // namespace siqingdan
