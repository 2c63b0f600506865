// The log among faults: killed, crowded, locked, unreachable, or no log at all. Nothing reported as recorded
// is lost, nothing else is harmed.

#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "json/canonical.h"
#include "json/value.h"
#include "log_files.h"
#include "record/checkpoint.h"
#include "record/read.h"
#include "record/schema.h"

using namespace siqingdan;
namespace fs = std::filesystem;

namespace {

void refuses(const std::string& path, Log::Mode mode, const std::string& words) {
  const std::string before = fs::is_regular_file(path) ? bytes_of(path) : "";
  const Failure failure = failure_of([&] { Log::open(path, mode); });
  CHECK(failure.exit() == Exit::world);
  CHECK_THAT(failure.message().en, Catch::Contains(words) && Catch::Contains(path));
  CHECK_THAT(failure.message().zh, Catch::Contains(path));
  CHECK((fs::is_regular_file(path) ? bytes_of(path) : "") == before);
}

unsigned mode_of(const std::string& path) {
  struct stat about{};
  REQUIRE(stat(path.c_str(), &about) == 0);
  return about.st_mode & 0777U;
}

}  // namespace

TEST_CASE("A new log and its folders are for the owner only, whatever the umask", "[log]") {
  const Folder folder;
  for (const mode_t mask : {0U, 0777U}) {
    const std::string path = folder / std::to_string(mask) + "/deep/log.db";
    const mode_t before = umask(mask);
    {
      Log log = Log::open(path, Log::Mode::write);
      record(log);
      CHECK(mode_of(path) == 0600);
      CHECK(mode_of(path + "-wal") == 0600);
      CHECK(mode_of(path + "-shm") == 0600);
    }
    umask(before);
    CHECK(mode_of(folder / std::to_string(mask)) == 0700);
    CHECK(mode_of(folder / std::to_string(mask) + "/deep") == 0700);
    CHECK(places(path).empty());
  }
}

TEST_CASE("An empty file becomes a log when it is written to", "[log]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  put_bytes(path, "");
  refuses(path, Log::Mode::read, "empty");
  Log log = Log::open(path, Log::Mode::write);
  record(log);
  CHECK(verify(log).empty());
}

TEST_CASE("Two connections append to one chain", "[log]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  Log one = Log::open(path, Log::Mode::write);
  Log other = Log::open(path, Log::Mode::write);
  const Log reader = Log::open(path, Log::Mode::read);
  for (int i = 0; i < 5; ++i) {
    CHECK(record(one).id == 2 * i + 1);
    CHECK(record(other).id == 2 * i + 2);
    CHECK(head(reader).count == 2 * i + 2);
  }
  CHECK(verify(reader).empty());
}

TEST_CASE("Programs that make and fill the same log at once lose nothing", "[log]") {
  const Folder folder;
  crowd(folder / "log.db", 6, 10);
}

TEST_CASE("Eight programs record five hundred each", "[.torture]") {
  const Folder folder;
  crowd(folder / "log.db", 8, 500);
}

TEST_CASE("What was recorded survives a kill at any moment, and nothing half is there", "[log]") {
  kill_again_and_again(Folder(), 20);
}

TEST_CASE("A thousand kills", "[.torture]") { kill_again_and_again(Folder(), 1000); }

namespace {

// Records until it fails; returns how many it was told are recorded.
std::int64_t record_until_it_fails(const std::string& path, const std::string& words) {
  Log log = Log::open(path, Log::Mode::write);
  std::int64_t recorded = 0;
  const Failure failure = failure_of([&] {
    for (;;) {
      recorded = record(log).id;
    }
  });
  CHECK(failure.exit() == Exit::world);
  CHECK_THAT(failure.message().en, Catch::Contains(words) && Catch::Contains(path));
  return recorded;
}

}  // namespace

