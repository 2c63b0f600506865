// One recorded decision, run again.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decide/decision.h"
#include "decide/memory.h"
#include "json/node.h"

namespace siqingdan {

// What the body of a decision's entry says.
struct RecordedDecision {
  json::Document of;        // the case as it was decided
  json::Node decision;      // record/compact.h
  std::string ending;       // what follows the decision in the body: the correction, if it is one, and `}`
  std::string rules;        // digests of what it was made with
  std::string calendar;
  Date on;
};

// What is read of RecordedDecision::decision: all, or nothing inside its answers, questions, duties and
// warnings, which takes half the time and is enough to run it again.
enum class Reading { whole, outline };

// Nothing if the body is not that of a decision. Whether its bytes are canonical is not looked at here.
std::optional<RecordedDecision> read_recorded(std::int64_t entry, std::string_view body, Reading reading);

// The decision by these rules, or, where they cannot decide the case, the reason: no calendar for the year, a
// fact or an offence that they do not know, a value that they do not allow.
struct Rerun {
  std::optional<Decision> decision;
  Text reason;
};
Rerun run_again(const RecordedDecision& recorded, const RuleSet& rules, Memory& memory);

// Does the body hold exactly this decision, to the byte?
bool holds(std::string_view body, const RecordedDecision& recorded, const std::string& decision);

// A place of a record that says something else than what comes out when the decision is run again.
struct Difference {
  std::int64_t entry = 0;
  std::string path;  // in the compact decision: `answers.no_filing.rule`, `duties[recheck].due`; may be empty
  std::string recorded;  // JSON; empty: nothing stands there
  std::string replayed;  // the same
  Text reason;  // why it could not be run again or compared; else empty
};

// Where the record says something else than `decision`, a canonical compact one. Empty if nowhere.
std::vector<Difference> differences(std::int64_t entry, const json::Node& recorded,
                                    const std::string& decision);

}  // namespace siqingdan
