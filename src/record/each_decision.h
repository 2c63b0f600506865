// Every decision of a log, worked on by several threads.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "record/log.h"
#include "record/verify.h"

namespace siqingdan {

struct Selection {
  std::optional<std::int64_t> id;  // this entry only
  bool in_force = false;           // without those that were corrected
  unsigned jobs = 1;               // threads, from 1
};

// What stands in the log under one number.
struct DecisionEntry {
  std::int64_t id = 0;
  std::string body;
};

// Calls `work(job, entry)` for each, from `jobs` threads at once; `job` counts from 0 and tells whose turn it
// is, so that each can collect by itself. Entries come in no order. Progress is reported by one thread at a
// time. Returns how many there were; what `work` throws first ends it all and comes out here.
std::int64_t each_decision(const Log& log, const Selection& selection, const Progress& progress,
                           const std::function<void(unsigned, const DecisionEntry&)>& work);

}  // namespace siqingdan
