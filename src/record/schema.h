// The tables of the log and what keeps them from being changed.
//
// The text of these statements is part of the format: SQLite keeps it in the file, and `verify` compares it.
// A changed space makes every existing log look altered, so any change needs a new kSchemaVersion and a way
// from the old one (tests/unit/log_attack_test.cpp holds the digest of the text).

#pragma once

#include <string>
#include <vector>

#include "record/sqlite.h"

namespace siqingdan {

// What `file` and the SQLite header tell a log by: "SQD1".
inline constexpr std::int64_t kApplication = 0x53514431;
inline constexpr std::int64_t kSchemaVersion = 3;

// Makes the tables in an empty database, and marks it as ours. To be called in a transaction.
void create_schema(sqlite::Database& database);

// What the schema of a database consists of, in a fixed order. SQLite's own statistics are left out: anybody
// may run `analyze`.
struct SchemaPart {
  std::string kind;  // table, index, trigger, view
  std::string name;
  std::string table;
  std::string sql;  // empty for the indexes SQLite makes by itself

  bool operator==(const SchemaPart&) const = default;
};
std::vector<SchemaPart> schema_of(sqlite::Database& database);

// What it consists of in a log that nobody touched.
std::vector<SchemaPart> untouched_schema();

}  // namespace siqingdan