TEST_CASE("A full disk is said, costs nothing that was recorded, and is no end", "[log]") {
  const Folder folder;
  const std::string disk = folder / "disk";
  fs::create_directory(disk);
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=700k") != 0) {
    WARN("skipped: only root can make a small disk");
    return;
  }
  const std::string path = disk + "/log.db";
  const std::int64_t recorded = record_until_it_fails(path, "the disk is full");
  CHECK(recorded > 5);
  CHECK(head(Log::open(path, Log::Mode::read)).count == recorded);
  CHECK(places(path).empty());
  CHECK(mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=2m") == 0);
  {
    Log log = Log::open(path, Log::Mode::write);
    CHECK(record(log).id == recorded + 1);
  }
  CHECK(places(path).empty());
  CHECK(umount(disk.c_str()) == 0);
}

TEST_CASE("A disk that is full from the start leaves no log behind that is none", "[log]") {
  const Folder folder;
  const std::string disk = folder / "disk";
  fs::create_directory(disk);
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=40k") != 0) {
    WARN("skipped: only root can make a small disk");
    return;
  }
  const std::string path = disk + "/log.db";
  CHECK_THAT(failure_of([&] {
               record_until_it_fails(path, "the disk is full");
               throw Failure({"-", "over"});
             })
                 .message()
                 .en,
             Catch::Contains("the disk is full") || Catch::Equals("over"));
  CHECK(mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=2m") == 0);
  {
    Log log = Log::open(path, Log::Mode::write);
    CHECK(record(log).id == 1);
  }
  CHECK(places(path).empty());
  CHECK(umount(disk.c_str()) == 0);
}

TEST_CASE("A log that is read is not written", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  const std::string before = bytes_of(path);
  Log log = Log::open(path, Log::Mode::read);
  CHECK(decisions(log).size() == 3);
  CHECK(failure_of([&] { record(log); }).exit() == Exit::world);
  CHECK(failure_of([&] { append_review(log, 1, "rectified", "", {"", kNow}); }).exit() == Exit::world);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("What is no log is refused and left as it is", "[log]") {
  const Folder folder;
  using Mode = Log::Mode;
  refuses(folder / "absent.db", Mode::read, "there is no decision log");
  CHECK_FALSE(fs::exists(folder / "absent.db"));
  fs::create_directory(folder / "folder.db");
  const std::string foreign = folder / "foreign.db";
  by_hand(foreign, "create table t (x); insert into t values (1)");
  const std::string header_only = folder / "header.db";
  by_hand(header_only, "pragma application_id = 7");
  put_bytes(folder / "short.db", "hello");
  std::string noise(10000, 'x');
  for (std::size_t i = 0; i < noise.size(); ++i) {
    noise[i] = static_cast<char>(i * i * 31 + i / 7);
  }
  put_bytes(folder / "noise.db", noise);
  REQUIRE(mkfifo((folder / "pipe.db").c_str(), 0600) == 0);
  for (const Mode mode : {Mode::read, Mode::write}) {
    refuses(folder / "folder.db", mode, "it is a folder");
    refuses(folder / "short.db", mode, "no SQLite database");
    refuses(folder / "noise.db", mode, "no SQLite database");
    refuses(foreign, mode, "another program's");
    refuses(header_only, mode, "another program's");
    refuses(folder / "pipe.db", mode, "not an ordinary file");
  }
  refuses(folder / "noise.db/log.db", Mode::write, "part of the path is no folder");
}

TEST_CASE("A log of a newer or an older version is refused", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  by_hand(path, fmt::format("pragma user_version = {}", kSchemaVersion + 1));
  for (const auto mode : {Log::Mode::read, Log::Mode::write}) {
    refuses(path, mode, "use a newer siqingdan");
  }
  by_hand(path, fmt::format("pragma user_version = {}", kSchemaVersion - 1));
  for (const auto mode : {Log::Mode::read, Log::Mode::write}) {
    refuses(path, mode, "look at it with the version of its time");
  }
}

TEST_CASE("A log that another program holds is waited for, and then given up", "[log][slow]") {
  const Folder folder;
  const std::string path = filled(folder);
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  REQUIRE(sqlite3_exec(handle, "begin immediate", nullptr, nullptr, nullptr) == SQLITE_OK);
  Log log = Log::open(path, Log::Mode::write);
  CHECK(decisions(log).size() == 3);
  const Failure failure = failure_of([&] { record(log); });
  CHECK(failure.exit() == Exit::world);
  CHECK_THAT(failure.message().en, Catch::Contains("another program holds") && Catch::Contains(path));
  sqlite3_exec(handle, "rollback", nullptr, nullptr, nullptr);
  sqlite3_close(handle);
  CHECK(record(log).id == 5);
  CHECK(verify(log).empty());
}

TEST_CASE("Permissions are named when they are in the way", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  world();
  const auto writes = [&] { Log::open(path, Log::Mode::write); };
  const auto reads = [&] {
    if (!verify(Log::open(path, Log::Mode::read)).empty()) {
      throw Failure({"-", "flaws"});
    }
  };
  REQUIRE(chmod(path.c_str(), 0400) == 0);
  CHECK_THAT(said_to_nobody(folder, writes), Catch::Contains("check the permissions"));
  REQUIRE(chmod((folder / "").c_str(), 0500) == 0);
  CHECK(said_to_nobody(folder, reads).empty());  // no -wal, no -shm, and none can be made
  CHECK_THAT(said_to_nobody(folder, [&] { Log::open(folder / "new.db", Log::Mode::write); }),
             Catch::Contains("permission"));
  CHECK_FALSE(fs::exists(folder / "new.db"));
  REQUIRE(chmod(path.c_str(), 0600) == 0);
  CHECK_THAT(said_to_nobody(folder,
                            [&] {
                              Log log = Log::open(path, Log::Mode::write);
                              record(log);
                            }),
             Catch::Contains("cannot open or write"));  // nor can the log go on without them
  REQUIRE(chmod(path.c_str(), 0000) == 0);
  CHECK_THAT(said_to_nobody(folder, reads), Catch::Contains("permission"));
  REQUIRE(chmod((folder / "").c_str(), 0700) == 0);
}

TEST_CASE("A clock that goes backwards is told, and is no sign of a change", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  const auto at = [&](const char* now) {
    return append_decision(log, some_decision(), {"张三", now}, small_bundles).clock_was;
  };
  CHECK(at("2026-11-23T09:30:00+08:00").empty());
  CHECK(at("2026-11-23T09:30:00+08:00").empty());
  CHECK(at("2026-11-22T23:59:59+08:00") == "2026-11-23T09:30:00+08:00");
  CHECK(at("2026-11-23T00:00:00+08:00").empty());
  std::vector<Flaw> notes;
  CHECK(verify(log, {}, {}, &notes).empty());
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].place == "entries 3");
  CHECK_THAT(notes[0].what.en, Catch::Contains("2026-11-22T23:59:59") && Catch::Contains("set back"));
}

