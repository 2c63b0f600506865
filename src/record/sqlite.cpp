#include "record/sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace siqingdan::sqlite {
namespace {

constexpr int kPatience = 5000;  // milliseconds

// Called again and again while another program holds the file. SQLite's own handler soon looks only ten times
// a second, and where many record at once somebody always comes too late.
int wait_a_little(void* /*unused*/, int times) {
  sqlite3_sleep(1);
  return times < kPatience ? 1 : 0;
}

constexpr std::size_t kIdle = 24;  // statements kept ready

Trouble trouble_of(int code) {
  switch (code) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // our statements are fixed: it is the tables that are not ours
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
      return Trouble::damaged;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Trouble::unreachable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Trouble::busy;
    default:
      return Trouble::other;
  }
}

Text sentence(int code, const std::string& path, const std::string& reason) {
  if (code == SQLITE_FULL) {
    return say("磁盘已满,写不进 `{}`;腾出空间再试",
               "the disk is full, nothing was written to `{}`: make room and try again", path);
  }
  if (code == SQLITE_IOERR) {
    return say("读写 `{0}` 出错: {1};看看磁盘满了没有、还连着没有",
               "cannot read or write `{0}`: {1}; is the disk full, is it still there?", path, reason);
  }
  switch (trouble_of(code)) {
    case Trouble::damaged:
      return say("`{}` 已损坏或者被改动过: {};用 `siqingdan log verify` 查看在哪里",
                 "`{}` is damaged or was altered: {}; `siqingdan log verify` says where", path, reason);
    case Trouble::unreachable:
      return say("打不开或者写不进 `{}`: {};检查文件和所在文件夹的权限",
                 "cannot open or write `{}`: {}; check the permissions of the file and its folder", path,
                 reason);
    case Trouble::busy:
      return say("`{}` 正被另一个程序占用;等它做完再试",
                 "another program holds `{}`: try again when it is done", path);
    case Trouble::other:
      break;
  }
  return say("读写 `{}` 出错: {}", "cannot read or write `{}`: {}", path, reason);
}

// A path as part of a `file:` name.
std::string escaped(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (std::strchr("%?#", c) != nullptr) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

// A full path, because SQLite takes `:memory:` and the empty name for something else.
std::string name_for(const std::string& path, Database::Access access) {
  const std::string full = std::filesystem::absolute(path).string();
  return access == Database::Access::unchanging ? "file:" + escaped(full) + "?immutable=1" : full;
}

int flags_for(Database::Access access) {
  switch (access) {
    case Database::Access::write:
      return SQLITE_OPEN_READWRITE;
    case Database::Access::read:
      return SQLITE_OPEN_READONLY;
    case Database::Access::unchanging:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  bug("a way of opening that is none");
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

Database::Database(const std::string& path, Access access)
    : Database(path, name_for(path, access), flags_for(access)) {}

Database::Database(const std::string& path, const std::string& name, int flags) : path_(path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_FULLMUTEX, nullptr);
  handle_.reset(handle);  // there is one even after a failure
  if (code != SQLITE_OK) {
    fail(code);
  }
  idle_.reserve(kIdle);
  harden();
}

std::unique_ptr<Database> Database::in_memory() {
  return std::unique_ptr<Database>(
      new Database(":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY));
}

void Database::harden() {
  sqlite3_extended_result_codes(handle_.get(), 1);
  sqlite3_busy_handler(handle_.get(), wait_a_little, nullptr);
  struct Setting {
    int which;
    int value;
  };
  static constexpr Setting kSettings[] = {
      {SQLITE_DBCONFIG_DQS_DML, 0},  // a misspelt column is an error, not a text
      {SQLITE_DBCONFIG_DQS_DDL, 0},        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},  // what stands in the file calls no function with side effects
      {SQLITE_DBCONFIG_DEFENSIVE, 1},
  };
  for (const Setting& setting : kSettings) {
    const int code = sqlite3_db_config(handle_.get(), setting.which, setting.value, nullptr);
    if (code != SQLITE_OK) {
      fail(code);
    }
  }
  run("pragma recursive_triggers = on");  // else `insert or replace` deletes without asking the triggers
  run("pragma cell_size_check = on");
  run("pragma temp_store = memory");  // no party's name in /tmp
}

void Database::run(const std::string& statements) {
  const auto once = [&] {
    return sqlite3_exec(handle_.get(), statements.c_str(), nullptr, nullptr, nullptr);
  };
  int code = once();
  // Where the journal mode is to change, SQLite says at once that another holds the file, and asks no
  // handler.
  for (int times = 0; (code & 0xFF) == SQLITE_BUSY && wait_a_little(nullptr, times) != 0; ++times) {
    code = once();
  }
  if (code != SQLITE_OK) {
    fail(code);
  }
}

std::int64_t Database::number(const std::string& query) {
  Statement statement(*this, query);
  return statement.next() ? statement.integer(0) : 0;
}

bool Database::writable() const { return sqlite3_db_readonly(handle_.get(), "main") == 0; }

std::string Database::first_bytes(int count) const {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
  if (file == nullptr || file->pMethods == nullptr) {
    return {};
  }
  std::string bytes(static_cast<std::size_t>(count), '\0');
  const int code = file->pMethods->xRead(file, bytes.data(), count, 0);  // fills up with zeros
  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ ? bytes : std::string();
}

void Database::fail(int code) const {
  const int primary = code & 0xFF;
  if (primary == SQLITE_MISUSE || primary == SQLITE_RANGE) {
    bug(std::string("SQLite was called wrongly: ") + sqlite3_errmsg(handle_.get()));
  }
  std::string reason = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  const int system = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
  if (system != 0 && (primary == SQLITE_CANTOPEN || primary == SQLITE_IOERR)) {
    reason += std::string(" (") + std::strerror(system) + ")";
  }
  throw Error(sentence(primary, path_, reason), trouble_of(primary), reason);
}

void Database::damaged(const std::string& reason) const {
  throw Error(sentence(SQLITE_CORRUPT, path_, reason), Trouble::damaged, reason);
}

void Database::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

void Database::Release::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_reset(statement);  // repeats what the last step said, and that has been thrown already
  sqlite3_clear_bindings(statement);
  auto& idle = database->idle_;
  if (idle.size() < idle.capacity()) {
    idle.emplace_back(statement);
  } else {
    sqlite3_finalize(statement);
  }
}

sqlite3_stmt* Database::prepare(const std::string& sql) {
  for (auto& idle : idle_) {
    if (sql == sqlite3_sql(idle.get())) {
      std::swap(idle, idle_.back());
      sqlite3_stmt* statement = idle_.back().release();
      idle_.pop_back();
      return statement;
    }
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                                      nullptr);
  if (code != SQLITE_OK) {
    fail(code);
  }
  return statement;
}

Statement::Statement(Database& database, const std::string& sql)
    : database_(database), statement_(database.prepare(sql), Database::Release{&database}) {}

void Statement::check(int code) const {
  if (code != SQLITE_OK) {
    database_.fail(code);
  }
}

// Repeats what the last step said, and that has been thrown already.
void Statement::reset() {
  sqlite3_reset(statement_.get());
  bound_ = 0;
}

void Statement::bind_one(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), index, value));
}

