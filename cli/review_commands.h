// The commands below `review`, one file each.

#pragma once

#include "context.h"

namespace CLI {
class App;
}  // namespace CLI

namespace siqingdan::cli {

void add_review_list(CLI::App& review, Context& context, Exit& result);   // and due
void add_review_done(CLI::App& review, Context& context);
void add_review_clock(CLI::App& review, Context& context);     // start, extend, pause, resume
void add_review_recount(CLI::App& review, Context& context);
void add_review_calendar(CLI::App& review, Context& context);

}  // namespace siqingdan::cli
