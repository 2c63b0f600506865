// Opening a log without ever harming what is not one: a file is looked at before anything is written to it.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/file.h"
#include "record/head_file.h"
#include "record/log.h"
#include "record/schema.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using Access = sqlite::Database::Access;

[[noreturn]] void system_failure(const std::string& path, int error) {
  const Text why = system_reason(error);
  throw Failure(say("打不开或者建不成 `{0}`: {1};检查权限,或者用 --db 另指一处",
                    "cannot open or make `{0}`: {2}; check the permissions, or name another place with --db",
                    path, why.zh, why.en));
}

[[noreturn]] void not_a_log(const std::string& path, const Text& why) {
  throw Failure(say("`{0}` 不是决定日志: {1};它没有被改动,用 --db 另指一个文件",
                    "`{0}` is not a decision log: {2}; it was left as it is: name another file with --db",
                    path, why.zh, why.en));
}

// Bytes of the file; nothing if there is none. Looks without opening: closing a file that SQLite has open
// would drop the locks of this process.
std::optional<std::uintmax_t> size_of(const std::string& path) {
  struct stat about{};
  if (stat(path.c_str(), &about) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return std::nullopt;
    }
    system_failure(path, errno);
  }
  if (S_ISDIR(about.st_mode)) {
    not_a_log(path, say("它是文件夹", "it is a folder"));
  }
  if (!S_ISREG(about.st_mode)) {
    not_a_log(path, say("它不是普通文件", "it is not an ordinary file"));
  }
  return static_cast<std::uintmax_t>(about.st_size);
}

// A new name is on disk only when its folder is.
void sync_folder(const fs::path& folder) {
  const int opened = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened >= 0) {
    fsync(opened);  // some file systems cannot, and then need not
    close(opened);
  }
}

// Cases name people: nobody but the owner may look. chmod, because a umask only takes rights away.
void make_folders(const fs::path& folder) {
  std::error_code error;
  if (folder.empty() || fs::exists(folder, error)) {
    return;
  }
  make_folders(folder.parent_path());
  if (mkdir(folder.c_str(), S_IRWXU) == 0) {
    chmod(folder.c_str(), S_IRWXU);
    sync_folder(folder.parent_path());
  } else if (errno != EEXIST) {
    system_failure(folder.string(), errno);
  }
}

// An empty file of our own; if somebody else made one in the meantime, theirs will do.
void make_file(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  make_folders(folder);
  const int made = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made < 0) {
    if (errno == EEXIST) {
      return;
    }
    system_failure(path, errno);
  }
  fchmod(made, S_IRUSR | S_IWUSR);
  close(made);
  sync_folder(folder);
}

struct Identity {
  std::int64_t application = 0;
  std::int64_t version = 0;
  bool empty = false;
};

// A damaged log is still told by its first page, so that it can be opened and `verify` can say what is wrong.
Identity identity_on_disk(const Database& file) {
  const std::string header = file.first_bytes(100);
  if (header.rfind(std::string("SQLite format 3\0", 16), 0) != 0) {
    not_a_log(file.path(), say("它不是 SQLite 数据库", "it is no SQLite database"));
  }
  const auto number_at = [&](std::size_t at) {
    std::int64_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      number = number * 256 + static_cast<unsigned char>(header[i]);
    }
    return number;
  };
  return {number_at(68), number_at(60), false};
}

Identity identity_of(Database& file) {
  try {
    return {file.number("pragma application_id"), file.number("pragma user_version"),
            file.number("pragma page_count") == 0};
  } catch (const sqlite::Error& error) {
    if (error.trouble() != sqlite::Trouble::damaged) {
      throw;
    }
    return identity_on_disk(file);
  }
}

void check_identity(Database& file) {
  const Identity identity = identity_of(file);
  if (identity.empty) {
    not_a_log(file.path(), say("它是空文件", "it is an empty file"));
  }
  if (identity.application != kApplication) {
    not_a_log(file.path(), say("它是别的程序的 SQLite 数据库", "it is another program's SQLite database"));
  }
  if (identity.version != kSchemaVersion) {
    const bool newer = identity.version > kSchemaVersion;
    throw Failure(
        say("`{0}` 是第 {1} 版的决定日志,这个程序只认第 {2} 版;它没有被改动,{3}",
            "`{0}` is a decision log of version {1}, this program knows version {2}; it was left as "
            "it is: {4}",
            file.path(), identity.version, kSchemaVersion,
            std::string(newer ? "换用新版的 siqingdan" : "用当时的版本查看,另起新日志"),
            std::string(newer ? "use a newer siqingdan"
                              : "look at it with the version of its time, and begin a new log")));
  }
}

