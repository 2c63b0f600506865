// How far long work has come: one line on a terminal, nothing anywhere else.

#pragma once

#include <cstdint>
#include <functional>

#include "context.h"

namespace siqingdan::cli {

// To be called with what is done and what there is in all; wipes its line when all is done or it is dropped.
std::function<void(std::int64_t, std::int64_t)> progress(const Context& context);

}  // namespace siqingdan::cli
