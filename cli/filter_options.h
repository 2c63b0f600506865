// The options that say which decisions are meant, the same for every command below `log`.

#pragma once

#include <string>

#include "command.h"
#include "context.h"
#include "record/filter.h"

namespace siqingdan::cli {

struct FilterOptions {
  std::string from;
  std::string until;
  std::string question;
  std::string answer;
  std::string rule;
  std::string standing;
  std::string offence;
  std::string officer;
  std::string party;
  bool open = false;
  bool corrected = false;
};

void add_filter(Command command, const Context& context, FilterOptions& options);

// What they mean, checked against the log and the rules. Failure (exit 2) if something is wrong; what only
// may be wrong is said on standard error.
Filter filter_of(const Context& context, const FilterOptions& options, const Log& log);

// How it is told to people: `2026-01-01 至 2026-12-31(含) · 案由 ad`; empty if nothing was asked for.
Text words_for(const FilterOptions& options);

}  // namespace siqingdan::cli
