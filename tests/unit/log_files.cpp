#include "log_files.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "decide/decide.h"
#include "record/clocks.h"
#include "record/history.h"
#include "record/read.h"
#include "record/tables.h"
#include "record/withdraw.h"

namespace siqingdan {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "siqingdan-log-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

Folder::~Folder() {
  std::error_code error;
  fs::permissions(path_, fs::perms::owner_all, error);
  fs::remove_all(path_, error);
}

const RuleSet& world() {
  static const RuleSet rules = small_world();
  return rules;
}

Decision some_decision(const std::string& id) { return decide(world(), small_case(world(), id), kSmallDay); }

Recorded record(Log& log, const std::string& id, const std::string& officer) {
  return append_decision(log, some_decision(id), {officer, kNow}, small_bundles);
}

std::string filled(const Folder& folder) {
  const std::string path = folder / "log.db";
  Log log = Log::open(path, Log::Mode::write);
  for (const char* id : {"SJ-1", "SJ-2", "SJ-3"}) {
    record(log, id);
  }
  append_review(log, 2, "rectified", "现场看过", kByLi);
  return path;
}

namespace {

PriorRecord prior(const std::string& document, const char* party) {
  PriorRecord record;
  record.party = party;
  record.offence = "shop.no-price-tag";
  record.on = *parse_date("2024-05-06");
  record.kind = "penalty";
  record.document = document;
  record.source = "old.csv:2";
  return record;
}

}  // namespace

std::string filled_with_every_kind(const Folder& folder) {
  const std::string path = filled(folder);
  Log log = Log::open(path, Log::Mode::write);
  append_decision(log, some_decision("SJ-2"), kByZhang, small_bundles, Replaces{2, "当事人写错了"});
  append_outcome(log, 1, Question::no_filing, true, "同意", kByLi);
  append_outcome(log, 3, Question::no_penalty, false, "另案处理", kByLi);
  Duty duty;
  duty.id = "decide_filing_again";
  duty.what = "决定是否立案";
  duty.who = "办案机构";
  duty.follow_up = true;
  DueDuty again;
  again.duty = &duty;
  again.from = "town";
  append_review(log, 5, "reoffended", "又没有标价", kByZhang, {again});
  for (const char* day : {"2026-11-24", "2026-11-25"}) {
    ClockChange change;
    change.follow_up = 1;
    change.event = ClockEvent::start;
    change.on = *parse_date(day);
    change.because = "收到线索";
    change.due = parse_date("2026-12-01");
    append_clocks(log, {change}, kByLi);
  }
  const CompleteSpan span{"某某区", *parse_date("2020-01-01"), *parse_date("2024-12-31")};
  append_history(log, span.bureau, "old-1.csv", {prior("1", "甲"), prior("2", "乙")}, span, kByLi);
  append_history(log, span.bureau, "old-2.csv", {prior("3", "甲"), prior("4", "乙")}, std::nullopt, kByLi);
  const std::int64_t last = head(log).count;
  const auto as_it_is = [](const RunningClock& clock) {
    ClockChange change;
    change.due = clock.due;
    change.waiting_for = clock.waiting_for;
    return change;
  };
  withdraw_clock(log, last - 3, "收到线索的日子写错了", kByZhang, as_it_is);
  withdraw_import(log, last, "别的局的文件", kByLi);
  return path;
}

namespace {

sqlite3* opened(const std::string& path) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) ==
          SQLITE_OK);
  sqlite3_exec(handle, "pragma synchronous = off", nullptr, nullptr, nullptr);
  return handle;
}

}  // namespace

void by_hand(const std::string& path, const std::string& sql) {
  sqlite3* handle = opened(path);
  char* message = nullptr;
  const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
  const std::string said = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(handle);
  INFO(sql << ": " << said);
  REQUIRE(code == SQLITE_OK);
}

std::vector<std::string> ask(const std::string& path, const std::string& query) {
  sqlite3* handle = opened(path);
  std::vector<std::string> rows;
  const auto keep = [](void* into, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(into)->emplace_back(values[0] == nullptr ? "" : values[0]);
    return 0;
  };
  const int code = sqlite3_exec(handle, query.c_str(), keep, &rows, nullptr);
  sqlite3_close(handle);
  INFO(query);
  REQUIRE(code == SQLITE_OK);
  return rows;
}

void tamper(const std::string& path, const std::string& sql) {
  const auto triggers = ask(path, "select sql from sqlite_schema where type = 'trigger'");
  REQUIRE(triggers.size() == 3 * (kTables.size() + 2));  // and of entries and content
  std::string all = "begin;";
  for (const std::string& trigger : triggers) {
    std::istringstream words(trigger);
    std::string create, word, name;
    words >> create >> word >> name;
    all += "drop trigger " + name + ";";
  }
  all += sql + ";";
  for (const std::string& trigger : triggers) {
    all += trigger + ";";
  }
  by_hand(path, all + "commit;");
}

