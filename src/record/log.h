// The decision log: append-only, chained, in one SQLite file.
//
// Everything that happens is an entry: a decision, the outcome of a follow-up, a correction, an import. An
// entry is never changed; each carries the digest of the one before, so that any change, gap or reordering
// breaks the chain at a place that `verify` names. What the entries refer to (the rules and the calendar
// used) is kept in the same file under its own digest, so that a decision can be run again from the log
// alone. Index tables (record/tables.h) repeat what stands in the entries, for speed; `verify` compares them.
//
// This is the open file; what can be done with it stands in record/append.h, read.h, verify.h, checkpoint.h.
// The only door to SQLite is src/record.

#pragma once

#include <memory>
#include <string>

namespace siqingdan {

namespace sqlite {
class Database;
class Transaction;
}  // namespace sqlite

class Log {
 public:
  enum class Mode {
    write,  // made if it is not there (0600, with its folders)
    read  // must be there
  };

  // Throws Failure (exit 3): not there, not readable, locked, not a log of ours, of another version.
  static Log open(const std::string& path, Mode mode);
  Log(Log&&) noexcept;
  Log& operator=(Log&&) noexcept;
  ~Log();

  // For src/record alone.
  sqlite::Database& file() const { return *file_; }

 private:
  explicit Log(std::unique_ptr<sqlite::Database> file);
  std::unique_ptr<sqlite::Database> file_;
};

}  // namespace siqingdan
