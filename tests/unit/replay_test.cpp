// Running a log again, and running it by other rules.

#include "record/replay.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "decide/decide.h"
#include "json/parse.h"
#include "log_files.h"
#include "record/other_rules.h"
#include "rules/builtin.h"
#include "rules/read_rules.h"

using namespace siqingdan;

namespace {

constexpr Selection kTwoThreads{std::nullopt, false, 2};

// From the log alone: no rules at hand that it could go by.
Replay replayed(const std::string& path, const Selection& selection = kTwoThreads) {
  const Log log = Log::open(path, Log::Mode::read);
  KeptRules rules(log, nullptr);
  return replay(log, rules, selection);
}

std::string line(const Difference& d) {
  return d.reason.en.empty() ? fmt::format("{} {}: {} | {}", d.entry, d.path, d.recorded, d.replayed)
                             : fmt::format("{}: {}", d.entry, d.reason.en);
}

std::vector<std::string> lines(const Replay& replay) {
  std::vector<std::string> all;
  for (const Difference& difference : replay.differences) {
    all.push_back(line(difference));
  }
  return all;
}

using Lines = std::vector<std::string>;

Lines after(const std::string& sql) {
  const Folder folder;
  const std::string path = filled(folder);
  tamper(path, sql);
  return lines(replayed(path));
}

// The small world with one thing written otherwise.
RuleSet amended(const std::string& file, const std::string& from, const std::string& to) {
  std::vector<SourceFile> files = small_files();
  for (SourceFile& each : files) {
    if (each.path == "small/" + file) {
      const auto at = each.text.find(from);
      REQUIRE(at != std::string::npos);
      each.text.replace(at, from.size(), to);
    }
  }
  RuleBase base = read_rules(files, "small", {});
  for (const Issue& issue : base.issues.all()) {
    UNSCOPED_INFO(to_line(issue, true));
  }
  REQUIRE(base.rules);
  return std::move(*base.rules);
}

OtherRules by(const RuleSet& rules, const std::string& path) {
  return under_other_rules(Log::open(path, Log::Mode::read), rules, kTwoThreads);
}

}  // namespace

TEST_CASE("A recorded decision runs again, years later, to the same bytes, from the log alone",
          "[replay][promises]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  const RuleSet rules = builtin_rules();
  std::int64_t recorded = 0;
  {
    Log log = Log::open(path, Log::Mode::write);
    record(log);  // by other rules than the rest
    for (const SourceFile& file : read_json_tree(PROJECT_SOURCE_DIR "/examples", kCaseLimit)) {
      for (const char* on : {"2026-11-23", "2026-12-31"}) {
        const Date day = *parse_date(on);
        Issues issues;
        const auto document = json::parse(file, issues);
        REQUIRE(document);
        const auto a_case = read_case(*document, rules.vocabulary, rules.catalogue, day, issues);
        REQUIRE(a_case);
        append_decision(log, decide(rules, *a_case, day), kByZhang,
                        [] { return bundle(builtin_files(), "rules"); });
        ++recorded;
      }
    }
    append_decision(log, some_decision(), kByLi, small_bundles, Replaces{1, "写错了"});
  }
  REQUIRE(recorded > 20);
  const Replay result = replayed(path);
  CHECK(result.decisions == recorded + 2);
  CHECK(lines(result) == Lines{});
}

TEST_CASE("Rules that are at hand need not be read, but must be kept", "[replay]") {
  const Folder folder;
  const std::string path = filled(folder);
  {
    const Log log = Log::open(path, Log::Mode::read);
    KeptRules rules(log, &world());
    CHECK(rules.find(world().digest, world().calendar_digest).rules == &world());
    CHECK(replay(log, rules, kTwoThreads).differences.empty());
  }
  tamper(path, "delete from content where kind = 'rules'");
  const Log log = Log::open(path, Log::Mode::read);
  KeptRules rules(log, &world());
  CHECK(replay(log, rules, kTwoThreads).differences.size() == 3);
}

TEST_CASE("A decision that was altered is named with the place", "[replay]") {
  const auto [sql, expected] = GENERATE(table<std::string, Lines>({
      {"update entries set body = replace(body, '\"standing\":\"official\"', '\"standing\":\"drafted\"')"
       " where id = 2",
       {"2 answers.no_penalty.standing: \"drafted\" | \"official\""}},
      {"update entries set body = replace(body, '2026-12-07', '2027-12-07') where id = 3",
       {"3 duties[recheck].due: \"2027-12-07\" | \"2026-12-07\""}},
      {"update entries set body = replace(body, '\"harm\":\"none\"', '\"harm\":\"enormous\"') where id = 1",
       {"1: fact `harm` cannot be `enormous`"}},
      {"update entries set body = replace(body, ',\"warnings\":[]', '') where id = 1", {"1 warnings:  | []"}},
      {"update entries set body = body || ' ' where id = 1",
       {"1: it says the same, but not in the bytes that this program writes"}},
      {"update entries set body = '{}' where id = 1",
       {"1: its body is not that of a decision: it was altered"}},
  }));
  CHECK(after(sql) == expected);
}

