#include "case_input.h"

#include "decide/decide.h"
#include "json/parse.h"

namespace siqingdan::cli {

Case read_case_or_stop(const Context& context, const SourceFile& source, Date on) {
  const RuleSet& rules = context.rules();
  Issues issues;
  std::optional<Case> result;
  if (decidable(rules, on, issues)) {
    if (const auto document = json::parse(source, issues)) {
      result = read_case(*document, rules.vocabulary, rules.catalogue, on, issues);
    }
  }
  issues.sort_by_place();
  context.print(issues);
  if (!result) {
    throw Stop{Exit::wrong_file};
  }
  return std::move(*result);
}

}  // namespace siqingdan::cli
