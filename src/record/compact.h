// What the log keeps of a decision: little, and all that cannot be had again.
//
// The words of the law, the reasons in full and the questions stand in the rules, which the log keeps once
// under their digest; with the case they give the whole decision again (record/replay.h). So an entry holds
// what was decided: for each question the answer, the ground it rests on, and the vector of truths of every
// ground, one letter a leaf; what was still to be asked; what has to be done; what was warned of.
//
//   { "alike": …, "answers": { "no_filing": { "answer", "effect", "listed", "standing", "rule", "approver",
//     "moot_because"?, "laws"?, "grounds": [ [rule, answer, "yynu", acts-from?, acts-until?] ],
//     "measures"?: [ { "object", "answer", "rule", "standing", "grounds" } ] } },
//     "ask": [ [fact, [question…], measure?] ], "case", "duties": [ … ], "made_with", "offence": { "id",
//     "how" }, "on", "party", "schema": "siqingdan/record/1", "warnings": [code…] }

#pragma once

#include "decide/decision.h"
#include "json/value_fwd.h"

namespace siqingdan {

std::string canonical_compact(const Decision& decision);  // as canonical JSON

// Of a duty that somebody must come back to also the words, because reminders show them.
json::Value compact_duties(const std::vector<DueDuty>& duties);

// What makes two cases alike: the digest of the offence, of the grounds that were looked at, and of what is
// known of the facts that these look at: of a yes-or-no or a choice the value; of an amount, a number, a date
// or what follows from one the side of the rule's line on which it falls. Left out are judgements: people
// judge, but like cases should come out alike. Cases before and after a law that covers them came into force
// are not alike.
std::string likeness(const Decision& decision);

}  // namespace siqingdan
