// The log: what goes in comes out, nothing in it can be changed unnoticed, nothing else is harmed.

#include "record/log.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/digest.h"
#include "base/failure.h"
#include "decide/decide.h"
#include "json/canonical.h"
#include "json/value.h"
#include "small_world.h"

using namespace siqingdan;
namespace fs = std::filesystem;

namespace {

constexpr const char* kNow = "2026-11-23T09:30:00+08:00";

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "siqingdan-log-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code error;
    fs::permissions(path_, fs::perms::owner_all, error);
    fs::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

const RuleSet& world() {
  static const RuleSet rules = small_world();
  return rules;
}

Decision some_decision(const std::string& id = "SJ-2026-0001") {
  return decide(world(), small_case(world(), id), kSmallDay);
}

Recorded record(Log& log, const std::string& id = "SJ-2026-0001", const std::string& officer = "张三") {
  return log.append_decision(some_decision(id), officer, kNow, small_bundles);
}

// Three decisions with two follow-ups each, and a follow-up that is done: entries 1 to 4.
std::string filled(const Folder& folder) {
  const std::string path = folder / "log.db";
  Log log = Log::open(path, Log::Mode::write);
  for (const char* id : {"SJ-1", "SJ-2", "SJ-3"}) {
    record(log, id);
  }
  log.append_review(2, "rectified", "李四", "现场看过", kNow);
  return path;
}

// What somebody with the file and a copy of sqlite3 can do.
void by_hand(const std::string& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) ==
          SQLITE_OK);
  char* message = nullptr;
  const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
  const std::string said = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(handle);
  INFO(sql << ": " << said);
  REQUIRE(code == SQLITE_OK);
}

std::vector<std::string> triggers_of(const std::string& path) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  std::vector<std::string> triggers;
  sqlite3_exec(
      handle, "select sql from sqlite_schema where type = 'trigger'",
      [](void* into, int, char** values, char**) {
        static_cast<std::vector<std::string>*>(into)->emplace_back(values[0]);
        return 0;
      },
      &triggers, nullptr);
  sqlite3_close(handle);
  return triggers;
}

// An attacker with care: the triggers are taken off and put back afterwards.
void tamper(const std::string& path, const std::string& sql) {
  const std::vector<std::string> triggers = triggers_of(path);
  REQUIRE(triggers.size() == 15);
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

std::vector<std::string> places(const std::string& path) {
  std::vector<std::string> all;
  for (const Flaw& flaw : Log::open(path, Log::Mode::read).verify()) {
    all.push_back(flaw.place);
    CHECK_FALSE(flaw.what.zh.empty());
    CHECK_FALSE(flaw.what.en.empty());
    UNSCOPED_INFO(flaw.place << ": " << flaw.what.en);
  }
  return all;
}

std::vector<std::string> places_after(const std::string& sql) {
  const Folder folder;
  const std::string path = filled(folder);
  tamper(path, sql);
  return places(path);
}

using Places = std::vector<std::string>;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// The failure a call ends with; its file, if any, must stay as it was.
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

TEST_CASE("A recorded decision is read back as it was written", "[log]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  const Decision decision = some_decision();
  Log log = Log::open(path, Log::Mode::write);
  CHECK(log.head().count == 0);
  CHECK(log.head().digest.empty());
  const Recorded recorded = log.append_decision(decision, "张三", kNow, small_bundles);
  CHECK(recorded.id == 1);
  CHECK(log.head().count == 1);
  CHECK(log.head().digest == recorded.digest);

  const auto entry = log.entry(1);
  REQUIRE(entry);
  CHECK(entry->kind == "decision");
  CHECK(entry->at == kNow);
  CHECK(entry->who == "张三");
  CHECK(entry->algorithm == "sha256");
  CHECK(entry->prev.empty());
  CHECK(entry->digest == recorded.digest);
  CHECK(digest_of_entry(*entry) == recorded.digest);
  const json::Value body = json::Value::parse(entry->body);
  CHECK(json::canonical(body["case"]) == json::canonical(*decision.of.written));
  CHECK(json::canonical(body["decision"]) == json::canonical(to_json(decision)));
  CHECK(body["officer"] == "张三");
  CHECK_FALSE(log.entry(2));

  const auto rows = log.decisions();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].case_id == "SJ-2026-0001");
  CHECK(rows[0].on == "2026-11-23");
  CHECK(rows[0].offence == "shop.no-price-tag");
  CHECK(rows[0].officer == "张三");
  CHECK(rows[0].at == kNow);
  CHECK(
      json::compact(*rows[0].answers) ==
      R"({"no_site_inspection":"not_listed","no_filing":"applies","no_coercive_measure":"not_listed","no_penalty":"applies"})");
  CHECK(log.content(world().digest) == small_bundles().rules);
  CHECK(log.content(world().calendar_digest) == small_bundles().calendar);
  CHECK_FALSE(log.content("sha256:0"));
  CHECK(log.verify().empty());
}