// Two programs may come to the same empty file at once; whoever gets the lock first makes the tables.
void fill(Database& file) {
  sqlite::Transaction transaction(file, sqlite::Transaction::Kind::write);
  if (file.number("select count(*) from sqlite_schema") == 0) {
    create_schema(file);
  }
  transaction.commit();
}

// Nothing may be added where the witness knows of entries that are gone: it would be brought into line with
// what is left.
void check_witness(Database& file) {
  const auto witness = read_head_file(file.path());
  if (!witness || witness->count == 0) {
    return;
  }
  sqlite::Statement row(file, "select digest from entries where id = ?");
  if (!row.bind(witness->count).next() || row.text(0) != witness->digest) {
    throw Failure(
        say("旁证文件 `{0}` 记着 `{1}` 有过 {2} 条,现在对不上:末尾被截去,或者换成了别的文件;没有记录。用 "
            "`siqingdan "
            "log verify` 查看;确实要用这个文件的,先把旁证文件移走",
            "the head file `{0}` says that `{1}` had {2} entries, and it has not: its tail was cut, or it is "
            "another file; nothing was recorded. See `siqingdan log verify`; if this file is meant to be "
            "used, "
            "move the head file away first",
            witness->name, file.path(), witness->count),
        Exit::tampered);
  }
}

std::unique_ptr<Database> open_for_writing(const std::string& path) {
  auto file = std::make_unique<Database>(path, Access::write);
  if (!file->writable()) {
    system_failure(path, EACCES);
  }
  // Not by its size: where a program was killed while it made the tables, the file is empty only once SQLite
  // has undone that, with the first look into it.
  if (identity_of(*file).empty) {
    chmod(path.c_str(), S_IRUSR | S_IWUSR);  // whoever made the empty file
    fill(*file);
  }
  check_identity(*file);
  // Where the file system cannot do WAL, SQLite stays with its rollback journal, which is as durable.
  file->run("pragma journal_mode = wal");
  file->run("pragma synchronous = full");
  check_witness(*file);
  const auto witness = std::make_shared<HeadFile>(file->path());
  file->when_writing(
      [&log = *file, witness] { return [witness, head = head_of(log)] { witness->write(head); }; });
  return file;
}

// Reading in WAL mode needs two files beside the log, which cannot be made in a folder where we may not
// write. If no such file holds anything, all there is stands in the log itself.
std::unique_ptr<Database> open_for_reading(const std::string& path) {
  if (size_of(path + "-journal").value_or(0) > 0) {
    identity_of(
        *std::make_unique<Database>(path, Access::write));  // undoes what a killed program left half made
  }
  auto file = std::make_unique<Database>(path, Access::read);
  try {
    check_identity(*file);
  } catch (const sqlite::Error& error) {
    if (error.trouble() != sqlite::Trouble::unreachable || size_of(path + "-wal").value_or(0) > 0) {
      throw;
    }
    file = std::make_unique<Database>(path, Access::unchanging);
    check_identity(*file);
  }
  return file;
}

}  // namespace

Log::Log(std::unique_ptr<Database> file) : file_(std::move(file)) {}
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;
Log::~Log() = default;

Log Log::open(const std::string& path, Mode mode) {
  const auto size = size_of(path);
  if (mode == Mode::read) {
    if (!size) {
      throw Failure(
          say("没有决定日志 `{}`;第一次用 --record 记录时会建立它",
              "there is no decision log `{}`: it is made when the first decision is recorded with --record",
              path));
    }
    if (*size == 0) {
      not_a_log(path, say("它是空文件", "it is an empty file"));
    }
    return Log(open_for_reading(path));
  }
  if (!size) {
    make_file(path);
  }
  return Log(open_for_writing(path));
}

}  // namespace siqingdan
