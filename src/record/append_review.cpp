#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.h"
#include "decide/recount.h"
#include "json/value.h"
#include "record/chain.h"
#include "record/compact.h"
#include "record/kinds.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

void check_outcome(const std::string& outcome) {
  if (std::find(kReviewOutcomes.begin(), kReviewOutcomes.end(), outcome) == kReviewOutcomes.end()) {
    throw Failure(say("没有 `{}` 这样的复查结果;只有 done、rectified、not_rectified、reoffended",
                      "`{}` is no outcome of a follow-up: it is done, rectified, not_rectified or reoffended",
                      visible(outcome)),
                  Exit::usage);
  }
}

}  // namespace

OpenFollowUp open_follow_up(sqlite::Database& file, std::int64_t id, std::optional<std::int64_t> replaces) {
  Statement found(
      file,
      "select f.decision, f.duty, r.outcome, r.entry, coalesce(n.id, u.entry) from follow_ups f"
      " left join reviews r on r.follow_up = f.id left join decisions n on n.replaces = f.decision"
      " left join reviews u on u.replaces = f.review where f.id = ? order by r.entry desc limit 1");
  found.bind(id);
  if (!found.next()) {
    throw Failure(say("没有编号 {0} 的复查;`siqingdan review list` 列出全部",
                      "there is no follow-up {0}: `siqingdan review list` shows all", id),
                  Exit::usage);
  }
  const auto outcome = found.optional_text(2);
  if (outcome && found.integer(3) != replaces) {
    throw Failure(say("复查 {0} 已经办结: {1};记错了用 `siqingdan log correct {2}` 更正",
                      "follow-up {0} is already done: {1}; if that is wrong: `siqingdan log correct {2}`", id,
                      *outcome, found.integer(3)),
                  Exit::usage);
  }
  if (!found.is_null(4)) {
    throw Failure(say("复查 {0} 已经不用办:它所依据的已由第 {1} 号更正",
                      "follow-up {0} is void: what it rests on was corrected by entry {1}", id,
                      found.integer(4)),
                  Exit::usage);
  }
  return {found.integer(0), found.text(1)};
}

ReviewRecorded append_review(Log& log, std::int64_t follow_up, const std::string& outcome,
                             const std::string& note, const Signed& by, const std::vector<DueDuty>& restart,
                             std::optional<std::int64_t> replaces) {
  check_signed(by);
  check_outcome(outcome);
  if (first_invalid_utf8(note)) {
    throw Failure(say("备注不是 UTF-8 文字", "the note is not UTF-8 text"), Exit::usage);
  }
  sqlite::Database& file = log.file();
  Transaction transaction(file, Transaction::Kind::write);
  const OpenFollowUp closed = open_follow_up(file, follow_up, replaces);
  json::Value body = {{"follow_up", follow_up},
                      {"decision", closed.decision},
                      {"duty", closed.duty},
                      {"outcome", outcome},
                      {"note", note}};
  if (replaces) {
    body["replaces"] = *replaces;
  }
  ReviewRecorded recorded{append(file, kReview, body, by), std::nullopt};
  if (restarts_procedure(outcome)) {
    recorded.restart = append(file, kRestart,
                              {{"decision", closed.decision},
                               {"review", recorded.review.id},
                               {"duties", compact_duties(restart)}},
                              by);
  }
  transaction.commit();
  return recorded;
}

}  // namespace siqingdan
