// The log among faults: killed, crowded, locked, unreachable, or no log at all. Nothing reported as recorded
// is lost, nothing else is harmed.

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "log_files.h"
#include "record/read.h"

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
  const std::string path = folder / "log.db";
  world();
  std::vector<pid_t> children;
  for (int i = 0; i < 6; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      int failed = 0;
      try {
        Log log = Log::open(path, Log::Mode::write);
        for (int k = 0; k < 10; ++k) {
          record(log);
        }
      } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        failed = 1;
      }
      _exit(failed);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  CHECK(head(Log::open(path, Log::Mode::read)).count == 60);
  CHECK(places(path).empty());
}

TEST_CASE("What was recorded survives a kill, and nothing half is there", "[log]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    Log log = Log::open(path, Log::Mode::write);
    for (;;) {
      const Recorded recorded = record(log);
      if (write(pipe_ends[1], &recorded.id, sizeof recorded.id) < 0) {
        _exit(1);
      }
    }
  }
  std::int64_t reported = 0;
  while (reported < 20) {
    REQUIRE(read(pipe_ends[0], &reported, sizeof reported) == sizeof reported);
  }
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(pipe_ends[1]);
  for (std::int64_t more = 0; read(pipe_ends[0], &more, sizeof more) == sizeof more;) {
    reported = more;
  }
  close(pipe_ends[0]);
  CHECK(head(Log::open(path, Log::Mode::read)).count >= reported);
  CHECK(places(path).empty());
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

TEST_CASE("A log of a newer version is refused", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  by_hand(path, "pragma user_version = 3");
  for (const auto mode : {Log::Mode::read, Log::Mode::write}) {
    refuses(path, mode, "use a newer siqingdan");
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
  if (geteuid() == 0) {
    WARN("skipped: root may do everything");
    return;
  }
  const Folder folder;
  const std::string path = filled(folder);
  REQUIRE(chmod(path.c_str(), 0400) == 0);
  refuses(path, Log::Mode::write, "check the permissions");
  REQUIRE(chmod((folder / "").c_str(), 0500) == 0);
  CHECK(places(path).empty());  // no -wal, no -shm, and none can be made
  CHECK(failure_of([&] { Log::open(folder / "new.db", Log::Mode::write); }).exit() == Exit::world);
  REQUIRE(chmod(path.c_str(), 0000) == 0);
  CHECK(failure_of([&] { Log::open(path, Log::Mode::read); }).exit() == Exit::world);
  REQUIRE(chmod((folder / "").c_str(), 0700) == 0);
}
