// Writes ROWS rows of ten columns in each form: how long it takes, by the wall and of processor time, how
// large the file is.
//
//   bench_sheets ROWS FOLDER

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "base/new_file.h"
#include "report/sheet.h"

namespace {

using namespace siqingdan;

const Sheet& sheet() {
  static const Sheet sheet{{"决定", "decisions"},
                           {{"id", {"编号", "id"}},
                            {"case", {"案件", "case"}},
                            {"on", {"日期", "on"}},
                            {"offence", {"违法行为", "offence"}},
                            {"party", {"当事人", "party"}},
                            {"code", {"代码", "code"}},
                            {"answer", {"结论", "answer"}},
                            {"officer", {"承办人", "officer"}},
                            {"due", {"期限", "due"}},
                            {"note", {"备注", "note"}}}};
  return sheet;
}

void write(SheetForm form, const char* name, int rows, const std::string& folder) {
  const std::string path = folder + "/bench." + name;
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t processor = std::clock();
  NewFile file(path);
  const auto out = sheet_writer(form, sheet(), Language::zh,
                                [&](std::string_view bytes) { file.write(bytes); });
  for (int i = 0; i < rows; ++i) {
    const std::string number = std::to_string(i);
    out->row({i, "沪市监松案〔" + number + "〕", from_number(20000 + i % 2000), "经营超过保质期的食品",
              "上海松江某某便利店有限公司" + number, "91310117MA1J" + number, "适用",
              "承办人" + std::to_string(i % 40),
              i % 3 == 0 ? Cell(nothing) : Cell(from_number(20100 + i % 2000)),
              "当事人已改正,\"首次\"违法;未造成危害后果"});
  }
  out->finish();
  file.keep();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-6s %.2f s (processor %.2f s)  %.1f MB  (largest memory so far %.0f MB)\n", name,
              taken.count(), static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC,
              static_cast<double>(std::filesystem::file_size(path)) / 1e6,
              static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_sheets ROWS FOLDER\n");
    return 2;
  }
  const int rows = std::atoi(argv[1]);
  write(SheetForm::csv, "csv", rows, argv[2]);
  write(SheetForm::json_lines, "jsonl", rows, argv[2]);
  write(SheetForm::xlsx, "xlsx", rows, argv[2]);
  return 0;
}
