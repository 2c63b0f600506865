// Verification: the tables are those we made, the chain holds, nothing stands beside it that it does not ask
// for, every page of the file can be read. Nothing is held in memory but the row at hand and the digests of
// the rules that were used.

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/file.h"
#include "base/unicode.h"
#include "record/flaws.h"
#include "record/head_file.h"
#include "record/schema.h"
#include "record/verify_chain.h"

namespace siqingdan {
namespace {

using sqlite::Statement;

// Runs one part; a file that cannot be read any further is a flaw like others, and the next part may
// still tell more.
template <class Part>
void guarded(Flaws& flaws, const Part& part) {
  try {
    part();
  } catch (const sqlite::Error& error) {
    if (error.trouble() != sqlite::Trouble::damaged) {
      throw;
    }
    flaws.add("database", say("读到这里读不下去: {}", "it cannot be read any further: {}", error.reason()));
  }
}

void verify_schema(sqlite::Database& file, Flaws& flaws) {
  using Key = std::pair<std::string, std::string>;
  std::map<Key, SchemaPart> expected;
  for (SchemaPart& part : untouched_schema()) {
    expected.emplace(Key{part.kind, part.name}, std::move(part));
  }
  for (const SchemaPart& part : schema_of(file)) {
    const auto known = expected.find({part.kind, part.name});
    if (known == expected.end()) {
      flaws.add("database", say("多出 {} `{}`", "the {} `{}` was added", part.kind, visible(part.name)));
      continue;
    }
    if (!(known->second == part)) {
      flaws.add("database", say("{} `{}` 被改动过", "the {} `{}` was changed", part.kind, part.name));
    }
    expected.erase(known);
  }
  for (const auto& [key, part] : expected) {
    flaws.add("database", say("{} `{}` 不见了", "the {} `{}` is gone", part.kind, part.name));
  }
}

void verify_pages(sqlite::Database& file, Flaws& flaws) {
  Statement check(file, fmt::format("pragma integrity_check({})", Flaws::kMost));
  while (!flaws.full() && check.next()) {
    const std::string line = check.text(0);
    if (line != "ok") {
      flaws.add("database", say("SQLite 自检: {}", "SQLite's own check: {}", visible(line)));
    }
  }
}

void verify_content(sqlite::Database& file, std::map<std::string, std::string> wanted, Flaws& flaws) {
  Statement rows(file, "select digest, kind, body from content order by digest");
  while (!flaws.full() && rows.next()) {
    const std::string digest = rows.text(0);
    const std::string place = "content " + visible(digest);
    if (digest_of(rows.text(2)) != digest) {
      flaws.add(place, say("内容与它的摘要不符", "what it says does not fit its digest"));
    }
    const auto user = wanted.find(digest);
    if (user == wanted.end()) {
      flaws.add(place, say("没有决定用到它", "no decision was made with it"));
      continue;
    }
    if (user->second != rows.text(1)) {
      flaws.add(place, say("`kind` 与决定所写不符", "`kind` is not what the decisions say"));
    }
    wanted.erase(user);
  }
  for (const auto& [digest, kind] : wanted) {
    flaws.add("content " + visible(digest),
              kind == "rules"
                  ? say("决定所用的规则没有留存", "the rules that decisions were made with are gone")
                  : say("决定所用的日历没有留存", "the calendar that decisions were made with is gone"));
  }
}

}  // namespace

std::vector<Flaw> verify(const Log& log, std::vector<Anchor> anchors, const Progress& progress,
                         std::vector<Flaw>* notes) {
  sqlite::Database& file = log.file();
  if (auto witness = read_head_file(file.path())) {
    anchors.push_back(std::move(*witness));
  } else if (notes != nullptr && file_exists(head_file_of(file.path()))) {
    notes->push_back({"database", say("旁证文件 `{}` 读不懂,没有拿它来对照;截尾只有检查点能查出",
                                      "the head file `{}` cannot be read and was not compared: only a "
                                      "checkpoint shows a cut tail",
                                      visible(head_file_of(file.path())))});
  }
  Flaws flaws;
  const sqlite::Transaction moment(file, sqlite::Transaction::Kind::read);
  guarded(flaws, [&] { verify_schema(file, flaws); });
  guarded(flaws, [&] {
    auto wanted = verify_chain(file, anchors, progress, flaws, notes);
    verify_content(file, std::move(wanted), flaws);
  });
  guarded(flaws, [&] { verify_pages(file, flaws); });
  return flaws.take();
}

}  // namespace siqingdan