TEST_CASE("A half-written checkpoint is told, wherever it ends", "[log]") {
  const Folder folder;
  const Log log = Log::open(filled(folder), Log::Mode::read);
  const SecretKey key = new_secret_key();
  const std::string whole = json::pretty(checkpoint(log, kNow, key));
  Issues none;
  const auto anchor = read_checkpoint({"c.json", whole}, public_key_of(key), none);
  REQUIRE(anchor);
  CHECK(anchor->count == 4);
  CHECK(none.all().empty());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Issues issues;
    CAPTURE(size);
    CHECK_FALSE(read_checkpoint({"c.json", whole.substr(0, size)}, "", issues));
    CHECK(issues.has_errors());
  }
  for (const char* part : {"\"count\": 4", "\"head\": \"sha256:", "T09:30"}) {
    std::string changed = whole;
    const std::size_t at = changed.find(part) + std::string_view(part).size() - 1;
    changed[at] = changed[at] == '4' ? '3' : changed[at] == ':' ? ';' : '1';
    Issues issues;
    CAPTURE(changed);
    CHECK_FALSE(read_checkpoint({"c.json", changed}, "", issues));
    CHECK(issues.all()[0].code == "bad-signature");
  }
  Issues other;
  CHECK_FALSE(read_checkpoint({"c.json", whole}, public_key_of(new_secret_key()), other));
  CHECK(other.all()[0].code == "other-signer");
}
