// The commands below `review`, one file each.

#pragma once

#include "command.h"
#include "context.h"

namespace siqingdan::cli {

void add_review_list(Command review, Context& context, Exit& result);   // and due
void add_review_done(Command review, Context& context);
void add_review_clock(Command review, Context& context);     // start, extend, pause, resume
void add_review_recount(Command review, Context& context);
void add_review_calendar(Command review, Context& context);

}  // namespace siqingdan::cli
