#include "base/unicode.h"
#include "json/value.h"
#include "report/sheet_forms.h"

namespace siqingdan {
namespace {

json::Value to_json(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return *text;
  }
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return *number;
  }
  if (const auto* date = std::get_if<Date>(&cell)) {
    return to_text(*date);
  }
  return nullptr;
}

class JsonLinesWriter final : public SheetWriter {
 public:
  JsonLinesWriter(const SheetHead& head, Sink sink)
      : SheetWriter(head.keys.size()), keys_(head.keys), out_(std::move(sink)) {}

 private:
  void add(const std::vector<Cell>& cells) override {
    json::Value object = json::Value::object();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      object[keys_[i]] = to_json(cells[i]);
    }
    // What `visible` escapes stands inside of texts only, all of it below U+10000; so these are JSON's own
    // escapes.
    out_.text() += visible(json::compact(object));
    out_.text() += '\n';
    out_.pass_if_large();
  }

  void end() override { out_.pass(); }

  std::vector<std::string> keys_;
  Gathered out_;
};

}  // namespace

std::unique_ptr<SheetWriter> json_lines_writer(const SheetHead& head, Sink sink) {
  return std::make_unique<JsonLinesWriter>(head, std::move(sink));
}

}  // namespace siqingdan
