// The log under attack: nothing in it can be changed unnoticed by somebody who owns the file.

#include <sqlite3.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/digest.h"
#include "log_files.h"
#include "record/head_file.h"
#include "record/read.h"
#include "record/tables.h"

using namespace siqingdan;
namespace fs = std::filesystem;

namespace {

// A table that an attacker may go for: entries, content, and every table of the index.
struct Target {
  std::string name;
  std::string key;
  std::vector<std::string> columns;  // without the key
};

std::vector<Target> targets() {
  std::vector<Target> all = {{"entries", "id", {"kind", "at", "who", "body", "algorithm", "prev", "digest"}},
                             {"content", "digest", {"kind", "body"}}};
  for (const IndexTable& table : kTables) {
    Target& target = all.emplace_back(Target{table.name, std::string(table.columns[0].name), {}});
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
      target.columns.emplace_back(table.columns[i].name);
    }
  }
  return all;
}

std::vector<std::string> keys_of(const std::string& path, const Target& target) {
  auto keys = ask(path, fmt::format("select {1} from {0} order by {1}", target.name, target.key));
  REQUIRE(keys.size() >= 2);
  return keys;
}

// Every row and every cell of a log with entries of every kind, attacked one after another.
class Attacked {
 public:
  Attacked() : path_(filled_with_every_kind(folder_)), whole_(bytes_of(path_)) {}

  const std::string& path() const { return path_; }

  // Must be found, and at that place among others.
  void found(const std::string& sql, const std::string& place) {
    CAPTURE(sql);
    tamper(path_, sql);
    const Places at = places(path_);
    CHECK(std::count(at.begin(), at.end(), place) > 0);
    put_bytes(path_, whole_);
  }

 private:
  const Folder folder_;
  const std::string path_;
  const std::string whole_;
};

std::string columns_of(const Target& target) {
  std::string all;
  for (const auto& column : target.columns) {
    all += (all.empty() ? "" : ", ") + std::string(column);
  }
  return all;
}

}  // namespace

TEST_CASE("Every table refuses every change", "[log]") {
  const Folder folder;
  const std::string path = filled_with_every_kind(folder);
  const auto refused = [&](const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    CAPTURE(sql);
    CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK);
    sqlite3_close(handle);
  };
  for (const Target& target : targets()) {
    for (const std::string& column : target.columns) {
      refused(fmt::format("update {0} set {1} = {1}", target.name, column));
    }
    refused("delete from " + target.name);
    refused(fmt::format("insert or replace into {0} select * from {0}", target.name));
  }
  const std::string rest = ", kind, at, who, body, algorithm, digest, 'x' from entries where id = 4";
  refused("insert or replace into entries select 5" + rest);
  refused("insert into entries values (99, 'decision', '', '', '', '', '', 'x')");
  refused("insert into entries select max(id) + 1, 'decision', '', '', '', '', 'x', 'y' from entries");
  CHECK(places(path).empty());
}

TEST_CASE("Whatever cell of whatever row of whatever table is changed, it is found there", "[log][attack]") {
  Attacked log;
  for (const Target& target : targets()) {
    for (const std::string& key : keys_of(log.path(), target)) {
      for (const std::string& column : target.columns) {
        const std::string value =
            target.name == "content" && column == "kind"
                ? "case kind when 'rules' then 'calendar' else 'rules' end"
                : fmt::format(
                      "case typeof({0}) when 'integer' then {0} + 1 when 'null' then '9' else {0} || '9' end",
                      column);
        log.found(fmt::format("update {} set {} = {} where {} = '{}'", target.name, column, value, target.key,
                              key),
                  target.name + " " + key);
      }
    }
  }
}

TEST_CASE("Whatever row of whatever table is taken out, it is found there", "[log][attack]") {
  Attacked log;
  for (const Target& target : targets()) {
    const auto keys = keys_of(log.path(), target);
    for (const std::string& key : keys) {
      // The last entry leaves no gap: what it put into the index tells. (And a checkpoint, below.)
      const bool last = target.name == "entries" && key == keys.back();
      log.found(fmt::format("delete from {} where {} = '{}'", target.name, target.key, key),
                last ? "withdrawals " + key : target.name + " " + key);
    }
    log.found("delete from " + target.name,
              target.name == "entries" ? "decisions 1" : target.name + " " + keys.front());
  }
}

