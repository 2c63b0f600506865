// The decision log: append-only, chained, in one SQLite file.
//
// Everything that happens is an entry: a decision, the outcome of a follow-up. An entry is never changed;
// each carries the digest of the one before, so that any change, gap or reordering breaks the chain at a
// place that `verify` names. What the entries refer to (the rules and the calendar used) is kept in the same
// file under its own digest, so that a decision can be run again from the log alone. Three index tables
// (decisions, follow_ups, reviews) repeat what stands in the entries, for speed; `verify` compares them too.
//
// The only door to SQLite is src/record.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "decide/decision.h"
#include "rules/bundle.h"

namespace siqingdan {

struct Entry {
  std::int64_t id = 0;
  std::string kind;       // decision, review
  std::string at;         // when it was written: 2026-11-23T09:30:00+08:00
  std::string who;        // the officer; may be empty
  std::string body;       // canonical JSON
  std::string algorithm;  // of the digests: sha256
  std::string prev;       // digest of the entry before; empty for the first
  std::string digest;
};

struct Recorded {
  std::int64_t id = 0;
  std::string digest;
};

struct DecisionRow {
  std::int64_t id = 0;
  std::string case_id;
  std::string on;
  std::string offence;   // id; may be empty
  std::string officer;
  std::string at;
  json::Held answers;    // { "no_filing": "applies", … }
  std::vector<std::string> drafted;  // the questions whose leniency rests on a drafted item only
};

struct FollowUp {
  std::int64_t id = 0;
  std::int64_t decision = 0;  // id of the entry
  std::string case_id;
  std::string duty;
  std::string what;
  std::string who;
  std::optional<Date> due;    // nothing: waiting
  std::string waiting_for;
  std::string outcome;        // done; of a recheck rectified, not_rectified, reoffended; empty: open
  std::string done_at;
  std::string done_by;
  std::string note;
};

// Something that does not fit: where, and what.
struct Flaw {
  std::string place;  // `entries 17`, `decisions 17`, `follow_ups 3`, `reviews 18`, `content sha256:…`,
                      // `database`
  Text what;
};

class Log {
 public:
  enum class Mode {
    write,  // made if it is not there (0600, with its folders)
    read    // must be there
  };

  // Throws Failure (exit 3): not there, not readable, locked, not a log of ours, of a newer version.
  static Log open(const std::string& path, Mode mode);
  Log(Log&&) noexcept;
  Log& operator=(Log&&) noexcept;
  ~Log();

  // Appends a decision in one durable transaction and returns once it is on disk. The entry's body is
  //   { "case": …as handed in…, "decision": …to_json(decision)…, "officer": … }
  // `bundles` is asked for only if the rules or the calendar are not kept yet.
  Recorded append_decision(const Decision& decision, const std::string& officer, const std::string& now,
                           const std::function<Bundles()>& bundles);

  // Appends the outcome of a follow-up. Throws Failure: exit 2 if there is no such follow-up or it is
  // already done.
  Recorded append_review(std::int64_t follow_up, const std::string& outcome, const std::string& officer,
                         const std::string& note, const std::string& now);

  std::vector<DecisionRow> decisions() const;                 // by id
  std::optional<Entry> entry(std::int64_t id) const;
  std::vector<FollowUp> follow_ups() const;                   // by due date (waiting last), then by id
  std::optional<std::string> content(const std::string& digest) const;

  // Everything that does not fit, in the order it was found; empty if the log is whole.
  std::vector<Flaw> verify() const;

  // Number of entries and digest of the last one (empty for an empty log).
  struct Head {
    std::int64_t count = 0;
    std::string digest;
  };
  Head head() const;

 private:
  struct Database;
  explicit Log(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

// The digest of an entry: of its fields joined by newlines, in the order
// id, kind, at, who, algorithm, prev, body — what anybody can compute with sqlite3 and sha256sum.
std::string digest_of_entry(const Entry& entry);

}  // namespace siqingdan
