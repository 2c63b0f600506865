// How far long work has come: one line on a terminal, nothing anywhere else.

#pragma once

#include "context.h"
#include "record/verify.h"

namespace siqingdan::cli {

// To be called with what is done and what there is in all; wipes its line when all is done or it is dropped.
Progress progress(const Context& context);

}  // namespace siqingdan::cli