TEST_CASE("A row put in or two rows that changed places are found, in whatever table", "[log][attack]") {
  Attacked log;
  for (const Target& target : targets()) {
    if (target.name == "content") {
      continue;  // its key is the digest of the row
    }
    const auto keys = keys_of(log.path(), target);
    for (const char* key : {"0", "-7", "9223372036854775807"}) {
      log.found(fmt::format("insert into {0} ({1}, {2}) select {3}, {2} from {0} where {1} = {4}",
                            target.name, target.key, columns_of(target), key, keys.back()),
                target.name == "entries" && key[0] == '9' ? fmt::format("entries {}", keys.size() + 1)
                                                          : fmt::format("{} {}", target.name, key));
    }
    log.found(
        fmt::format("update {0} set {1} = 9999 where {1} = {2}; update {0} set {1} = {2} where {1} = {3};"
                    " update {0} set {1} = {3} where {1} = 9999",
                    target.name, target.key, keys[0], keys[1]),
        target.name + " " + keys[1]);
  }
}

TEST_CASE("The text of the tables does not change without a new version", "[log]") {
  const Folder folder;
  std::string text;
  for (const std::string& sql :
       ask(filled(folder), "select sql from sqlite_schema where sql is not null order by type, name")) {
    text += sql + "\n";
  }
  CHECK(digest_of(text) == "sha256:61db9ea351e786b8fa193f95aca5e8bd38502b82bf93a2731435f477bebc17c8");
}

TEST_CASE("A log that nobody touched has no flaw", "[log]") {
  const Folder folder;
  const std::string path = filled_with_every_kind(folder);
  CHECK(places(path).empty());
  by_hand(path, "analyze; vacuum;");
  CHECK(places(path).empty());
  tamper(path, "select 1");
  CHECK(places(path).empty());
}

TEST_CASE("A changed entry is found", "[log][attack]") {
  CHECK(places_after("update entries set body = replace(body, '一件', '两件') where id = 2") ==
        Places{"entries 2"});
  CHECK(places_after("update entries set who = '王五' where id = 2") == Places{"entries 2", "decisions 2"});
  CHECK(places_after("update entries set at = '2025-01-01T00:00:00+08:00' where id = 3") ==
        Places{"entries 3", "decisions 3"});
  CHECK(places_after("update entries set kind = 'note' where id = 4") ==
        Places{"entries 4", "entries 4", "reviews 4"});
  CHECK(places_after("update entries set algorithm = 'md5' where id = 1") == Places{"entries 1"});
  CHECK(places_after("update entries set digest = 'sha256:0' where id = 2") ==
        Places{"entries 2", "entries 3"});
  CHECK(places_after("update entries set prev = 'sha256:0' where id = 2") ==
        Places{"entries 2", "entries 2"});
  CHECK(places_after("update entries set body = body || ' ' where id = 2") == Places{"entries 2"});
  CHECK(places_after("update entries set body = '{' where id = 4") ==
        Places{"entries 4", "entries 4", "reviews 4"});
  CHECK(places_after("update entries set body = '{}' where id = 2") ==
        Places{"entries 2", "entries 2", "decisions 2", "follow_ups 3", "follow_ups 4"});
  CHECK(
      places_after(
          "update entries set body = replace(body, '\"case\":\"SJ-2\"', '\"case\":\"SJ-9\"') where id = 2") ==
      Places{"entries 2", "decisions 2"});
}

TEST_CASE("A rewritten entry with a new digest breaks the chain behind it", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  Entry changed = entry(Log::open(path, Log::Mode::read), 2).value();
  changed.who = "王五";
  tamper(path, "update entries set who = '王五', digest = '" + digest_of_entry(changed) + "' where id = 2");
  CHECK(places(path) == Places{"decisions 2", "entries 3"});
}

