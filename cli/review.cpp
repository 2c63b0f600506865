// siqingdan review: the follow-ups, so that leniency is not neglect.

#include "commands.h"
#include "review_commands.h"
#include "usage.h"

namespace siqingdan::cli {

void add_review(Command app, Context& context, Exit& result) {
  Command review = app.add_subcommand("review", in(context, {"复查和期限", "follow-ups and their dates"}));
  review.require_subcommand();
  add_review_list(review, context, result);
  add_review_done(review, context);
  add_review_clock(review, context);
  add_review_recount(review, context);
  add_review_calendar(review, context);
}

}  // namespace siqingdan::cli
