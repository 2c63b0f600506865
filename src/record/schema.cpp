#include "record/schema.h"

#include "record/tables.h"

namespace siqingdan {
namespace {

constexpr const char* kChain = R"(
create table entries (
  id        integer primary key,
  kind      text not null,
  at        text not null,
  who       text not null,
  body      text not null,
  algorithm text not null,
  prev      text not null,
  digest    text not null
) strict;
create table content (
  digest text primary key not null,
  kind   text not null check (kind in ('rules', 'calendar')),
  body   text not null
) strict;
)";

// A table and when a new row would take the place of one that is there, or not come last. `insert or replace`
// asks the delete trigger only where recursive_triggers is on, and in somebody else's connection it is off.
void create_guards(sqlite::Database& database, const std::string& table, const std::string& replaces) {
  for (const char* event : {"update", "delete"}) {
    database.run(
        fmt::format("create trigger {0}_no_{1} before {1} on {0} begin"
                    " select raise(abort, 'the log is append-only'); end",
                    table, event));
  }
  database.run(
      fmt::format("create trigger {0}_only_append before insert on {0} when {1} begin"
                  " select raise(abort, 'the log is append-only'); end",
                  table, replaces));
}

}  // namespace

void create_schema(sqlite::Database& database) {
  database.run(kChain);
  create_guards(database, "entries",
                "new.id is not (select coalesce(max(id), 0) + 1 from entries)"
                " or new.prev is not coalesce((select digest from entries order by id desc limit 1), '')");
  create_guards(database, "content", "exists (select 1 from content where digest = new.digest)");
  for (const IndexTable& table : kTables) {
    database.run(create_statement(table));
    create_guards(database, table.name,
                  fmt::format("new.{1} <= (select coalesce(max({1}), 0) from {0})", table.name,
                              table.columns.front().name));
  }
  database.run(kIndexes);
  database.run(fmt::format("pragma application_id = {}", kApplication));
  database.run(fmt::format("pragma user_version = {}", kSchemaVersion));
}

std::vector<SchemaPart> schema_of(sqlite::Database& database) {
  sqlite::Statement parts(database,
                          "select type, name, tbl_name, sql from sqlite_schema"
                          " where not (type = 'table' and name in ('sqlite_stat1', 'sqlite_stat4'))"
                          " order by type, name");
  std::vector<SchemaPart> all;
  while (parts.next()) {
    all.push_back({parts.text(0), parts.text(1), parts.text(2), parts.text(3)});
  }
  return all;
}

std::vector<SchemaPart> untouched_schema() {
  const auto fresh = sqlite::Database::in_memory();
  create_schema(*fresh);
  return schema_of(*fresh);
}

}  // namespace siqingdan