TEST_CASE("The digest of an entry is that of its fields joined by newlines", "[log]") {
  const Entry entry{7, "decision", "2026", "张三", "{}", "sha256", "sha256:ab", ""};
  CHECK(digest_of_entry(entry) == digest_of("7\ndecision\n2026\n张三\nsha256\nsha256:ab\n{}"));
}

TEST_CASE("The same decision twice gives two entries, and the rules are kept once", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  const Recorded first = record(log);
  const Recorded second = log.append_decision(some_decision(), "张三", kNow, []() -> Bundles {
    FAIL("the rules are kept already");
    return {};
  });
  CHECK(second.id == 2);
  CHECK(second.digest != first.digest);
  CHECK(log.entry(2)->prev == first.digest);
  CHECK(log.decisions().size() == 2);
  CHECK(log.verify().empty());
}

TEST_CASE("Rules that are not those of the decision are not kept", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  CHECK_THROWS_AS(log.append_decision(some_decision(), "张三", kNow, [] { return Bundles{"{}", "{}"}; }),
                  std::logic_error);
  CHECK(log.head().count == 0);
}

TEST_CASE("Follow-ups come by due date, and those that wait come last", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log, "SJ-1");
  record(log, "SJ-2");
  const auto all = log.follow_ups();
  REQUIRE(all.size() == 4);
  CHECK(all[0].case_id == "SJ-1");
  CHECK(all[0].duty == "recheck");
  CHECK(all[0].what == "复查改正情况");
  CHECK(all[0].who == "办案机构");
  CHECK(all[0].due == parse_date("2026-12-07"));
  CHECK(all[0].waiting_for.empty());
  CHECK(all[0].outcome.empty());
  CHECK(all[1].case_id == "SJ-2");
  CHECK(all[2].duty == "notify");
  CHECK_FALSE(all[2].due);
  CHECK(all[2].waiting_for == "clue_received_on");
  CHECK(all[2].decision == 1);
  CHECK(all[3].decision == 2);
}

TEST_CASE("A follow-up is done once", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log);
  const std::int64_t id = log.follow_ups()[0].id;
  const Recorded done = log.append_review(id, "not_rectified", "李四", "价签还没有\n换",
                                          "2026-12-07T10:00:00+08:00");
  CHECK(done.id == 2);
  CHECK(log.entry(2)->kind == "review");
  const FollowUp after = log.follow_ups()[0];
  CHECK(after.outcome == "not_rectified");
  CHECK(after.done_at == "2026-12-07T10:00:00+08:00");
  CHECK(after.done_by == "李四");
  CHECK(after.note == "价签还没有\n换");

  const Failure again = failure_of([&] { log.append_review(id, "rectified", "李四", "", kNow); });
  CHECK(again.exit() == Exit::usage);
  CHECK_THAT(again.message().en, Catch::Contains("already done"));
  const Failure none = failure_of([&] { log.append_review(99, "rectified", "李四", "", kNow); });
  CHECK(none.exit() == Exit::usage);
  CHECK_THAT(none.message().en, Catch::Contains("no follow-up 99"));
  CHECK(failure_of([&] { log.append_review(id, "fine", "李四", "", kNow); }).exit() == Exit::usage);
  CHECK(log.head().count == 2);
  CHECK(log.verify().empty());
}

