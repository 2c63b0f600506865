#include "record/in_force.h"
#include "record/read.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

using sqlite::Statement;

// The latest review and the latest change of the clock count; a corrected decision takes its follow-ups with
// it, and so does a corrected review those of the restart it caused.
constexpr const char* kLatest =
    "with last_review as (select follow_up, max(entry) as entry from reviews group by follow_up), moves as (";
constexpr const char* kFollowUps =
    ")"
    " select f.id, f.entry, f.decision, d.case_id, d.party_name, f.duty, f.rule, f.what, f.who,"
    " case when c.entry is null then f.due else c.due end as ends,"
    " case when c.entry is null then f.waiting_for else c.waiting_for end,"
    " r.outcome, done.at, done.who, r.note, r.entry, coalesce(n.id, undone.entry),"
    " coalesce(done.at, moved.at, opened.at), coalesce(m.times, 0) + (r.entry is not null)"
    " from follow_ups f join decisions d on d.id = f.decision join entries opened on opened.id = f.entry"
    " left join moves m on m.follow_up = f.id left join clocks c on c.entry = m.entry"
    " left join entries moved on moved.id = m.last"
    " left join last_review lr on lr.follow_up = f.id left join reviews r on r.entry = lr.entry"
    " left join entries done on done.id = lr.entry"
    " left join decisions n on n.replaces = f.decision"
    " left join reviews undone on undone.replaces = f.review"
    " where (?1 = 0 or (r.entry is null and n.id is null and undone.entry is null))"
    " and (?2 is null or ends is null or ends <= ?2)"
    " order by ends is null, ends, f.id";

FollowUp follow_up_in(sqlite::Database& file, const Statement& row) {
  const auto due_text = row.optional_text(9);
  const auto due = due_text ? parse_date(*due_text) : std::nullopt;
  if (due_text && !due) {
    file.damaged(fmt::format("follow-up {} is due on no date", row.integer(0)));
  }
  return {row.integer(0),
          row.integer(1),
          row.integer(2),
          row.text(3),
          row.text(4),
          row.text(5),
          row.text(6),
          row.text(7),
          row.text(8),
          due,
          row.text(10),
          row.text(11),
          row.text(12),
          row.text(13),
          row.text(14),
          row.integer(15),
          row.integer(16),
          row.text(17),
          static_cast<int>(row.integer(18))};
}

}  // namespace

std::vector<FollowUp> follow_ups(const Log& log, const FollowUpFilter& filter) {
  Statement rows(log.file(), std::string(kLatest) + kMoved + kFollowUps);
  rows.bind(std::int64_t{filter.open_only ? 1 : 0},
            filter.due_by ? std::optional(to_text(*filter.due_by)) : std::nullopt);
  std::vector<FollowUp> all;
  while (rows.next()) {
    all.push_back(follow_up_in(log.file(), rows));
  }
  return all;
}

FollowUp::State FollowUp::state(Date on) const {
  if (!outcome.empty()) {
    return State::done;
  }
  if (replaced_by != 0) {
    return State::replaced;
  }
  if (!due) {
    return State::waiting;
  }
  return *due < on ? State::overdue : *due == on ? State::due_today : State::later;
}

}  // namespace siqingdan