TEST_CASE("A decision whose rules or calendar are gone or altered is reported, not passed over", "[replay]") {
  const std::string rules = world().digest;
  const std::string calendar = world().calendar_digest;
  const auto three = [](const std::string& reason) {
    return Lines{"1: " + reason, "2: " + reason, "3: " + reason};
  };
  CHECK(after("delete from content where kind = 'rules'") ==
        three("the log does not keep the rules " + rules + " it was made with"));
  CHECK(after("delete from content where kind = 'calendar'") ==
        three("the log does not keep the calendar " + calendar + " it was made with"));
  CHECK(after("update content set body = replace(body, 'none', 'nine') where kind = 'rules'") ==
        three("the rules " + rules + " it was made with was altered"));
}

TEST_CASE("Threads change nothing, not even the order", "[replay]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  {
    Log log = Log::open(path, Log::Mode::write);
    for (int i = 0; i < 200; ++i) {
      record(log, fmt::format("SJ-{}", i));
    }
  }
  tamper(path, "update entries set body = replace(body, '2026-12-07', '2027-12-07') where id % 3 = 0");
  const Lines one = lines(replayed(path, {std::nullopt, false, 1}));
  CHECK(one.size() == 66);
  CHECK(lines(replayed(path, {std::nullopt, false, 5})) == one);
  CHECK(lines(replayed(path, {6, false, 2})) == Lines{one[1]});
}

TEST_CASE("Other rules: whose answer changes, and what becomes of the follow-ups", "[replay]") {
  const Folder folder;
  const std::string path = filled_with_every_kind(folder);  // 5 corrects 2; the recheck of 1 is done
  CHECK(by(world(), path).changes.empty());
  const OtherRules other = by(amended("lists/town/no-filing/list.json",
                                      "\"from\": \"2025-01-01\", \"is\": 10",
                                      "\"from\": \"2025-01-01\", \"is\": 3"),
                              path);
  CHECK(other.decisions == 3);
  REQUIRE_FALSE(other.changes.empty());
  for (const Change& change : other.changes) {
    CHECK(change.entry != 2);
    CHECK(change.answers.empty());
    CHECK(change.undecidable.empty());
    REQUIRE(change.follow_ups.size() == 1);
    const FollowUpChange& recheck = change.follow_ups[0];
    CHECK(recheck.duty == "recheck");
    CHECK(recheck.from.due == "2026-12-07");
    CHECK(recheck.to.due == "2026-11-26");
  }
}

TEST_CASE("Other rules: an item that asks for more", "[replay]") {
  const Folder folder;
  const std::string path = filled(folder);
  const RuleSet stricter = amended("lists/town/no-filing/01.json", "\"fact\": \"harm\", \"is\": \"none\"",
                                   "\"fact\": \"harm\", \"is\": \"serious\"");
  const OtherRules other = by(stricter, path);
  REQUIRE(other.changes.size() == 3);
  const Change& first = other.changes[0];
  REQUIRE(first.answers.size() == 1);
  CHECK(first.answers[0].question == Question::no_filing);
  CHECK(first.answers[0].from.answer == "applies");
  CHECK(first.answers[0].from.rule == "town/no-filing/01");
  CHECK(first.answers[0].to.answer == "does_not_apply");
  CHECK(first.answers[0].to.nearest == "town/no-filing/01");
  const auto counts = counted(other.changes);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].decisions == 3);
}

TEST_CASE("Other rules: what they cannot decide is said with the reason", "[replay]") {
  const Folder folder;
  const std::string path = filled(folder);
  const auto reasons = [&](const RuleSet& rules) {
    Lines all;
    for (const Change& change : by(rules, path).changes) {
      all.push_back(change.undecidable.en);
    }
    return all;
  };
  const std::string no_calendar =
      "there is no working-day calendar for 2026, so no deadline can be counted; "
      "there is 2024–2025";
  CHECK(reasons(amended("calendars/cn.json",
                        R"("2026": { "notice": "2026", "off": [ ["2026-10-01", "2026-10-07"] ],)"
                        R"( "work": ["2026-09-27", "2026-10-10"] })",
                        R"("2024": { "notice": "2024", "off": [], "work": [] })")) ==
        Lines{no_calendar, no_calendar, no_calendar});
  std::vector<SourceFile> renamed = small_files();
  for (SourceFile& file : renamed) {
    for (auto at = file.text.find("\"harm\""); at != std::string::npos; at = file.text.find("\"harm\"")) {
      file.text.replace(at, 6, "\"hurt\"");
    }
  }
  RuleBase base = read_rules(renamed, "small", {});
  REQUIRE(base.rules);
  const std::string reason = "no fact is called `harm`";
  CHECK(reasons(*base.rules) == Lines{reason, reason, reason});
}
