// docs/AUDIT.md keeps its word: a log can be verified without the program, and every kind of entry is told
// of.

#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>

#include "base/file.h"
#include "log_files.h"
#include "record/kinds.h"
#include "record/read.h"
#include "record/tables.h"

using namespace siqingdan;

namespace {

struct Said {
  std::string text;
  int exit = 0;
};

Said script_on(const std::string& path) {
  const std::string command = "'" PROJECT_SOURCE_DIR "/tools/verify_log.sh' '" + path + "' 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Said said;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    said.text += static_cast<char>(c);
  }
  const int status = pclose(pipe);
  said.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return said;
}

}  // namespace

TEST_CASE("A shell, sqlite3 and sha256sum verify a log", "[log][audit]") {
  const Folder folder;
  const std::string path = filled_with_every_kind(folder);
  const Head end = head(Log::open(path, Log::Mode::read));
  const Said whole = script_on(path);
  CHECK(whole.exit == 0);
  CHECK(whole.text == fmt::format("{} entries, the last is {}\n", end.count, end.digest));

  const std::string untouched = bytes_of(path);
  struct Attack {
    const char* sql;
    const char* place;
  };
  for (const auto& [sql, place] : {
           Attack{"update entries set body = body || char(10) where id = 2", "entries 2:"},
           Attack{"update entries set who = 'x' where id = 3", "entries 3:"},
           Attack{"update entries set digest = prev where id = 3", "entries 4:"},
           Attack{"delete from entries where id = 2", "entries 3:"},
           Attack{"delete from entries where id = 2", "numbers are missing"},
           Attack{"update decisions set day = '2020-01-01' where id = 1", "decisions 1:"},
           Attack{"update decisions set no_penalty = 'x' where id = 5", "decisions 5:"},
           Attack{"delete from decisions where id = 3", "decisions 3:"},
           Attack{"update content set body = body || ' '", "content sha256:"},
           Attack{"delete from content where kind = 'rules'", "entries 1:"},
       }) {
    CAPTURE(sql);
    tamper(path, sql);
    const Said said = script_on(path);
    CHECK(said.exit == 4);
    CHECK_THAT(said.text, Catch::Contains(place));
    put_bytes(path, untouched);
  }
  CHECK(script_on(folder / "absent.db").exit == 3);
}

TEST_CASE("The guide for auditors tells of every kind of entry and every table, in both languages",
          "[audit]") {
  for (const char* file : {"/docs/AUDIT.md", "/docs/AUDIT.zh-CN.md"}) {
    CAPTURE(file);
    const std::string text = read_file(PROJECT_SOURCE_DIR + std::string(file), kCaseLimit);
    for (const char* kind : {kDecision, kReview, kOutcome, kRestart, kClock, kHistory, kWithdrawal}) {
      CHECK_THAT(text, Catch::Contains(fmt::format("| `{}` |", kind)));
    }
    for (const IndexTable& table : kTables) {
      CHECK_THAT(text, Catch::Contains(fmt::format("`{}`", table.name)));
    }
  }
}
