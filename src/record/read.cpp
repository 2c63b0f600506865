#include "record/read.h"

#include "record/sqlite.h"

namespace siqingdan {

using sqlite::Statement;

namespace {

std::optional<std::int64_t> maybe(const Statement& row, int column) {
  const std::int64_t value = row.integer(column);
  return value == 0 ? std::nullopt : std::optional(value);
}

}  // namespace

std::vector<DecisionRow> decisions(const Log& log) {
  Statement rows(log.file(),
                 "select d.id, d.at, d.officer, d.day, d.case_id, d.party, d.party_name, d.offence, d.alike,"
                 " d.replaces, n.id,"
                 " d.no_site_inspection, d.no_site_inspection_rule, d.no_site_inspection_standing,"
                 " d.no_filing, d.no_filing_rule, d.no_filing_standing,"
                 " d.no_coercive_measure, d.no_coercive_measure_rule, d.no_coercive_measure_standing,"
                 " d.no_penalty, d.no_penalty_rule, d.no_penalty_standing"
                 " from decisions d left join decisions n on n.replaces = d.id order by d.id");
  std::vector<DecisionRow> all;
  while (rows.next()) {
    DecisionRow& row = all.emplace_back(DecisionRow{rows.integer(0),
                                                    rows.text(1),
                                                    rows.text(2),
                                                    rows.text(3),
                                                    rows.text(4),
                                                    rows.text(5),
                                                    rows.text(6),
                                                    rows.text(7),
                                                    rows.text(8),
                                                    maybe(rows, 9),
                                                    maybe(rows, 10),
                                                    {}});
    int column = 11;
    for (RecordedAnswer& answer : row.answers) {
      answer = {rows.text(column), rows.text(column + 1), rows.text(column + 2)};
      column += 3;
    }
  }
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

Corrections corrections(const Log& log, std::int64_t decision) {
  Statement row(log.file(),
                "select d.replaces, d.because, n.id from decisions d"
                " left join decisions n on n.replaces = d.id where d.id = ?");
  row.bind(decision);
  return row.next() ? Corrections{maybe(row, 0), row.text(1), maybe(row, 2)} : Corrections{};
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
