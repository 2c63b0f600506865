#include "record/schema.h"

namespace siqingdan {
namespace {

constexpr const char* kTables = R"(
create table entries (
  id        integer primary key,
  kind      text not null,
  at        text not null,
  who       text not null,
  body      text not null,
  algorithm text not null,
  prev      text not null,
  digest    text not null unique
) strict;
create table content (
  digest text primary key not null,
  kind   text not null check (kind in ('rules', 'calendar')),
  body   text not null
) strict;
create table decisions (
  id      integer primary key references entries (id),
  case_id text not null,
  day     text not null,
  offence text not null,
  answers text not null
) strict;
create table follow_ups (
  id          integer primary key,
  decision    integer not null references decisions (id),
  duty        text not null,
  what        text not null,
  who         text not null,
  due         text,
  waiting_for text not null,
  unique (decision, duty)
) strict;
create table reviews (
  entry     integer primary key references entries (id),
  follow_up integer not null unique references follow_ups (id),
  outcome   text not null check (outcome in ('done', 'rectified', 'not_rectified', 'reoffended')),
  note      text not null
) strict;
)";

// A table and when a new row would take the place of one that is there. `insert or replace` asks the delete
// trigger only where recursive_triggers is on, and in somebody else's connection it is off.
struct Guard {
  const char* table;
  const char* replaces;
};
constexpr Guard kGuards[] = {
    {"entries",
     "new.id is not (select coalesce(max(id), 0) + 1 from entries)"
     " or new.prev is not coalesce((select digest from entries order by id desc limit 1), '')"
     " or exists (select 1 from entries where digest = new.digest)"},
    {"content", "exists (select 1 from content where digest = new.digest)"},
    {"decisions", "exists (select 1 from decisions where id = new.id)"},
    {"follow_ups",
     "new.id is not (select coalesce(max(id), 0) + 1 from follow_ups)"
     " or exists (select 1 from follow_ups where decision = new.decision and duty = new.duty)"},
    {"reviews", "exists (select 1 from reviews where entry = new.entry or follow_up = new.follow_up)"},
};

void create_guards(sqlite::Database& database) {
  for (const Guard& guard : kGuards) {
    for (const char* event : {"update", "delete"}) {
      database.run(
          fmt::format("create trigger {0}_no_{1} before {1} on {0} begin"
                      " select raise(abort, 'the log is append-only'); end",
                      guard.table, event));
    }
    database.run(
        fmt::format("create trigger {0}_only_append before insert on {0} when {1} begin"
                    " select raise(abort, 'the log is append-only'); end",
                    guard.table, guard.replaces));
  }
}

}  // namespace

void create_schema(sqlite::Database& database) {
  database.run(kTables);
  create_guards(database);
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