TEST_CASE("A name with a line break is not recorded", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  for (const char* name : {"张\n三", "张\x1b[2J", "\xff"}) {
    CHECK(failure_of([&] { record(log, "SJ-1", name); }).exit() == Exit::usage);
  }
  CHECK(log.head().count == 0);
  record(log, "SJ-1", "");
  CHECK(log.verify().empty());
}

TEST_CASE("The tables refuse every change", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  for (const char* sql :
       {"update entries set who = 'x'", "delete from entries where id = 4",
        "insert or replace into entries select * from entries where id = 4",
        "insert or replace into entries select id + 1, kind, at, who, body, algorithm, digest, digest from "
        "entries"
        " where id = 4",
        "insert into entries values (9, 'decision', '', '', '', '', '', 'x')",
        "insert into entries values (5, 'decision', '', '', '', '', 'x', 'y')",
        "update decisions set case_id = 'x'", "delete from decisions",
        "insert or replace into decisions select * from decisions", "update follow_ups set due = null",
        "delete from follow_ups", "insert or replace into follow_ups select * from follow_ups",
        "update reviews set note = ''", "delete from reviews",
        "insert or replace into reviews select * from reviews", "update content set body = ''",
        "delete from content", "insert or replace into content select * from content"}) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    CAPTURE(sql);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK);
    sqlite3_close(handle);
  }
  CHECK(places(path).empty());
}

TEST_CASE("The text of the tables does not change without a new version", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  std::string text;
  sqlite3_exec(
      handle, "select sql from sqlite_schema where sql is not null order by type, name",
      [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) += std::string(values[0]) + "\n";
        return 0;
      },
      &text, nullptr);
  sqlite3_close(handle);
  CHECK(digest_of(text) == "sha256:0ec03ec71ec14f96bc68a7629bc614b8649f552dfbc1d420d61d80c38c080b0e");
}

TEST_CASE("A log that nobody touched has no flaw", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  CHECK(places(path).empty());
  by_hand(path, "analyze; vacuum;");
  CHECK(places(path).empty());
  tamper(path, "select 1");
  CHECK(places(path).empty());
}

TEST_CASE("A changed entry is found", "[log][attack]") {
  CHECK(places_after("update entries set body = replace(body, '一件', '两件') where id = 2") ==
        Places{"entries 2"});
  CHECK(places_after("update entries set who = '王五' where id = 2") == Places{"entries 2"});
  CHECK(places_after("update entries set at = '2025-01-01T00:00:00+08:00' where id = 3") ==
        Places{"entries 3"});
  CHECK(places_after("update entries set kind = 'note' where id = 4") ==
        Places{"entries 4", "entries 4", "reviews 4"});
  CHECK(places_after("update entries set algorithm = 'md5' where id = 1") == Places{"entries 1"});
  CHECK(places_after("update entries set digest = 'sha256:0' where id = 2") ==
        Places{"entries 2", "entries 3"});
  CHECK(places_after("update entries set prev = 'sha256:0' where id = 2") ==
        Places{"entries 2", "entries 2"});
  CHECK(places_after("update entries set body = body || ' ' where id = 2") ==
        Places{"entries 2", "entries 2"});
  CHECK(places_after("update entries set body = '{' where id = 4") == Places{"entries 4", "entries 4"});
  CHECK(places_after("update entries set body = '{}' where id = 2") == Places{"entries 2", "entries 2"});
  CHECK(
      places_after(
          "update entries set body = replace(body, '\"case\":\"SJ-2\"', '\"case\":\"SJ-9\"') where id = 2") ==
      Places{"entries 2", "decisions 2"});
}

TEST_CASE("A rewritten entry with a new digest breaks the chain behind it", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  auto entry = Log::open(path, Log::Mode::read).entry(2).value();
  entry.who = "王五";
  tamper(path, "update entries set who = '王五', digest = '" + digest_of_entry(entry) + "' where id = 2");
  CHECK(places(path) == Places{"entries 3"});
}

TEST_CASE("A deleted entry is found", "[log][attack]") {
  CHECK(places_after("delete from entries where id = 2") ==
        Places{"entries 2", "decisions 2", "follow_ups 3", "follow_ups 4"});
  CHECK(places_after("delete from entries where id in (2, 3)").front() == "entries 2");
  CHECK(places_after("delete from entries where id = 1").front() == "entries 1");
  CHECK(places_after("delete from entries where id = 4") == Places{"reviews 4"});
}

