// siqingdan log correct ID --withdraw: an import of earlier decisions, or an event of a clock, that was wrong
// counts no more. Decisions made with it stay as they are, and are named.

#include "log_withdraw.h"

#include "base/unicode.h"
#include "json/value.h"
#include "record/kinds.h"
#include "record/withdraw.h"
#include "report/clock_text.h"
#include "report/table.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

[[noreturn]] void refuse(const Text& why) { throw Failure(why, Exit::usage); }

// What to do with an entry that is not withdrawn.
[[noreturn]] void refuse_kind(std::int64_t id, const std::string& kind) {
  if (kind == kDecision) {
    refuse(say("第 {0} 号是决定,不能撤回;写错了用 `siqingdan log correct {0} 案件.json` 更正",
               "entry {0} is a decision and cannot be withdrawn: correct it with `siqingdan log correct {0} "
               "CASE.json`",
               id));
  }
  if (kind == kReview) {
    refuse(say("第 {0} 号是复查结果,不能撤回;写错了用 `siqingdan log correct {0} --outcome 结果` 更正",
               "entry {0} is the result of a review and cannot be withdrawn: correct it with `siqingdan log "
               "correct {0} --outcome OUTCOME`",
               id));
  }
  if (kind == kOutcome) {
    refuse(say("第 {0} 号是实际决定,不能撤回;用 `siqingdan log outcome` 重新记录,以后记的为准",
               "entry {0} is what was really decided and cannot be withdrawn: record it anew with "
               "`siqingdan log outcome`, the latest counts",
               id));
  }
  if (kind == kRestart) {
    refuse(say("第 {0} 号是重新启动处罚程序,由复查结果引起;更正那次复查结果,它就不再算数",
               "entry {0} is a restart, caused by the result of a review: correct that result, and it counts "
               "no more",
               id));
  }
  if (kind == kWithdrawal) {
    refuse(say("第 {0} 号本身就是撤回,不能再撤回;还要用的,重新导入或者重新登记",
               "entry {0} is a withdrawal itself: what is needed after all is imported or entered again",
               id));
  }
  refuse(say("第 {0} 号是 `{1}`,这个程序不知道怎样撤回;`siqingdan log show {0}` 看它是什么",
             "entry {0} is a `{1}`, which this program cannot withdraw: see `siqingdan log show {0}`", id,
             visible(kind)));
}

std::string first_to_last(const std::vector<std::int64_t>& entries) {
  return entries.size() == 1 ? std::to_string(entries.front())
                             : fmt::format("{}-{}", entries.front(), entries.back());
}

json::Value to_json(const std::vector<Recorded>& all) {
  json::Value values = json::Value::array();
  for (const Recorded& each : all) {
    values.push_back({{"id", each.id}, {"digest", each.digest}});
  }
  return values;
}

json::Value to_json(const WithdrawnImport& withdrawn, const std::vector<DecisionRow>& resting,
                    const std::string& because) {
  json::Value complete = json::Value::array();
  for (const CompleteSpan& span : withdrawn.complete) {
    complete.push_back(
        {{"bureau", span.bureau}, {"from", to_text(span.first)}, {"until", to_text(span.last)}});
  }
  json::Value decisions = json::Value::array();
  for (const DecisionRow& row : resting) {
    decisions.push_back({{"id", row.id}, {"on", row.on}, {"case", row.case_id}, {"party", row.party}});
  }
  return {{"withdraws", {{"entries", withdrawn.entries}, {"because", because}}},
          {"rows", withdrawn.rows},
          {"complete", complete},
          {"decisions", decisions},
          {"recorded", to_json(withdrawn.recorded)}};
}

void say_recorded(const Context& context, const Recorded& recorded, std::int64_t withdrawn) {
  context.note_recorded(recorded);
  context.out(
      in(context, say("已记录: 第 {0} 号 {1},撤回第 {2} 号\n", "recorded: entry {0} {1}, withdraws {2}\n",
                      recorded.id, recorded.digest, withdrawn)));
  context.warn_of_clock(recorded);
}

void say_import(const Context& context, const WithdrawnImport& withdrawn,
                const std::vector<DecisionRow>& resting) {
  context.out(
      in(context, say("第 {0} 号导入的 {1} 行不再算数\n", "{1} row(s) imported by entry {0} count no more\n",
                      first_to_last(withdrawn.entries), withdrawn.rows)));
  for (const CompleteSpan& span : withdrawn.complete) {
    context.out(in(context, say("{0} 的记录自 {1} 至 {2} 完整的声明不再算数;补齐以后重新声明\n",
                                "that the records of {0} are complete from {1} to {2} counts no more: "
                                "declare it again once they are\n",
                                span.bureau, to_text(span.first), to_text(span.last))));
  }
  for (std::size_t i = 0; i < withdrawn.entries.size(); ++i) {
    say_recorded(context, withdrawn.recorded[i], withdrawn.entries[i]);
  }
  if (resting.empty()) {
    return;
  }
  Table table(
      {"id", in(context, {"决定日", "on"}), in(context, {"案件", "case"}), in(context, {"当事人", "party"})});
  for (const DecisionRow& row : resting) {
    table.add({std::to_string(row.id), row.on, row.case_id, row.party_name});
  }
  context.out(in(context, {"作决定时用到过它的,请重新核对;答案要变的用 `siqingdan log correct` 更正:\n",
                           "decisions that were made with it, to be looked at again; if an answer changes: "
                           "`siqingdan log correct`:\n"}) +
              table.text());
}

