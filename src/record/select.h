// The decisions that a filter means, one by one.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "record/filter.h"
#include "record/read.h"

namespace siqingdan {

// Calls `use` with each, by id; with `newest` > 0 only with that many of the latest. Returns how many the
// filter means in all. The row is the same object each time.
std::int64_t each_row(const Log& log, const Filter& filter, std::int64_t newest,
                      const std::function<void(const DecisionRow&)>& use);

// The same, for src/record, in a transaction that is already open.
std::int64_t each_row_now(const Log& log, const Filter& filter, std::int64_t newest,
                          const std::function<void(const DecisionRow&)>& use);

std::int64_t count_rows(const Log& log, const Filter& filter);
bool any_row(const Log& log, const Filter& filter);

}  // namespace siqingdan
