#include "record/read.h"

#include <algorithm>

#include "record/select.h"
#include "record/sqlite.h"

namespace siqingdan {

using sqlite::Statement;

std::vector<DecisionRow> decisions(const Log& log) {
  std::vector<DecisionRow> all;
  each_row(log, {}, 0, [&](const DecisionRow& row) { all.push_back(row); });
  return all;
}

std::optional<Entry> entry(const Log& log, std::int64_t id) {
  Statement row(log.file(),
                "select id, kind, at, who, body, algorithm, prev, digest from entries where id = ?");
  row.bind(id);
  if (!row.next()) {
    return std::nullopt;
  }
  return Entry{row.integer(0), row.text(1), row.text(2), row.text(3),
               row.text(4),    row.text(5), row.text(6), row.text(7)};
}

std::vector<RecordedOutcome> outcomes(const Log& log) {
  sqlite::Database& file = log.file();
  Statement rows(file, "select entry, decision, question, decided, because from outcomes order by entry");
  std::vector<RecordedOutcome> all;
  while (rows.next()) {
    const auto question = std::find_if(kQuestions.begin(), kQuestions.end(),
                                       [&](Question each) { return rows.view(2) == name_of(each); });
    const bool granted = rows.view(3) == "granted";
    if (question == kQuestions.end() || (!granted && rows.view(3) != "refused")) {
      file.damaged(fmt::format("entry {} decides on nothing that can be asked", rows.integer(0)));
    }
    all.push_back({rows.integer(0), rows.integer(1), *question, granted, rows.text(4)});
  }
  return all;
}

std::vector<LaterEntry> later_entries(const Log& log, std::int64_t id) {
  Statement rows(log.file(),
                 "select e.id, e.kind, e.at, e.who, later.because from ("
                 " select id as entry, because from decisions where replaces = ?1"
                 " union select entry, because from outcomes where decision = ?1"
                 " union select entry, note from reviews where replaces = ?1"
                 " union select r.entry, r.note from reviews r join follow_ups f on f.id = r.follow_up"
                 " where f.decision = ?1"
                 " union select c.entry, c.because from clocks c join follow_ups f on f.id = c.follow_up"
                 " where f.decision = ?1"
                 " union select entry, '' from follow_ups where decision = ?1 and entry <> ?1"
                 " union select entry, because from withdrawals where withdrawn = ?1"
                 " union select w.entry, w.because from withdrawals w join clocks c on c.entry = w.withdrawn"
                 " join follow_ups f on f.id = c.follow_up where f.decision = ?1"
                 ") later join entries e on e.id = later.entry order by e.id");
  rows.bind(id);
  std::vector<LaterEntry> all;
  while (rows.next()) {
    all.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
  }
  return all;
}

std::optional<std::string> content(const Log& log, const std::string& digest) {
  Statement row(log.file(), "select body from content where digest = ?");
  row.bind(digest);
  return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

Head head(const Log& log) { return head_of(log.file()); }

Head head_of(sqlite::Database& file) {
  Statement row(file, "select id, digest from entries order by id desc limit 1");
  return row.next() ? Head{row.integer(0), row.text(1)} : Head{};
}

std::string identity(const Log& log) {
  Statement row(log.file(), "select digest from entries where id = 1");
  return row.next() ? row.text(0) : "";
}

}  // namespace siqingdan