void withdraw_history(const Context& context, Log& log, const Withdraw& what) {
  const WithdrawnImport withdrawn = withdraw_import(log, what.id, what.because, {what.officer, now()});
  context.note_recorded(withdrawn.recorded.back());
  const std::vector<DecisionRow> resting = decisions_resting_on(log, withdrawn);
  if (what.as_json) {
    context.raw(json::pretty(to_json(withdrawn, resting, what.because)) + "\n");
  } else {
    say_import(context, withdrawn, resting);
  }
}

// Throws Failure (exit 2) where these rules cannot count it.
ClockChange counted_again(const RuleSet& rules, const RunningClock& clock, const std::string& because) {
  const auto after = recount(rules, clock.rule, clock.duty, clock.offence, clock.events);
  if (!after || after->reading.state == ClockState::not_allowed) {
    refuse(say("撤回以后,这套规则算不出复查 {0} 的期限({1} 的 {2});先撤回在它以后登记的",
               "without it these rules cannot count follow-up {0} ({2} of {1}): withdraw first what was "
               "entered after it",
               clock.follow_up, clock.rule, clock.duty));
  }
  return {clock.follow_up, ClockEvent::recount, day_of(""),        0,
          because,         after->reading.due,  after->waiting_for};
}

json::Value end_of(const std::optional<RunningClock>& clock) {
  return clock && clock->due ? json::Value(to_text(*clock->due)) : json::Value(nullptr);
}

json::Value to_json(const WithdrawnClock& withdrawn, const Withdraw& what) {
  std::vector<Recorded> recorded = {withdrawn.recorded};
  if (withdrawn.recounted) {
    recorded.push_back(*withdrawn.recounted);
  }
  return {{"withdraws", {{"entries", {what.id}}, {"because", what.because}}},
          {"follow_up", withdrawn.follow_up},
          {"open", withdrawn.after.has_value()},
          {"due", {{"before", end_of(withdrawn.before)}, {"after", end_of(withdrawn.after)}}},
          {"recorded", to_json(recorded)}};
}

void withdraw_event(const Context& context, Log& log, const Withdraw& what) {
  const RuleSet& rules = context.rules();
  const WithdrawnClock withdrawn = withdraw_clock(log, what.id, what.because, {what.officer, now()},
                                                  [&](const RunningClock& clock) {
                                                    return counted_again(rules, clock, what.because);
                                                  });
  context.note_recorded(withdrawn.recounted.value_or(withdrawn.recorded));
  if (what.as_json) {
    context.raw(json::pretty(to_json(withdrawn, what)) + "\n");
    return;
  }
  if (withdrawn.before && withdrawn.after) {
    ClockChange change;
    change.due = withdrawn.after->due;
    change.waiting_for = withdrawn.after->waiting_for;
    context.out(in(context, moved_text(rules.vocabulary, *withdrawn.before, change)) + "\n");
  } else {
    context.out(in(context, say("复查 {0} 已经办结或者不用办,期限不动\n",
                                "follow-up {0} is done or void: no deadline moves\n", withdrawn.follow_up)));
  }
  say_recorded(context, withdrawn.recorded, what.id);
  if (withdrawn.recounted) {
    context.out(in(context, say("以后的变动重新计算: 第 {0} 号 {1}\n",
                                "what came after it is counted again: entry {0} {1}\n",
                                withdrawn.recounted->id, withdrawn.recounted->digest)));
  }
}

}  // namespace

void withdraw(const Context& context, Log& log, const Withdraw& what) {
  const auto original = entry(log, what.id);
  if (!original) {
    refuse(
        say("日志里没有第 {0} 号;导入的编号见 `siqingdan history show`,期限变动的见 `siqingdan log show "
            "决定编号`",
            "the log has no entry {0}: `siqingdan history show` has the numbers of imports, `siqingdan log "
            "show DECISION` those of what moved its deadlines",
            what.id));
  }
  if (original->kind == kHistory) {
    withdraw_history(context, log, what);
  } else if (original->kind == kClock) {
    withdraw_event(context, log, what);
  } else {
    refuse_kind(what.id, original->kind);
  }
}

}  // namespace siqingdan::cli