TEST_CASE("Two entries that changed places are found", "[log][attack]") {
  const Places found = places_after(
      "update entries set id = 99 where id = 1; update entries set id = 1 where id = 2;"
      "update entries set id = 2 where id = 99");
  CHECK(std::count(found.begin(), found.end(), "entries 1") > 0);
  CHECK(std::count(found.begin(), found.end(), "entries 2") > 0);
}

TEST_CASE("An inserted entry is found", "[log][attack]") {
  const std::string copy = ", kind, at, who, body, algorithm, digest, 'sha256:1' from entries where id = 4";
  CHECK(places_after("insert into entries select 5" + copy) == Places{"entries 5", "reviews 5"});
  CHECK(places_after("insert into entries select 0" + copy).front() == "entries 0");
  CHECK(places_after("insert into entries select -5" + copy).front() == "entries -5");
  CHECK(places_after("insert into entries select 9223372036854775807" + copy).front() == "entries 5");
}

TEST_CASE("A dropped or changed trigger is found", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  by_hand(path, "drop trigger entries_no_update");
  CHECK(places(path) == Places{"database"});
  by_hand(path, "create trigger entries_no_update before update on entries begin select 1; end");
  CHECK(places(path) == Places{"database"});
  by_hand(path,
          "create table more (x); create view peek as select 1; create trigger also after insert on entries"
          " begin select 1; end");
  CHECK(places(path) == Places(4, "database"));
}

TEST_CASE("A dropped table is found", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  by_hand(path, "drop table reviews");
  const Places found = places(path);
  CHECK(found.size() >= 5);
  CHECK(std::all_of(found.begin(), found.end(), [](const auto& place) { return place == "database"; }));
  Log log = Log::open(path, Log::Mode::write);
  CHECK(failure_of([&] { log.follow_ups(); }).exit() == Exit::world);
}

TEST_CASE("An index that does not say what the entries say is found", "[log][attack]") {
  CHECK(places_after("update decisions set case_id = 'x' where id = 3") == Places{"decisions 3"});
  CHECK(places_after("update decisions set day = '2020-01-01', offence = '' where id = 3") ==
        Places{"decisions 3", "decisions 3"});
  CHECK(places_after("update decisions set answers = '{}' where id = 1") == Places{"decisions 1"});
  CHECK(places_after("delete from decisions where id = 2") == Places{"decisions 2"});
  CHECK(places_after(
            "insert into decisions select 4, case_id, day, offence, answers from decisions where id = 1") ==
        Places{"decisions 4"});
  CHECK(places_after("update follow_ups set due = '2030-01-01' where id = 2") == Places{"follow_ups 2"});
  CHECK(places_after("update follow_ups set due = '2030-01-01' where due is null and decision = 2").size() ==
        1);
  CHECK(places_after("update follow_ups set who = '' where id = 5") == Places{"follow_ups 5"});
  CHECK(places_after("update follow_ups set id = 9 where id = 6") == Places{"follow_ups 6"});
  CHECK(places_after("delete from follow_ups where id = 6") == Places{"decisions 3"});
  CHECK(places_after("delete from follow_ups where id = 3") == Places{"decisions 2", "follow_ups 3"});
  CHECK(places_after(
            "insert into follow_ups select 7, decision, 'x', what, who, due, waiting_for from follow_ups"
            " where id = 6") == Places{"follow_ups 7"});
  CHECK(places_after("update reviews set outcome = 'reoffended'") == Places{"reviews 4"});
  CHECK(places_after("update reviews set note = ''") == Places{"reviews 4"});
  CHECK(places_after("update reviews set follow_up = 3") == Places{"reviews 4"});
  CHECK(places_after("delete from reviews") == Places{"reviews 4"});
  CHECK(places_after("insert into reviews values (3, 3, 'rectified', '')") == Places{"reviews 3"});
  CHECK(places_after("update follow_ups set id = 99 where id = 1; update follow_ups set id = 1 where id = 2;"
                     " update follow_ups set id = 2 where id = 99") == Places{"follow_ups 2"});
}

