// The three forms of a sheet, and what they share. Seen only by src/report/sheet*.cpp.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/sheet.h"

namespace siqingdan {

// The sheet in one language.
struct SheetHead {
  std::string title;
  std::vector<std::string> keys;
  std::vector<std::string> headings;
};

std::unique_ptr<SheetWriter> csv_writer(const SheetHead& head, Sink sink);
std::unique_ptr<SheetWriter> json_lines_writer(const SheetHead& head, Sink sink);
std::unique_ptr<SheetWriter> xlsx_writer(const SheetHead& head, Sink sink);

// Gathers small pieces, so that the sink is called for each 64 KB and not for each cell.
class Gathered {
 public:
  explicit Gathered(Sink sink) : sink_(std::move(sink)) {}

  std::string& text() { return text_; }  // to be appended to
  void pass_if_large() {
    if (text_.size() >= kLarge) {
      pass();
    }
  }
  void pass() {
    sink_(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t kLarge = 1u << 16;
  Sink sink_;
  std::string text_;
};

}  // namespace siqingdan
