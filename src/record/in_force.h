// What counts in the log, as SQL: entries stay for ever, and some of them were corrected or withdrawn since.
// Every query that asks for what counts says so by these.

#pragma once

#include <string>

namespace siqingdan {

// Conditions on a column that holds the number of an entry: of a decision or a review that another one took
// the place of; of an import or an event of a clock that was withdrawn.
inline std::string is_replaced(const std::string& decision) {
  return "exists (select 1 from decisions n where n.replaces = " + decision + ")";
}
inline std::string is_undone(const std::string& review) {
  return "exists (select 1 from reviews u where u.replaces = " + review + ")";
}
inline std::string is_withdrawn(const std::string& entry) {
  return "exists (select 1 from withdrawals w where w.withdrawn = " + entry + ")";
}

// A query for what moved each follow-up: `entry`, the latest event that was not withdrawn (may be nothing);
// `times`, how often something was entered or withdrawn; `last`, the entry that did so last.
inline constexpr const char* kMoved =
    "select c.follow_up, max(case when w.entry is null then c.entry end) as entry,"
    " count(*) + count(w.entry) as times, max(coalesce(w.entry, c.entry)) as last"
    " from clocks c left join withdrawals w on w.withdrawn = c.entry group by c.follow_up";

}  // namespace siqingdan
