// The yardstick for start-up: a program that opens an SQLite database and exits.

#include <sqlite3.h>

int main() {
  sqlite3* database = nullptr;
  const int opened = sqlite3_open(":memory:", &database);
  const int ran = opened == SQLITE_OK ? sqlite3_exec(database, "select 1", nullptr, nullptr, nullptr)
                                      : opened;
  sqlite3_close(database);
  return ran == SQLITE_OK ? 0 : 1;
}
