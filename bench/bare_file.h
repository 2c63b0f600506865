// A database with nothing of ours about it, to measure ours against.

#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <vector>

namespace siqingdan {

class BareFile {
 public:
  explicit BareFile(const std::string& path);  // whatever goes wrong is a bug, here and below
  ~BareFile();
  BareFile(const BareFile&) = delete;
  BareFile& operator=(const BareFile&) = delete;

  void durable();  // writes as durably as a log does
  void run(const std::string& sql);
  std::vector<std::string> texts(const std::string& query);  // the first column
  std::int64_t number(const std::string& query);

  // One commit of `body` in a table of one column.
  void commit(const std::string& body);

  // One commit of the rows that `from` holds of an entry, in tables and indexes like those of `from` but
  // without its triggers. `take` reads them, so that `commit_taken` has nothing to do but to write.
  void take(BareFile& from, std::int64_t entry);
  void commit_taken();

 private:
  struct Row {
    std::string insert;
    std::vector<sqlite3_value*> values;
  };
  sqlite3_stmt* prepare(const std::string& sql);
  void take_rows(BareFile& from, const std::string& table, const char* key, std::int64_t entry);

  sqlite3* handle_ = nullptr;
  std::vector<std::pair<std::string, sqlite3_stmt*>> prepared_;
  std::vector<Row> taken_;
};

}  // namespace siqingdan
