// The figures that the bureau publishes, and what stands behind them. How they are counted and why:
// docs/FIGURES.md.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "record/acts.h"
#include "record/filter.h"

namespace siqingdan {

// Acts to which a leniency was given.
struct Spared {
  std::int64_t by_outcome = 0;  // the bureau recorded that it was
  std::int64_t by_answer = 0;   // nothing was recorded, and the answer says so
  std::int64_t drafted = 0;     // of both: on drafted text only

  std::int64_t total() const { return by_outcome + by_answer; }
  bool operator==(const Spared&) const = default;
};
using SparedByQuestion = std::array<Spared, kQuestions.size()>;

// What was answered to one question, and where the bureau went another way.
struct Answered {
  std::array<std::int64_t, 4> by_answer{};  // by Answer
  std::int64_t drafted = 0;  // applies, on drafted text only
  std::int64_t refused = 0;  // applies, and the bureau recorded a refusal
  std::int64_t beyond = 0;   // does not apply, is not listed or open, and the bureau granted it

  bool operator==(const Answered&) const = default;
};

// Parties, told apart by their code; without code by their name.
struct Entities {
  std::int64_t by_code = 0;
  std::int64_t by_name = 0;
  std::int64_t acts_without = 0;  // acts of parties with neither

  std::int64_t total() const { return by_code + by_name; }
  bool operator==(const Entities&) const = default;
};

// Follow-ups of all decisions meant but those that were corrected: as `siqingdan review` shows them.
struct FollowUpCount {
  std::int64_t overdue = 0;  // open, with a day that has passed
  std::int64_t later = 0;    // open, with a day that has not
  std::int64_t waiting = 0;  // open, without a day
  std::map<std::string, std::int64_t> done;  // by outcome

  bool operator==(const FollowUpCount&) const = default;
};

struct Group {
  std::int64_t acts = 0;
  SparedByQuestion spared;

  bool operator==(const Group&) const = default;
};
using Groups = std::map<std::string, Group>;

struct Figures {
  ActCount count;
  SparedByQuestion spared;
  Entities entities;  // of the acts spared a penalty
  std::array<Answered, kQuestions.size()> answered;
  Groups by_month;    // 2026-11
  Groups by_domain;   // empty: offence not known
  Groups by_officer;  // empty: not named
  std::array<std::map<std::string, Spared>, kQuestions.size()> by_item;  // empty: it rests on none
  FollowUpCount follow_ups;
};

// `on` is the day from which a follow-up is overdue or not.
Figures figures(const Log& log, const Filter& filter, Date on);

// To which questions a leniency was given in an act, and on what ground.
enum class Given : std::uint8_t { no, by_answer, by_outcome };
std::array<Given, kQuestions.size()> given(const Act& act);

}  // namespace siqingdan
