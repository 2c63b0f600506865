#include "record/select.h"

#include <algorithm>

#include "base/unicode.h"
#include "record/in_force.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

// A condition on a decision `d`, and what is bound to its marks in their order. Names of columns come from
// here alone, never from a filter.
class Where {
 public:
  explicit Where(const Filter& filter) {
    if (filter.from) {
      require("d.day >= ?", {to_text(*filter.from)});
    }
    if (filter.until) {
      require("d.day <= ?", {to_text(*filter.until)});
    }
    require_of_question(filter);
    if (!filter.offence.empty()) {
      require("(d.offence = ? or substr(d.offence, 1, length(?)) = ?)",
              {filter.offence, filter.offence + ".", filter.offence + "."});
    }
    if (!filter.officer.empty()) {
      require("d.officer = ?", {filter.officer});
    }
    if (!filter.party.empty()) {
      require("(d.party = ? or instr(d.party_name, ?) > 0)", {filter.party, filter.party});
    }
    if (filter.open) {
      require("not " + is_replaced("d.id"), {});
      require(
          "exists (select 1 from follow_ups f where f.decision = d.id and not exists"
          " (select 1 from reviews r where r.follow_up = f.id))",
          {});
    }
    if (filter.corrected) {
      require(is_replaced("d.id"), {});
    }
  }

  std::string sql() const { return sql_.empty() ? "" : " where " + sql_; }

  void bind(Statement& statement) const {
    for (const std::string& value : values_) {
      statement.bind_next(value);
    }
  }

 private:
  void require(const std::string& condition, const std::vector<std::string>& values) {
    sql_ += (sql_.empty() ? "" : " and ") + condition;
    for (const std::string& value : values) {
      values_.push_back(to_nfc(value));  // as the log keeps its texts
    }
  }

  void require_of_question(const Filter& filter) {
    std::string any;
    std::vector<std::string> values;
    for (const Question question : kQuestions) {
      if (filter.question && *filter.question != question) {
        continue;
      }
      const std::string column = std::string("d.") + name_of(question);
      std::string one;
      const auto add = [&](const std::string& condition, const std::string& value) {
        one += (one.empty() ? "" : " and ") + condition;
        values.push_back(value);
      };
      if (!filter.answer.empty()) {
        add(column + " = ?", filter.answer);
      }
      if (!filter.rule.empty()) {
        // The rule itself or one below it; `a/b` holds `a/b/01` and not `a/bc`.
        add("substr(" + column + "_rule || '/', 1, length(?)) = ?", filter.rule + "/");
        values.push_back(values.back());
      }
      if (!filter.standing.empty()) {
        add(column + "_standing = ?", filter.standing);
      }
      if (one.empty()) {
        return;
      }
      any += (any.empty() ? "(" : " or (") + one + ")";
    }
    require("(" + any + ")", values);
  }

  std::string sql_;
  std::vector<std::string> values_;
};

std::optional<std::int64_t> maybe(const Statement& row, int column) {
  const std::int64_t value = row.integer(column);
  return value == 0 ? std::nullopt : std::optional(value);
}

void fill(DecisionRow& row, const Statement& rows) {
  row.id = rows.integer(0);
  int column = 0;
  for (std::string* text : {&row.at, &row.officer, &row.on, &row.case_id, &row.party, &row.party_name,
                            &row.offence, &row.alike, &row.because}) {
    *text = rows.view(++column);
  }
  row.replaces = maybe(rows, ++column);
  row.replaced_by = maybe(rows, ++column);
  row.no_measure = rows.integer(++column) != 0;
  for (RecordedAnswer& answer : row.answers) {
    for (std::string* text : {&answer.answer, &answer.rule, &answer.standing}) {
      *text = rows.view(++column);
    }
  }
}

std::string columns() {
  std::string sql =
      "select d.id, d.at, d.officer, d.day, d.case_id, d.party, d.party_name, d.offence, d.alike, d.because,"
      " d.replaces, (select n.id from decisions n where n.replaces = d.id), d.no_measure";
  for (const Question question : kQuestions) {
    sql += fmt::format(", d.{0}, d.{0}_rule, d.{0}_standing", name_of(question));
  }
  return sql + " from decisions d";
}

}  // namespace

std::int64_t each_row(const Log& log, const Filter& filter, std::int64_t newest,
                      const std::function<void(const DecisionRow&)>& use) {
  const Transaction one_moment(log.file(), Transaction::Kind::read);
  return each_row_now(log, filter, newest, use);
}

std::int64_t each_row_now(const Log& log, const Filter& filter, std::int64_t newest,
                          const std::function<void(const DecisionRow&)>& use) {
  sqlite::Database& file = log.file();
  const Where where(filter);
  const std::int64_t all = newest > 0 ? count_rows(log, filter) : 0;
  const std::int64_t skipped = newest > 0 ? std::max<std::int64_t>(all - newest, 0) : 0;
  Statement rows(file, columns() + where.sql() + " order by d.id limit -1 offset ?");
  where.bind(rows);
  rows.bind_next(skipped);
  DecisionRow row;
  std::int64_t shown = 0;
  while (rows.next()) {
    fill(row, rows);
    use(row);
    ++shown;
  }
  return newest > 0 ? all : shown;
}

std::optional<DecisionRow> decision(const Log& log, std::int64_t id) {
  Statement rows(log.file(), columns() + " where d.id = ?");
  rows.bind(id);
  std::optional<DecisionRow> row;
  if (rows.next()) {
    fill(row.emplace(), rows);
  }
  return row;
}

std::int64_t count_rows(const Log& log, const Filter& filter) {
  const Where where(filter);
  Statement count(log.file(), "select count(*) from decisions d" + where.sql());
  where.bind(count);
  count.next();
  return count.integer(0);
}

bool any_row(const Log& log, const Filter& filter) {
  const Where where(filter);
  Statement row(log.file(), "select 1 from decisions d" + where.sql() + " limit 1");
  where.bind(row);
  return row.next();
}

}  // namespace siqingdan
