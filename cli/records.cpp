#include "records.h"

#include "base/file.h"
#include "base/party_code.h"
#include "history/read_cells.h"
#include "record/history.h"
#include "usage.h"

namespace siqingdan::cli {

void look_up_records(const Context& context, const RuleSet& rules, Date on, bool must_be_readable,
                     Case& a_case) {
  const std::string party = normal_party_code(a_case.party_uscc);
  const bool derives = fact_from_records(rules.vocabulary) != kNoFact;
  if (!derives || party.empty() || fault_of_party_code(party) || a_case.offence.empty() ||
      !file_exists(context.database())) {
    return;
  }
  try {
    const Log log = Log::open(context.database(), Log::Mode::read);
    const PartyHistory history = party_history(log, party, trimmed(context.bureau));
    apply(derive(rules.vocabulary, a_case, on, history), rules.vocabulary, a_case);
  } catch (const Failure& failure) {
    if (must_be_readable) {
      throw;
    }
    context.err(in(context, say("提示: 没有查当事人以往的记录: {0}\n",
                                "note: the party's records were not looked up: {1}\n", failure.message().zh,
                                failure.message().en)));
  }
}

}  // namespace siqingdan::cli
