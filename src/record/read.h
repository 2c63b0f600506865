// What can be read out of a log.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "record/entry.h"
#include "record/log.h"
#include "rules/rule_set.h"

namespace siqingdan {

struct RecordedAnswer {
  std::string answer;    // applies, does_not_apply, undetermined, not_listed
  std::string rule;      // it rests on; empty unless it applies
  std::string standing;  // of that rule
};

struct DecisionRow {
  std::int64_t id = 0;
  std::string at;
  std::string officer;
  std::string on;
  std::string case_id;
  std::string party;  // unified social credit code; may be empty
  std::string party_name;
  std::string offence;  // id; may be empty
  std::string alike;    // record/compact.h
  std::optional<std::int64_t> replaces;
  std::string because;  // why it replaces another; else empty
  std::optional<std::int64_t> replaced_by;
  bool no_measure = false;  // says that no coercive measure is contemplated
  std::array<RecordedAnswer, kQuestions.size()> answers;  // in the order of kQuestions
};

// A duty that somebody must come back to, as it stands now.
struct FollowUp {
  enum class State { done, replaced, waiting, overdue, due_today, later };

  std::int64_t id = 0;
  std::int64_t entry = 0;     // that opened it: a decision, or a restart of the procedure
  std::int64_t decision = 0;  // it belongs to
  std::string case_id;
  std::string party_name;
  std::string duty;
  std::string rule;
  std::string what;
  std::string who;
  std::optional<Date> due;  // nothing: waiting
  std::string waiting_for;
  std::string outcome;  // done; of a recheck rectified, not_rectified, reoffended; empty: open
  std::string done_at;
  std::string done_by;
  std::string note;
  std::int64_t review = 0;       // the entry of the outcome; 0: open
  std::int64_t replaced_by = 0;  // what opened it was corrected by this entry; 0: it was not
  std::string changed_at;        // when it was opened, moved or done last
  int changes = 0;               // how often it was moved or done

  State state(Date on) const;
};

struct FollowUpFilter {
  bool open_only = false;      // neither done nor replaced
  std::optional<Date> due_by;  // due on that day or before, or waiting
};

std::vector<DecisionRow> decisions(const Log& log);  // by id
std::optional<DecisionRow> decision(const Log& log, std::int64_t id);
// By due date (waiting last), then by id.
std::vector<FollowUp> follow_ups(const Log& log, const FollowUpFilter& filter = {});
std::optional<Entry> entry(const Log& log, std::int64_t id);

// What the bureau really decided about a question.
struct RecordedOutcome {
  std::int64_t entry = 0;
  std::int64_t decision = 0;
  Question question = Question::no_filing;
  bool granted = false;
  std::string because;
};
std::vector<RecordedOutcome> outcomes(const Log& log);  // by entry: of two about the same the later counts

// What was added later about an entry: who corrected or withdrew it, what was really decided, what became of
// its follow-ups.
struct LaterEntry {
  std::int64_t id = 0;
  std::string kind;
  std::string at;
  std::string who;
  std::string because;  // may be empty
};
std::vector<LaterEntry> later_entries(const Log& log, std::int64_t id);  // by id

// Rules or a calendar, by digest.
std::optional<std::string> content(const Log& log, const std::string& digest);

// Number of the last entry, which in a whole log counts them, and its digest (0 and empty: there is none).
struct Head {
  std::int64_t count = 0;
  std::string digest;
};
Head head(const Log& log);
Head head_of(sqlite::Database& file);  // for src/record alone

// What tells this log from every other: the digest of its first entry; empty for an empty log.
std::string identity(const Log& log);

}  // namespace siqingdan
