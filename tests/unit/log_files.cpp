#include "log_files.h"

#include <sqlite3.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "decide/decide.h"
#include "record/chain.h"
#include "record/kinds.h"
#include "record/tables.h"

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

json::Value prior(int line, const char* party) {
  return {{"line", line},        {"party", party},      {"offence", "shop.no-price-tag"},
          {"day", "2024-05-06"}, {"kind", "penalised"}, {"document", "第1号"}};
}

}  // namespace

std::string filled_with_every_kind(const Folder& folder) {
  const std::string path = filled(folder);
  Log log = Log::open(path, Log::Mode::write);
  append_decision(log, some_decision("SJ-2"), kByZhang, small_bundles, Replaces{2, "当事人写错了"});
  append_outcome(log, 1, Question::no_filing, true, "同意", kByLi);
  append_outcome(log, 3, Question::no_penalty, false, "另案处理", kByLi);
  const Recorded review = append_review(log, 5, "reoffended", "又没有标价", kByZhang);
  sqlite::Transaction transaction(log.file(), sqlite::Transaction::Kind::write);
  append(log.file(), kRestart,
         {{"decision", 3},
          {"review", review.id},
          {"duties",
           {{{"id", "decide_filing"}, {"rule", "town"}, {"what", "决定是否立案"}, {"who", "办案机构"}}}}},
         kByZhang);
  for (const char* day : {"2026-11-24", "2026-11-25"}) {
    append(log.file(), kClock,
           {{"follow_up", 1},
            {"event", "started"},
            {"on", day},
            {"because", "收到线索"},
            {"due", "2026-12-01"},
            {"waiting_for", ""}},
           kByLi);
  }
  for (const char* part : {"old-1.csv", "old-2.csv"}) {
    append(log.file(), kHistory,
           {{"bureau", "某某区"},
            {"from", "2020-01-01"},
            {"until", "2024-12-31"},
            {"file", part},
            {"part", 1},
            {"parts", 1},
            {"rows", json::Value::array({prior(2, "甲"), prior(3, "乙")})}},
           kByLi);
  }
  transaction.commit();
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

}  // namespace siqingdan
