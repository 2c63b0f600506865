// The log: what goes in comes out.

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "json/canonical.h"
#include "json/value.h"
#include "log_files.h"
#include "record/compact.h"
#include "record/read.h"

using namespace siqingdan;

TEST_CASE("A recorded decision is read back as it was written", "[log]") {
  const Folder folder;
  const std::string path = folder / "log.db";
  const Decision decision = some_decision();
  Log log = Log::open(path, Log::Mode::write);
  CHECK(head(log).count == 0);
  CHECK(head(log).digest.empty());
  const Recorded recorded = append_decision(log, decision, kByZhang, small_bundles);
  CHECK(recorded.id == 1);
  CHECK(head(log).count == 1);
  CHECK(head(log).digest == recorded.digest);

  const auto kept = entry(log, 1);
  REQUIRE(kept);
  CHECK(kept->kind == "decision");
  CHECK(kept->at == kNow);
  CHECK(kept->who == "张三");
  CHECK(kept->algorithm == "sha256");
  CHECK(kept->prev.empty());
  CHECK(kept->digest == recorded.digest);
  CHECK(digest_of_entry(*kept) == recorded.digest);
  const json::Value body = {{"case", *decision.of.written},
                            {"decision", json::Value::parse(canonical_compact(decision))}};
  CHECK(kept->body == json::canonical(body));
  CHECK_FALSE(entry(log, 2));

  const auto rows = decisions(log);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].case_id == "SJ-2026-0001");
  CHECK(rows[0].on == "2026-11-23");
  CHECK(rows[0].offence == "shop.no-price-tag");
  CHECK(rows[0].officer == "张三");
  CHECK(rows[0].at == kNow);
  CHECK(rows[0].party_name == decision.of.party_name);
  CHECK(rows[0].alike == likeness(decision));
  CHECK_FALSE(rows[0].replaces);
  CHECK_FALSE(rows[0].replaced_by);
  for (const Question question : kQuestions) {
    const RecordedAnswer& answer = rows[0].answers[static_cast<std::size_t>(question)];
    const bool listed = question == Question::no_filing || question == Question::no_penalty;
    CHECK(answer.answer == (listed ? "applies" : "not_listed"));
    CHECK(answer.rule.empty() != listed);
    CHECK(answer.standing.empty() != listed);
  }
  CHECK(rows[0].answers[1].rule == "town/no-filing/01");
  CHECK(content(log, world().digest) == small_bundles().rules);
  CHECK(content(log, world().calendar_digest) == small_bundles().calendar);
  CHECK_FALSE(content(log, "sha256:0"));
  CHECK(verify(log).empty());
}

TEST_CASE("The digest of an entry is that of its fields joined by newlines", "[log]") {
  const Entry entry{7, "decision", "2026", "张三", "{}", "sha256", "sha256:ab", ""};
  CHECK(digest_of_entry(entry) == digest_of("7\ndecision\n2026\n张三\nsha256\nsha256:ab\n{}"));
}

TEST_CASE("The same decision twice gives two entries, and the rules are kept once", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  const Recorded first = record(log);
  const Recorded second = append_decision(log, some_decision(), kByZhang, []() -> Bundles {
    FAIL("the rules are kept already");
    return {};
  });
  CHECK(second.id == 2);
  CHECK(second.digest != first.digest);
  CHECK(entry(log, 2)->prev == first.digest);
  CHECK(decisions(log).size() == 2);
  CHECK(verify(log).empty());
}

TEST_CASE("Rules that are not those of the decision are not kept", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  CHECK_THROWS_AS(append_decision(log, some_decision(), kByZhang, [] { return Bundles{"{}", "{}"}; }),
                  std::logic_error);
  CHECK(head(log).count == 0);
}

