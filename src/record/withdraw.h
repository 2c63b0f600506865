// What was entered wrongly and nothing can take the place of: an import of earlier decisions, an event of a
// clock. It is withdrawn: it stays in the log, and counts no more from then on.
//
// Throws Failure (exit 2) like record/append.h, also where there is no such entry, it is of another kind or
// was withdrawn before.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "history/prior_record.h"
#include "record/append.h"
#include "record/clocks.h"
#include "record/read.h"

namespace siqingdan {

// An import that is withdrawn goes as a whole, though a long one made several entries.
struct WithdrawnImport {
  std::vector<std::int64_t> entries;
  std::int64_t rows = 0;
  std::vector<CompleteSpan> complete;  // declared, also by other imports, and counting no more
  std::vector<Recorded> recorded;  // one for each of the entries
};
WithdrawnImport withdraw_import(Log& log, std::int64_t entry, const std::string& because, const Signed& by);

// Decisions in force whose case, as it was recorded, has facts that rest on what is withdrawn now: on one of
// its rows, or on a declaration that counts no more. They stay as they are; somebody should look at them.
std::vector<DecisionRow> decisions_resting_on(const Log& log, const WithdrawnImport& import);

// What the deadline of a clock comes to. Asked for only where the log does not tell: where later events were
// counted together with the one that is withdrawn.
using CountAgain = std::function<ClockChange(const RunningClock&)>;

struct WithdrawnClock {
  std::int64_t follow_up = 0;
  std::optional<RunningClock> before;  // nothing: the follow-up is not open, and nothing moves …
  std::optional<RunningClock> after;   // … nor here
  Recorded recorded;
  std::optional<Recorded> recounted;  // the entry by which later events were counted again
};
WithdrawnClock withdraw_clock(Log& log, std::int64_t entry, const std::string& because, const Signed& by,
                              const CountAgain& count_again);

}  // namespace siqingdan
