// Writes what tests/read_back.py made up, for other programs to read back.
//
//   write_forms INPUT.json FOLDER
//
//   { "rows": [["text", 17, { "date": "2026-11-23" }, null], …],  each of four cells
//     "reminders": [{ "uid": …, "summary": …, "description": …, "state": 0 to 3, "due": "2026-11-23" or null,
//                     "changed": "2026-11-23T09:30:00+08:00", "sequence": 2, "category": …, "alarm_days": [3,
//                     1] }, …] }
//
// makes out.csv, out.jsonl, out.xlsx and out.ics.

#include <iostream>
#include <string>

#include "base/failure.h"
#include "base/new_file.h"
#include "json/parse.h"
#include "report/calendar_file.h"
#include "report/sheet.h"

namespace siqingdan {
namespace {

Cell cell_of(const json::Node& node) {
  switch (node.kind) {
    case json::Node::Kind::null:
      return nothing;
    case json::Node::Kind::integer:
      return node.integer;
    case json::Node::Kind::text:
      return node.text;
    default:
      return parse_date(node.find("date")->text).value();
  }
}

void write_sheet(SheetForm form, const json::Node& rows, const std::string& path) {
  const Sheet sheet{{"决定", "decisions"},
                    {{"a", {"甲", "a"}}, {"b", {"乙", "b"}}, {"c", {"丙", "c"}}, {"d", {"丁", "d"}}}};
  NewFile file(path);
  const auto out = sheet_writer(form, sheet, Language::zh,
                                [&](std::string_view bytes) { file.write(bytes); });
  for (const json::Node& row : rows.items) {
    std::vector<Cell> cells;
    for (const json::Node& cell : row.items) {
      cells.push_back(cell_of(cell));
    }
    out->row(cells);
  }
  out->finish();
  file.keep();
}

Reminder reminder_of(const json::Node& node) {
  Reminder reminder;
  reminder.uid = node.find("uid")->text;
  reminder.summary = node.find("summary")->text;
  reminder.description = node.find("description")->text;
  reminder.state = static_cast<Reminder::State>(node.find("state")->integer);
  reminder.due = parse_date(node.find("due")->text);
  reminder.changed = parse_moment(node.find("changed")->text).value();
  reminder.sequence = static_cast<int>(node.find("sequence")->integer);
  reminder.category = node.find("category")->text;
  for (const json::Node& days : node.find("alarm_days")->items) {
    reminder.alarm_days.push_back(static_cast<int>(days.integer));
  }
  return reminder;
}

void write_all(const std::string& input, const std::string& folder) {
  Issues issues;
  constexpr std::size_t kLimit = 100u << 20;
  const auto document = json::parse({input, read_file(input, kLimit)}, issues);
  if (!document) {
    throw Failure(same("the input is not JSON"));
  }
  const json::Node& rows = *document->root.find("rows");
  write_sheet(SheetForm::csv, rows, folder + "/out.csv");
  write_sheet(SheetForm::json_lines, rows, folder + "/out.jsonl");
  write_sheet(SheetForm::xlsx, rows, folder + "/out.xlsx");
  std::vector<Reminder> reminders;
  for (const json::Node& node : document->root.find("reminders")->items) {
    reminders.push_back(reminder_of(node));
  }
  NewFile calendar(folder + "/out.ics");
  calendar.write(calendar_file("四清单;复查,\"松江\"", reminders));
  calendar.keep();
}

}  // namespace
}  // namespace siqingdan

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: write_forms INPUT.json FOLDER\n";
    return 2;
  }
  try {
    siqingdan::write_all(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << "write_forms: " << problem.what() << "\n";
    return 1;
  }
}
