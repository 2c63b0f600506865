// What imports of earlier decisions left in the log, and which of it counts. Only src/record sees it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "history/prior_record.h"
#include "record/sqlite.h"

namespace siqingdan {

// Of a longer import each entry but the last holds so many.
inline constexpr std::size_t kRowsOfAnEntry = 1000;

// A declaration of completeness. It counts until its import is withdrawn, or rows of the same bureau and of
// its days are: without them it would say that what they told of never was.
struct Declared {
  std::int64_t entry = 0;
  CompleteSpan span;
  std::int64_t withdrawal = 0;  // the entry by which it counts no more; 0: it counts
};
std::vector<Declared> declarations(sqlite::Database& file);  // by entry

// The entries that were made by the same import as this one.
std::vector<std::int64_t> entries_of_import(sqlite::Database& file, std::int64_t entry);

// How the source of a record names the import that it stands in.
std::string reference_to(std::int64_t import);

Date date_in(sqlite::Database& file, const std::string& text);

}  // namespace siqingdan