TEST_CASE("Follow-ups come by due date, and those that wait come last", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log, "SJ-1");
  record(log, "SJ-2");
  const auto all = follow_ups(log);
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
  const std::int64_t id = follow_ups(log)[0].id;
  const ReviewRecorded done = append_review(log, id, "not_rectified", "价签还没有\n换",
                                            {"李四", "2026-12-07T10:00:00+08:00"});
  CHECK(done.review.id == 2);
  REQUIRE(done.restart);
  CHECK(done.restart->id == 3);
  CHECK(entry(log, 2)->kind == "review");
  const FollowUp after = follow_ups(log)[0];
  CHECK(after.outcome == "not_rectified");
  CHECK(after.done_at == "2026-12-07T10:00:00+08:00");
  CHECK(after.done_by == "李四");
  CHECK(after.note == "价签还没有\n换");

  const Failure again = failure_of([&] { append_review(log, id, "rectified", "", kByLi); });
  CHECK(again.exit() == Exit::usage);
  CHECK_THAT(again.message().en, Catch::Contains("already done"));
  const Failure none = failure_of([&] { append_review(log, 99, "rectified", "", kByLi); });
  CHECK(none.exit() == Exit::usage);
  CHECK_THAT(none.message().en, Catch::Contains("no follow-up 99"));
  CHECK(failure_of([&] { append_review(log, id, "fine", "", kByLi); }).exit() == Exit::usage);
  CHECK(head(log).count == 3);
  CHECK(verify(log).empty());
}

TEST_CASE("A name with a line break is not recorded", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  for (const char* name : {"张\n三", "张\x1b[2J", "\xff"}) {
    CHECK(failure_of([&] { record(log, "SJ-1", name); }).exit() == Exit::usage);
  }
  CHECK(head(log).count == 0);
  record(log, "SJ-1", "");
  CHECK(verify(log).empty());
}

TEST_CASE("A correction stands beside what it corrects, and a decision is corrected once", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log);
  const auto correct = [&](std::int64_t entry, const std::string& because) {
    return append_decision(log, some_decision(), kByLi, small_bundles, Replaces{entry, because});
  };
  CHECK(correct(1, "当事人写错了").id == 2);
  const auto rows = decisions(log);
  CHECK(rows[0].replaced_by == 2);
  CHECK(rows[1].replaces == 1);
  CHECK(follow_ups(log)[0].replaced_by == 2);

  CHECK_THAT(failure_of([&] { correct(1, "又错了"); }).message().en, Catch::Contains("correct 2 instead"));
  CHECK_THAT(failure_of([&] { correct(9, "又错了"); }).message().en, Catch::Contains("no decision"));
  CHECK_THAT(failure_of([&] { correct(2, " \n"); }).message().en, Catch::Contains("needs a reason"));
  CHECK(correct(2, "又错了").id == 3);
  CHECK(verify(log).empty());
}

TEST_CASE("What was really decided is kept with its reason", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  record(log);
  CHECK(append_outcome(log, 1, Question::no_filing, false, "另案处理", kByLi).id == 2);
  CHECK(json::Value::parse(entry(log, 2)->body)["decided"] == "refused");
  CHECK_THAT(
      failure_of([&] { append_outcome(log, 2, Question::no_filing, true, "同意", kByLi); }).message().en,
      Catch::Contains("no decision"));
  CHECK_THAT(failure_of([&] { append_outcome(log, 1, Question::no_filing, true, "", kByLi); }).message().en,
             Catch::Contains("needs a reason"));
  CHECK(head(log).count == 2);
  CHECK(verify(log).empty());
}

TEST_CASE("A batch is there as a whole or not at all, and what fails in it harms nothing else", "[log]") {
  const Folder folder;
  Log log = Log::open(folder / "log.db", Log::Mode::write);
  const Log reader = Log::open(folder / "log.db", Log::Mode::read);
  {
    Batch batch(log);
    record(log, "SJ-1");
    CHECK(failure_of([&] { append_outcome(log, 9, Question::no_filing, true, "同意", kByLi); }).exit() ==
          Exit::usage);
    record(log, "SJ-2");
    append_outcome(log, 2, Question::no_filing, true, "同意", kByLi);
    CHECK(head(reader).count == 0);
    batch.commit();
  }
  CHECK(head(reader).count == 3);
  CHECK(verify(reader).empty());
  {
    const Batch left(log);
    record(log, "SJ-3");
  }
  CHECK(head(log).count == 3);
  CHECK(record(log, "SJ-4").id == 4);
  CHECK(verify(log).empty());
}