TEST_CASE("A deleted entry is found", "[log][attack]") {
  CHECK(places_after("delete from entries where id = 2") ==
        Places{"entries 2", "decisions 2", "follow_ups 3", "follow_ups 4"});
  CHECK(places_after("delete from entries where id in (2, 3)").front() == "entries 2");
  CHECK(places_after("delete from entries where id = 1").front() == "entries 1");
  CHECK(places_after("delete from entries where id = 4") == Places{"reviews 4", "entries 4"});
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
  CHECK(failure_of([&] { follow_ups(log); }).exit() == Exit::world);
}

TEST_CASE("An index that does not say what the entries say is found", "[log][attack]") {
  CHECK(places_after("update decisions set case_id = 'x' where id = 3") == Places{"decisions 3"});
  CHECK(places_after("update decisions set day = '2020-01-01', offence = '' where id = 3") ==
        Places{"decisions 3", "decisions 3"});
  CHECK(places_after("update decisions set no_filing = 'undetermined' where id = 1") ==
        Places{"decisions 1"});
  CHECK(places_after("delete from decisions where id = 2") == Places{"decisions 2"});
  CHECK(places_after("update follow_ups set due = '2030-01-01' where id = 2") == Places{"follow_ups 2"});
  CHECK(places_after("update follow_ups set due = '2030-01-01' where due is null and decision = 2").size() ==
        1);
  CHECK(places_after("update follow_ups set who = '' where id = 5") == Places{"follow_ups 5"});
  CHECK(places_after("update follow_ups set id = 9 where id = 6") == Places{"follow_ups 6", "follow_ups 9"});
  CHECK(places_after("delete from follow_ups where id = 6") == Places{"follow_ups 6"});
  CHECK(places_after("delete from follow_ups where id = 3") == Places{"follow_ups 3"});
  CHECK(places_after("insert into follow_ups select 7, entry, decision, review, 'x', rule, what, who, start,"
                     " due, waiting_for from follow_ups where id = 6") == Places{"follow_ups 7"});
  CHECK(places_after("update reviews set outcome = 'reoffended'") == Places{"reviews 4"});
  CHECK(places_after("update reviews set note = ''") == Places{"reviews 4"});
  CHECK(places_after("update reviews set follow_up = 3") == Places{"reviews 4"});
  CHECK(places_after("delete from reviews") == Places{"reviews 4"});
  CHECK(places_after("insert into reviews values (3, 3, 'rectified', '', null)") == Places{"reviews 3"});
  CHECK(places_after("update follow_ups set id = 99 where id = 1; update follow_ups set id = 1 where id = 2;"
                     " update follow_ups set id = 2 where id = 99")
            .front() == "follow_ups 1");
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
      verify(Log::open(path, Log::Mode::read));
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

TEST_CASE("A cut tail, an older copy and a log written anew are caught by an anchor", "[log][attack]") {
  const Folder folder;
  const std::string path = filled(folder);
  const std::string older = bytes_of(path);
  const Head before = head(Log::open(path, Log::Mode::read));
  const Anchor early{before.count, before.digest, kNow, "early.json"};
  {
    Log log = Log::open(path, Log::Mode::write);
    append_outcome(log, 1, Question::no_filing, true, "同意", kByLi);
    append_outcome(log, 2, Question::no_filing, true, "同意", kByLi);
  }
  const Head end = head(Log::open(path, Log::Mode::read));
  const Anchor late{end.count, end.digest, kNow, "late.json"};
  CHECK(places(path, {early, late}).empty());
  CHECK(places(path, {{0, "", kNow, "empty.json"}}).empty());

  const std::string whole = bytes_of(path);
  tamper(path, "delete from entries where id = 6; delete from outcomes where entry = 6");
  CHECK(places(path) == Places{"entries 6"});  // the head file beside it tells
  fs::remove(head_file_of(path));
  CHECK(places(path).empty());  // nothing in the file tells
  CHECK(places(path, {early}).empty());
  CHECK(places(path, {early, late}) == Places{"entries 6"});

  put_bytes(path, older);
  CHECK(places(path).empty());
  CHECK(places(path, {late}) == Places{"entries 5"});

  fs::remove(path);
  {
    Log anew = Log::open(path, Log::Mode::write);
    for (int i = 0; i < 6; ++i) {
      record(anew, "SJ-9");
    }
  }
  CHECK(places(path).empty());
  CHECK(places(path, {early, late}) == Places{"entries 4", "entries 6"});
}
