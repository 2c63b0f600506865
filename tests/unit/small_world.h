// A rule base so small that a test can hold it in mind: three questions answered by three items of two lists,
// for one offence (`shop.no-price-tag`), on any day of 2025 and 2026.
//
//   no_filing    town/no-filing/01        may   act_minor and corrected and harm is none, not
//   bad_social_impact no_penalty   law/penalty/minor        must  the same three facts, of any offence
//   no_penalty   law/penalty/first        may   first_offence and corrected and harm is none or slight
//
// Follow-ups of a case that is not filed: `recheck`, ten working days after the decision, and `notify`, five
// working days after `clue_received_on`, which waits while that is unknown.

#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/file.h"
#include "facts/case.h"
#include "rules/bundle.h"
#include "rules/rule_set.h"

namespace siqingdan {

std::vector<SourceFile> small_files();  // below the folder `small`
RuleSet small_world();
Bundles small_bundles();  // of small_files

// A case of that offence. `facts` is JSON; these give a yes to all but no_site_inspection and the measures.
inline constexpr const char* kMinorFacts =
    R"({"act_minor": {"value": true, "because": "一件商品漏标"}, "corrected": true, "harm": "none",
        "bad_social_impact": {"value": false, "because": "无人关注"}})";
inline constexpr Date kSmallDay{std::chrono::year{2026} / std::chrono::November / 23};  // when it is decided
Case small_case(const RuleSet& rules, const std::string& id = "SJ-2026-0001",
                const std::string& facts = kMinorFacts);

}  // namespace siqingdan