Places places(const std::string& path, const std::vector<Anchor>& anchors) {
  Places all;
  for (const Flaw& flaw : verify(Log::open(path, Log::Mode::read), anchors)) {
    all.push_back(flaw.place);
    CHECK_FALSE(flaw.what.zh.empty());
    CHECK_FALSE(flaw.what.en.empty());
    UNSCOPED_INFO(flaw.place << ": " << flaw.what.en);
  }
  return all;
}

Places places_after(const std::string& sql) {
  const Folder folder;
  const std::string path = filled(folder);
  tamper(path, sql);
  return places(path);
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

Failure failure_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Failure& failure) {
    CHECK_FALSE(failure.message().zh.empty());
    CHECK_FALSE(failure.message().en.empty());
    return failure;
  }
  FAIL("no failure");
  throw std::logic_error("unreachable");
}

namespace {

// Catch2 must not come to know of a second process.
template <class Work>
pid_t start(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      work();
      _exit(0);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
    }
    _exit(1);
  }
  return child;
}

std::string all_of(int from) {
  std::string text;
  std::array<char, 4096> some{};
  for (ssize_t size = read(from, some.data(), some.size()); size > 0;
       size = read(from, some.data(), some.size())) {
    text.append(some.data(), static_cast<std::size_t>(size));
  }
  close(from);
  return text;
}

}  // namespace

std::string said_to_nobody(const Folder& folder, const std::function<void()>& work) {
  constexpr uid_t kNobody = 65534;
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const bool root = geteuid() == 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "")) {
    REQUIRE((!root || chown(entry.path().c_str(), kNobody, kNobody) == 0));
  }
  REQUIRE((!root || chown((folder / "").c_str(), kNobody, kNobody) == 0));
  const pid_t child = start([&] {
    std::string said;
    if (root && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) {
      said = "cannot become nobody";
    }
    try {
      work();
    } catch (const Failure& failure) {
      said = failure.message().en;
    }
    if (write(ends[1], said.data(), said.size()) < 0) {
      _exit(1);
    }
  });
  close(ends[1]);
  const std::string said = all_of(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  return said;
}

void crowd(const std::string& path, int programs, int each) {
  const Decision decision = some_decision();
  std::vector<pid_t> children;
  for (int i = 0; i < programs; ++i) {
    children.push_back(start([&] {
      Log log = Log::open(path, Log::Mode::write);
      for (int k = 0; k < each; ++k) {
        append_decision(log, decision, kByZhang, small_bundles);
      }
    }));
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  CHECK(head(Log::open(path, Log::Mode::read)).count == programs * each);
  CHECK(places(path).empty());
}

namespace {

struct Told {
  std::int64_t id = 0;
  std::array<char, 71> digest{};  // sha256: and 64 digits
};

// What a program that was killed after so long had been told was recorded.
std::vector<Told> killed_after(std::chrono::microseconds time, const std::string& path,
                               const Decision& decision) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = start([&] {
    Log log = Log::open(path, Log::Mode::write);
    for (;;) {
      const Recorded recorded = append_decision(log, decision, kByZhang, small_bundles);
      Told told{recorded.id, {}};
      recorded.digest.copy(told.digest.data(), told.digest.size());
      if (write(ends[1], &told, sizeof told) < 0) {
        _exit(1);
      }
    }
  });
  close(ends[1]);
  std::this_thread::sleep_for(time);
  kill(child, SIGKILL);
  const std::string bytes = all_of(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
  std::vector<Told> told(bytes.size() / sizeof(Told));
  if (!told.empty()) {
    std::memcpy(told.data(), bytes.data(), told.size() * sizeof(Told));
  }
  return told;
}

}  // namespace

void kill_again_and_again(const Folder& folder, int kills) {
  constexpr int kOnOneLog = 10;  // then a new one, so that the making of it is hit too
  constexpr std::int64_t kLongest = 25'000;
  const Decision decision = some_decision();
  std::mt19937 random(1);
  std::string path;
  std::size_t told_in_all = 0;
  for (int i = 0; i < kills; ++i) {
    if (i % kOnOneLog == 0) {
      path = folder / fmt::format("{}.db", i);
    }
    const std::chrono::microseconds time(static_cast<std::int64_t>(random()) % kLongest);
    const auto all = killed_after(time, path, decision);
    told_in_all += all.size();
    if (!fs::exists(path)) {
      CHECK(all.empty());
      continue;
    }
    CAPTURE(i, time.count());
    if (!all.empty()) {
      CHECK(places(path).empty());  // whoever comes next only reads
    }
    const Log log = Log::open(path, Log::Mode::write);  // and then makes an empty file a log
    CHECK(verify(log).empty());
    for (const Told& told : all) {
      const auto kept = entry(log, told.id);
      REQUIRE(kept);
      CHECK(kept->digest == std::string(told.digest.data(), told.digest.size()));
    }
  }
  if (told_in_all == 0) {  // a matter of speed, which is no matter of right or wrong
    WARN("every kill came before anything was recorded");
  }
}

}  // namespace siqingdan
