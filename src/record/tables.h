// The index tables: they repeat what stands in the entries, so that lists, figures and reminders need not
// read the bodies. Every row is made from one entry by record/index.h and from nothing else, both when it is
// written and when `verify` asks what should be there. In each table the first column is an integer that
// grows with the entries.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan {

struct IndexColumn {
  std::string_view name;
  std::string_view type;  // integer, text; with `not null` unless it may be empty
};

struct IndexTable {
  const char* name;
  std::vector<IndexColumn> columns;
};

enum class TableId : std::uint8_t {
  decisions,
  follow_ups,
  reviews,
  clocks,
  outcomes,
  imports,
  priors,
  withdrawals
};

extern const std::array<IndexTable, 8> kTables;  // by TableId
extern const char* const kIndexes;               // statements

inline const IndexTable& table_of(TableId id) { return kTables[static_cast<std::size_t>(id)]; }

std::string create_statement(const IndexTable& table);
const std::string& insert_statement(TableId table);
std::string select_statement(const IndexTable& table);  // every row, in the order of its entries

}  // namespace siqingdan
