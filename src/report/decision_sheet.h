// Decisions as a table for other programs: a row each, with what was really decided and how the follow-ups
// stand.
//
// Redacted, parties and case numbers stand under pseudonyms: the same one for the same code, name or number
// wherever the same key is used, and nothing that leads back without it. What people wrote in their own words
// is left out, because anybody may be named there.

#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/read.h"
#include "report/sheet.h"

namespace siqingdan {

struct Redaction {
  std::string key;
  bool officers = false;  // theirs too
};

class DecisionSheet {
 public:
  DecisionSheet(const std::vector<RecordedOutcome>& outcomes, const std::vector<FollowUp>& follow_ups,
                std::optional<Redaction> redaction);

  Sheet sheet() const;
  std::vector<Cell> cells(const DecisionRow& row) const;  // one a column of the sheet

 private:
  struct FollowUps {
    std::int64_t all = 0;
    std::int64_t open = 0;
    std::optional<Date> next;  // the earliest day of those that are open
    std::string results;  // recheck: rectified; report: open
  };
  struct Decided {
    std::string outcomes[kQuestions.size()];
    std::string reasons[kQuestions.size()];
    FollowUps follow_ups;
  };

  Cell pseudonym(const char* kind, const std::string& text) const;

  std::unordered_map<std::int64_t, Decided> decided_;
  std::optional<Redaction> redaction_;
};

}  // namespace siqingdan
