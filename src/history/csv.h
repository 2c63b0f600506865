// Comma-separated values by RFC 4180 that remember the line each row begins on.
//
// Small and our own: of the readers that Debian has, libcsv forgets where a field stood and bends malformed
// quotes into fields, and fast-cpp-csv-parser knows no newline in quotes; a row that was bent in silence may
// be the prior decision that counts.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/issue.h"

namespace siqingdan {

struct CsvRow {
  int line = 0;  // of the file, from 1, where the row begins; fields may hold further line ends
  std::vector<std::string> fields;
  bool sound = true;  // false: its quotes are wrong, which is an issue; its fields are not to be used
};

// The rows, without those that are empty or have only empty fields. UTF-8 with or without a byte order mark;
// lines end in LF, CR LF or CR. A file in another encoding is an issue and gives nothing; a quote that is not
// closed spoils its row and, with it, the rest of the file, and the issue says so.
std::optional<std::vector<CsvRow>> read_csv(const SourceFile& file, Issues& issues);

}  // namespace siqingdan
