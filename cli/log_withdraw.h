// siqingdan log correct --withdraw: see log_withdraw.cpp.

#pragma once

#include <string>

#include "context.h"
#include "record/log.h"

namespace siqingdan::cli {

struct Withdraw {
  std::int64_t id = 0;
  std::string because;
  std::string officer;
  bool as_json = false;
};

// Withdraws an import of earlier decisions or an event of a clock, and says what follows. Throws Failure
// (exit 2) with what to do instead where the entry is anything else.
void withdraw(const Context& context, Log& log, const Withdraw& what);

}  // namespace siqingdan::cli
