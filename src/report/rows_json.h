// Rows of `log list` as JSON, written as they come: of a hundred thousand no tree is built.

#pragma once

#include <string>

#include "record/read.h"

namespace siqingdan {

// Adds the object of a row, by two spaces below its array, without a comma.
void add_json(const DecisionRow& row, std::string& out);

}  // namespace siqingdan
