// What the index tables must say of an entry: made from the entry's body and from nothing else, both when it
// is written and when it is verified.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/node.h"

namespace siqingdan {

struct FollowUpRow {
  std::string duty;
  std::string what;
  std::string who;
  std::optional<std::string> due;
  std::string waiting_for;

  bool operator==(const FollowUpRow&) const = default;
};

struct DecisionIndex {
  std::string case_id;
  std::string day;
  std::string offence;  // empty: none
  std::string answers;  // JSON, question → answer, in the order of the procedure
  std::vector<FollowUpRow> follow_ups;
  std::string rules;  // digests of what it was made with
  std::string calendar;
};

struct ReviewIndex {
  std::int64_t follow_up = 0;
  std::int64_t decision = 0;
  std::string duty;
  std::string outcome;
  std::string note;
};

// Nothing if the body is not of that kind.
std::optional<DecisionIndex> read_decision_body(const json::Node& body);
std::optional<ReviewIndex> read_review_body(const json::Node& body);

}  // namespace siqingdan
