#include "bare_file.h"

#include <algorithm>

#include "base/failure.h"

namespace siqingdan {

BareFile::BareFile(const std::string& path) {
  if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) {
    bug(sqlite3_errmsg(handle_));
  }
}

BareFile::~BareFile() {
  for (const auto& [sql, statement] : prepared_) {
    sqlite3_finalize(statement);
  }
  sqlite3_close(handle_);
}

void BareFile::durable() { run("pragma journal_mode = wal; pragma synchronous = full"); }

void BareFile::run(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    bug(sqlite3_errmsg(handle_));
  }
}

std::vector<std::string> BareFile::texts(const std::string& query) {
  std::vector<std::string> all;
  sqlite3_stmt* rows = prepare(query);
  while (sqlite3_step(rows) == SQLITE_ROW) {
    all.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(rows, 0)));
  }
  sqlite3_reset(rows);
  return all;
}

std::int64_t BareFile::number(const std::string& query) { return std::stoll(texts(query).at(0)); }

void BareFile::commit(const std::string& body) {
  sqlite3_stmt* insert = prepare("insert into t values (?)");
  sqlite3_bind_text(insert, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
  if (sqlite3_step(insert) != SQLITE_DONE) {
    bug(sqlite3_errmsg(handle_));
  }
  sqlite3_reset(insert);
}

void BareFile::take(BareFile& from, std::int64_t entry) {
  if (number("select count(*) from sqlite_schema") == 0) {
    for (const std::string& sql :
         from.texts("select sql from sqlite_schema where type in ('table', 'index') and sql is not null"
                    " order by type desc")) {
      run(sql);
    }
  }
  take_rows(from, "entries", "id", entry);
  take_rows(from, "decisions", "id", entry);
  take_rows(from, "follow_ups", "entry", entry);
}

void BareFile::take_rows(BareFile& from, const std::string& table, const char* key, std::int64_t entry) {
  sqlite3_stmt* rows = from.prepare("select * from " + table + " where " + key + " = ?");
  sqlite3_bind_int64(rows, 1, entry);
  while (sqlite3_step(rows) == SQLITE_ROW) {
    Row row;
    std::string marks;
    for (int i = 0; i < sqlite3_column_count(rows); ++i) {
      row.values.push_back(sqlite3_value_dup(sqlite3_column_value(rows, i)));
      marks += i == 0 ? "?" : ", ?";
    }
    row.insert = "insert into " + table + " values (" + marks + ")";
    taken_.push_back(std::move(row));
  }
  sqlite3_reset(rows);
}

void BareFile::commit_taken() {
  run("begin immediate");
  for (const Row& row : taken_) {
    sqlite3_stmt* insert = prepare(row.insert);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      sqlite3_bind_value(insert, static_cast<int>(i + 1), row.values[i]);
      sqlite3_value_free(row.values[i]);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) {
      bug(sqlite3_errmsg(handle_));
    }
    sqlite3_reset(insert);
  }
  run("commit");
  taken_.clear();
}

sqlite3_stmt* BareFile::prepare(const std::string& sql) {
  const auto found = std::find_if(prepared_.begin(), prepared_.end(),
                                  [&](const auto& one) { return one.first == sql; });
  if (found != prepared_.end()) {
    return found->second;
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    bug(sqlite3_errmsg(handle_));
  }
  prepared_.emplace_back(sql, statement);
  return statement;
}

}  // namespace siqingdan