void Statement::bind_one(int index, const std::string& value) {
  check(sqlite3_bind_text64(statement_.get(), index, value.data(), value.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
}

void Statement::bind_one(int index, const std::optional<std::string>& value) {
  if (value) {
    bind_one(index, *value);
  } else {
    check(sqlite3_bind_null(statement_.get(), index));
  }
}

bool Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code != SQLITE_DONE) {
    database_.fail(code);
  }
  return false;
}

void Statement::run() {
  if (next()) {
    bug("a statement returned a row that nobody reads");
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::view(int column) const {
  const unsigned char* begin = sqlite3_column_text(statement_.get(), column);
  return begin == nullptr
             ? std::string_view()
             : std::string_view(reinterpret_cast<const char*>(begin),
                                static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string Statement::text(int column) const { return optional_text(column).value_or(""); }

std::optional<std::string> Statement::optional_text(int column) const {
  const unsigned char* begin = sqlite3_column_text(statement_.get(), column);
  if (begin == nullptr) {
    return std::nullopt;
  }
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return std::string(reinterpret_cast<const char*>(begin), static_cast<std::size_t>(size));
}

void Transaction::execute(const char* statement) { Statement(database_, statement).run(); }

bool Transaction::open() const { return sqlite3_get_autocommit(database_.handle_.get()) == 0; }

Transaction::Transaction(Database& database, Kind kind) : database_(database), kind_(kind), inner_(open()) {
  execute(inner_ ? "savepoint inner_part" : kind == Kind::write ? "begin immediate" : "begin");
}

Transaction::~Transaction() {
  if (!committed_ && open()) {
    // A rollback that fails leaves nothing on disk either.
    const char* undo = inner_ ? "rollback to inner_part; release inner_part" : "rollback";
    sqlite3_exec(database_.handle_.get(), undo, nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  Database::Then then;
  if (!inner_ && kind_ == Kind::write && database_.when_writing_) {
    then = database_.when_writing_();
  }
  execute(inner_ ? "release inner_part" : "commit");
  committed_ = true;
  if (then) {
    then();
  }
}

}  // namespace siqingdan::sqlite
