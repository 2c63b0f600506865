// Holds the rows of the index against those that the entries ask for, in one pass over both.

#pragma once

#include <vector>

#include "record/flaws.h"
#include "record/index.h"
#include "record/sqlite.h"

namespace siqingdan {

// One table, read in the order in which its rows were added.
class IndexCursor {
 public:
  IndexCursor(sqlite::Database& file, TableId table, Flaws& flaws);

  // The next row that an entry asks for: whatever stands before it in the table is superfluous.
  void expect(const IndexRow& row);
  // No entry asks for more.
  void expect_end();

  // After entries that are missing or cannot be read: what they would have asked for is superfluous, up to
  // the rows of `entry`. Returns the key of the last such row; 0 if there is none.
  std::int64_t skip_to_entry(std::int64_t entry);

 private:
  bool at(std::int64_t key) const { return here_ && rows_.integer(0) == key; }
  void skip_before(std::int64_t key);
  void superfluous();
  void compare(const IndexRow& row);
  bool same(std::size_t column, const IndexCell& cell) const;
  void step() { here_ = rows_.next(); }

  Flaws& flaws_;
  const IndexTable& table_;
  sqlite::Statement rows_;
  bool here_ = false;
};

}  // namespace siqingdan
