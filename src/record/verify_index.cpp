#include "record/verify_index.h"

namespace siqingdan {

IndexCursor::IndexCursor(sqlite::Database& file, TableId table, Flaws& flaws)
    : flaws_(flaws), table_(table_of(table)), rows_(file, select_statement(table_)) {
  step();
}

void IndexCursor::superfluous() {
  flaws_.add(place_of(table_.name, rows_.integer(0)),
             say("没有对应的日志条目", "there is no entry in the log for it"));
  step();
}

void IndexCursor::skip_before(std::int64_t key) {
  while (here_ && rows_.integer(0) < key && !flaws_.full()) {
    superfluous();
  }
}

std::int64_t IndexCursor::skip_to_entry(std::int64_t entry) {
  const int column = table_.columns[1].name == "entry" ? 1 : 0;  // else the key is the entry
  std::int64_t last = 0;
  while (here_ && rows_.integer(column) < entry && !flaws_.full()) {
    last = rows_.integer(0);
    superfluous();
  }
  return last;
}

void IndexCursor::expect(const IndexRow& row) {
  skip_before(row.key());
  if (!at(row.key())) {
    flaws_.add(place_of(table_.name, row.key()),
               say("日志条目有,索引里没有", "an entry asks for it, and the index lacks it"));
    return;
  }
  compare(row);
  step();
}

void IndexCursor::expect_end() {
  while (here_ && !flaws_.full()) {
    superfluous();
  }
}

bool IndexCursor::same(std::size_t column, const IndexCell& cell) const {
  const int at = static_cast<int>(column);
  if (std::holds_alternative<std::monostate>(cell)) {
    return rows_.is_null(at);
  }
  if (rows_.is_null(at)) {
    return false;
  }
  const auto* number = std::get_if<std::int64_t>(&cell);
  return number != nullptr ? rows_.integer(at) == *number : rows_.view(at) == std::get<std::string>(cell);
}

void IndexCursor::compare(const IndexRow& row) {
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    if (!same(i, row.cells[i])) {
      flaws_.add(place_of(table_.name, row.key()),
                 say("`{}` 与日志条目所写不符", "`{}` is not what the entry says",
                     std::string(table_.columns[i].name)));
    }
  }
}

}  // namespace siqingdan
