// Working days as the State Council's yearly notices set them, and the deadlines that count them.
//
// A working day is Monday to Friday that is not a day off, or a make-up day. The day on which a period begins
// is not counted (市场监督管理行政处罚程序规定, last chapter, on periods). A year whose notice is not in the
// data is never guessed.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/issue.h"
#include "json/node.h"

namespace siqingdan {

class Calendar {
 public:
  struct Year {
    std::string notice;
    std::vector<bool> working;  // one a day, from 1 January
  };

  // Time that does not count: `from` up to, but not including, `until`; without `until` it still runs.
  struct Pause {
    Date from;
    std::optional<Date> until;

    bool covers(Date day) const { return from <= day && (!until || day < *until); }
  };
  using Pauses = std::vector<Pause>;  // in any order; they may overlap

  // When a period ends. If a year it runs through has no data, `due` is empty and `missing_year` names it; if
  // it has run into a pause that still runs, `due` is empty and `paused` is true.
  struct Deadline {
    std::optional<Date> due;
    int missing_year = 0;
    bool paused = false;
  };

  bool covers(int year) const { return years_.count(year) > 0; }
  std::string span() const;  // `2022–2026`

  // Nothing if the year is not covered.
  std::optional<bool> is_working_day(Date day) const;

  // The `count`th working day after `start` (not counted) that no pause covers; `count` ≥ 1.
  Deadline after_working_days(Date start, int count, const Pauses& pauses = {}) const;

  // The `count`th day after `start` that no pause covers; if that is no working day, the next one (that no
  // pause covers).
  Deadline after_calendar_days(Date start, int count, const Pauses& pauses = {}) const;

  // The same day `months` later, as many days later again as pauses cover until then, and on to a working
  // day.
  Deadline after_months(Date start, int months, const Pauses& pauses = {}) const;

  // The number of working days after `start` up to and including `end`; for tests and for counting back.
  std::optional<int> working_days_between(Date start, Date end) const;

  std::map<int, Year>& years() { return years_; }
  const std::map<int, Year>& years() const { return years_; }

 private:
  Deadline on_working_day(Date day, const Pauses& pauses) const;

  std::map<int, Year> years_;
};

Calendar read_calendar(const json::Document& document, Issues& issues);

}  // namespace siqingdan
