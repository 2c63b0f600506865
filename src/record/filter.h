// Which decisions of a log are meant. The same for lists, figures, like cases and exports.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "record/log.h"
#include "rules/rule_set.h"

namespace siqingdan {

// Everything that is said must hold; what is empty says nothing.
struct Filter {
  // By the day of the decision. Both days belong to it, as people mean it when they write `--until
  // 2026-12-31`.
  std::optional<Date> from;
  std::optional<Date> until;

  // All four of one and the same question, that one if it is named.
  std::optional<Question> question;
  std::string answer;
  std::string rule;  // the item it rests on, or whatever stands above it: songjiang/no-filing-2022
  std::string standing;  // of that item

  std::string offence;  // or a domain
  std::string officer;
  std::string party;  // its code, or a part of its name
  bool open = false;  // with a follow-up that nobody has closed; never one that was corrected
  bool corrected = false;  // another decision took its place
};

// Throws Failure (exit 2), with what may have been meant, where nothing can be found because the filter is
// wrong: a span that ends before it begins; an answer, standing, rule, offence or domain that neither the log
// nor the rules know; a question of which nothing is said. `rules` is asked for only if the log does not know
// a name. Returns remarks on names that only a log can know: an officer or a party that it does not.
std::vector<Text> check(const Filter& filter, const Log& log, const std::function<const RuleSet&()>& rules);

}  // namespace siqingdan
