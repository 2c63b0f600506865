// What stands behind a Log. Only src/record sees it.

#pragma once

#include <memory>
#include <utility>

#include "record/log.h"
#include "record/sqlite.h"

namespace siqingdan {

struct Log::Database {
  std::unique_ptr<sqlite::Database> file;
};

}  // namespace siqingdan