TEST_CASE("Changed, missing and superfluous rules are found", "[log][attack]") {
  const std::string rules = "content " + world().digest;
  CHECK(places_after("update content set body = body || ' ' where kind = 'rules'") == Places{rules});
  CHECK(places_after("delete from content where kind = 'rules'") == Places{rules});
  CHECK(places_after("update content set kind = 'calendar'") == Places{rules});
  CHECK(places_after("insert into content values ('" + digest_of("{}") + "', 'rules', '{}')") ==
        Places{"content " + digest_of("{}")});
}

TEST_CASE("A byte changed in the file is found", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  const std::string whole = bytes_of(path);
  const auto changed = [&](const std::string& text, std::size_t nth) {
    std::string bytes = whole;
    std::size_t at = bytes.find(text);
    for (; nth > 0; --nth) {
      at = bytes.find(text, at + 1);
    }
    REQUIRE(at != std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    put_bytes(path, bytes);
    const Places found = places(path);
    put_bytes(path, whole);
    return found;
  };
  CHECK_FALSE(changed("一件商品漏标", 0).empty());
  CHECK_FALSE(changed("张三", 1).empty());
  CHECK_FALSE(changed("现场看过", 0).empty());
  CHECK_FALSE(changed("append-only", 3) == Places{});
  CHECK_FALSE(changed("小世界", 0).empty());
  CHECK(places(path).empty());
}

TEST_CASE("A truncated file and a broken page are flaws of the database", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  const std::string whole = bytes_of(path);
  put_bytes(path, whole.substr(0, whole.size() / 2));
  Places found = places(path);
  CHECK(std::count(found.begin(), found.end(), "database") > 0);
  CHECK_THROWS_AS(Log::open(path, Log::Mode::write), Failure);

  for (std::size_t page = 1; page * 4096 < whole.size(); ++page) {
    std::string bytes = whole;
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\x55');
    put_bytes(path, bytes);
    CAPTURE(page);
    found = places(path);
    CHECK_FALSE(found.empty());
  }
}

TEST_CASE("Whatever byte of the file is changed, verifying ends with flaws or none, never otherwise",
          "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  const std::string whole = bytes_of(path);
  for (std::size_t at = 0; at < whole.size(); at += 997) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(~bytes[at]);
    put_bytes(path, bytes);
    CAPTURE(at);
    try {
      Log::open(path, Log::Mode::read).verify();
    } catch (const Failure& failure) {
      CHECK(at < 100);  // in the header, the file may no longer look like a log
      CHECK(failure.exit() == Exit::world);
    }
  }
}

TEST_CASE("No more than a hundred flaws are listed", "[log][attack]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  {
    Log log = Log::open(path, Log::Mode::write);
    for (int i = 0; i < 120; ++i) {
      record(log);
    }
  }
  tamper(path, "update entries set who = 'x'");
  CHECK(places(path).size() == 100);
}

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
  CHECK(log.verify().empty());
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
    CHECK(reader.head().count == 2 * i + 2);
  }
  CHECK(reader.verify().empty());
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
  CHECK(Log::open(path, Log::Mode::read).head().count == 60);
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
  CHECK(Log::open(path, Log::Mode::read).head().count >= reported);
  CHECK(places(path).empty());
}

TEST_CASE("A log that is read is not written", "[log]") {
  const Folder folder;
  const std::string path = filled(folder);
  const std::string before = bytes_of(path);
  Log log = Log::open(path, Log::Mode::read);
  CHECK(log.decisions().size() == 3);
  CHECK(failure_of([&] { record(log); }).exit() == Exit::world);
  CHECK(failure_of([&] { log.append_review(1, "rectified", "", "", kNow); }).exit() == Exit::world);
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
  by_hand(path, "pragma user_version = 2");
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
  CHECK(log.decisions().size() == 3);
  const Failure failure = failure_of([&] { record(log); });
  CHECK(failure.exit() == Exit::world);
  CHECK_THAT(failure.message().en, Catch::Contains("another program holds") && Catch::Contains(path));
  sqlite3_exec(handle, "rollback", nullptr, nullptr, nullptr);
  sqlite3_close(handle);
  CHECK(record(log).id == 5);
  CHECK(log.verify().empty());
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
