// A bureau's earlier decisions from a CSV file: one decision a row, in columns that are found by their
// heading.
//
//   当事人代码 party · 案由 offence · 决定日期 date · 决定种类 kind · 文号 document
//
// docs/HISTORY.md has the format. Every row that cannot be read is an issue at its line, with all that is
// wrong with it; the rows that can be read are given beside them.

#pragma once

#include <cstddef>
#include <vector>

#include "base/file.h"
#include "base/issue.h"
#include "facts/vocabulary.h"
#include "history/prior_record.h"
#include "law/catalogue.h"

namespace siqingdan {

inline constexpr std::size_t kHistoryLimit = std::size_t{64} << 20;  // bytes of one file

struct HistoryFile {
  std::vector<PriorRecord> records;  // in the order of the file; each decision once
  std::size_t read = 0;      // rows below the heading: good, bad and repeated together
  std::size_t bad = 0;       // rows that are not among `records` because something is wrong with them
  std::size_t repeated = 0;  // rows that say what an earlier row says
  bool readable = false;     // false: not even the heading could be used

  // May the file be declared complete? Not while a row is bad: it may be the one that counts.
  bool can_be_complete() const { return readable && bad == 0; }
};

// `kinds`: the derived fact whose kinds of decision the records name. `bureau`: that made the decisions.
// `today`: no decision is later.
HistoryFile read_history(const SourceFile& file, const std::string& bureau, const Fact& kinds,
                         const Catalogue& catalogue, Date today, Issues& issues);

// Is the declaration one that can be true today? The bureau named, the days in order, the last not after
// today. Each fault is an issue of the command line.
bool is_sound(const CompleteSpan& span, Date today, Issues& issues);

}  // namespace siqingdan
