// What can be added to a log. Each call is one durable transaction and returns once it is on disk; if it
// throws, nothing was added.
//
// `officer` is one line of text and may be empty; `now` is when, 2026-11-23T09:30:00+08:00. Failures: exit 2
// where what is named does not exist, is done already or cannot be written down; exit 3 where the world
// failed (record/log.h).

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "decide/decision.h"
#include "record/entry.h"
#include "record/log.h"
#include "rules/bundle.h"

namespace siqingdan {

// Who adds it, and when.
struct Signed {
  std::string officer;
  std::string now;
};

// A decision that takes the place of another, because that one was made on wrong facts.
struct Replaces {
  std::int64_t entry = 0;
  std::string because;
};

// `bundles` is asked for only if the rules or the calendar are not kept yet. A correction must name the
// latest decision of its line and say why.
Recorded append_decision(Log& log, const Decision& decision, const Signed& by,
                         const std::function<Bundles()>& bundles,
                         const std::optional<Replaces>& replaces = std::nullopt);

// What the bureau really decided about one question of a decision, where that must be known apart from the
// answer: `granted` (the leniency was given) or `refused`. The latest counts.
Recorded append_outcome(Log& log, std::int64_t decision, Question question, bool granted,
                        const std::string& because, const Signed& by);

// How a follow-up ended: `done`; of a recheck `rectified`, `not_rectified`, `reoffended`. Where the entry of
// an earlier review is named by `replaces`, that one was wrong.
Recorded append_review(Log& log, std::int64_t follow_up, const std::string& outcome, const std::string& note,
                       const Signed& by, std::optional<std::int64_t> replaces = std::nullopt);

// Many additions as one: on disk when `commit` returns, all or none of them. One that throws in between is
// not added and harms no other. Nobody else can append while there is a Batch.
class Batch {
 public:
  explicit Batch(Log& log);
  ~Batch();
  void commit();

 private:
  std::unique_ptr<sqlite::Transaction> transaction_;
};

}  // namespace siqingdan
