#include "report/sheet.h"

#include <set>
#include <utility>

#include "base/failure.h"
#include "report/sheet_forms.h"

namespace siqingdan {
namespace {

SheetHead head_of(const Sheet& sheet, Language language) {
  const Style style{language};
  SheetHead head{finish(style, style(sheet.title)), {}, {}};
  for (const SheetColumn& column : sheet.columns) {
    head.keys.push_back(column.key);
    head.headings.push_back(finish(style, style(column.heading)));
  }
  if (std::set<std::string>(head.keys.begin(), head.keys.end()).size() != head.keys.size()) {
    bug("two columns of a sheet have the same key");
  }
  return head;
}

}  // namespace

void SheetWriter::row(const std::vector<Cell>& cells) {
  if (finished_ || cells.size() != columns_) {
    bug("a row does not fit its sheet");
  }
  add(cells);
}

void SheetWriter::finish() {
  if (std::exchange(finished_, true)) {
    bug("a sheet is finished twice");
  }
  end();
}

std::unique_ptr<SheetWriter> sheet_writer(SheetForm form, const Sheet& sheet, Language language, Sink sink) {
  const SheetHead head = head_of(sheet, language);
  switch (form) {
    case SheetForm::csv:
      return csv_writer(head, std::move(sink));
    case SheetForm::json_lines:
      return json_lines_writer(head, std::move(sink));
    case SheetForm::xlsx:
      return xlsx_writer(head, std::move(sink));
  }
  bug("a sheet of no form");
}

}  // namespace siqingdan
