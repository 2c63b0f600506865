// SQLite with its resources held by objects and every result looked at. The only door to <sqlite3.h>.
//
//   Statement due(database, "select id from follow_ups where due < ? order by id");
//   due.bind(today);
//   while (due.next()) {
//     use(due.integer(0));
//   }
//
// What goes wrong is thrown as an Error, which names the file and what to do about it.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"

struct sqlite3;
struct sqlite3_stmt;

namespace siqingdan::sqlite {

enum class Trouble {
  damaged,      // the file is not as it was written: broken pages, missing tables, rows that cannot be
  unreachable,  // it cannot be opened or written from here
  busy,         // another program holds it
  other
};

class Error : public Failure {
 public:
  Error(Text message, Trouble trouble, std::string reason)
      : Failure(std::move(message)), trouble_(trouble), reason_(std::move(reason)) {}

  Trouble trouble() const { return trouble_; }
  const std::string& reason() const { return reason_; }  // in SQLite's words

 private:
  Trouble trouble_;
  std::string reason_;
};

// May be used by several threads; each statement by one at a time.
class Database {
 public:
  enum class Access {
    write,      // the file must exist; it is never made here
    read,       //
    unchanging  // read without locks, for a file that nobody can be writing
  };

  // Opens the file, waits up to five seconds for others whenever it is held, trusts nothing that stands in
  // it.
  Database(const std::string& path, Access access);
  // A database of its own in memory.
  static std::unique_ptr<Database> in_memory();

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Statements without parameters; what they return is ignored.
  void run(const std::string& statements);

  // The first column of the first row, as a number.
  std::int64_t number(const std::string& query);

  // SQLite opens a file that cannot be written for reading, in silence.
  bool writable() const;

  // The first bytes of the file as they lie on disk, zeros behind its end. Through SQLite's own handle:
  // to open and close the file beside SQLite would drop every lock this process holds on it.
  std::string first_bytes(int count) const;

  const std::string& path() const { return path_; }

  // Called in each transaction that writes, just before its end; what it returns is called once all is on
  // disk.
  using Then = std::function<void()>;
  void when_writing(std::function<Then()> ends) { when_writing_ = std::move(ends); }

  [[noreturn]] void fail(int code) const;
  [[noreturn]] void damaged(const std::string& reason) const;

 private:
  friend class Statement;
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* handle) const noexcept;
  };

  struct Release {
    Database* database;
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };

  Database(const std::string& path, const std::string& name, int flags);
  void harden();
  sqlite3_stmt* prepare(const std::string& sql);

  std::string path_;  // as people see it
  std::function<Then()> when_writing_;
  std::unique_ptr<sqlite3, Close> handle_;
  // Prepared and used before, now free: to prepare a statement takes longer than to insert a row.
  std::vector<std::unique_ptr<sqlite3_stmt, Finalize>> idle_;
};

// One prepared statement, which must not outlive its database. Columns count from 0, parameters are bound all
// at once in their order.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);

  // Also makes a statement that has run ready to run again.
  template <class... Values>
  Statement& bind(const Values&... values) {
    reset();
    (bind_one(++bound_, values), ...);
    return *this;
  }

  // The same one by one, for statements made from data.
  template <class Value>
  void bind_next(const Value& value) {
    bind_one(++bound_, value);
  }

  bool next();  // is there a row?
  void run();  // for statements that return none

  std::int64_t integer(int column) const;
  bool is_null(int column) const;
  std::string text(int column) const;
  std::string_view view(int column) const;  // the same, until the next step
  std::optional<std::string> optional_text(int column) const;

 private:
  void reset();
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, const std::string& value);
  void bind_one(int index, const std::optional<std::string>& value);
  void check(int code) const;

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Database::Release> statement_;
  int bound_ = 0;
};

// All or nothing; undone unless `commit` was reached. Inside another one it is a part that can be undone by
// itself, and counts when the other one does.
class Transaction {
 public:
  enum class Kind {
    read,  // everything read in it is of one moment
    write  // takes the write lock at once, so that it never fails half-way for want of it
  };

  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Returns once everything is on disk.
  void commit();

 private:
  void execute(const char* statement);
  bool open() const;  // some failures undo everything by themselves

  Database& database_;
  Kind kind_;
  bool inner_ = false;
  bool committed_ = false;
};

}  // namespace siqingdan::sqlite
