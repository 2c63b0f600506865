#include "decide/hangs_on.h"

#include <algorithm>

namespace siqingdan {
namespace {

bool is_known(const std::vector<Hanging>& all, const Ground& ground) {
  return std::any_of(all.begin(), all.end(), [&](const Hanging& known) {
    return known.ground.rule == ground.rule && known.ground.law_on == ground.law_on;
  });
}

}  // namespace

std::vector<Hanging> hangs_on(const std::vector<Topic>& topics, const Query& query) {
  std::vector<Hanging> all;
  if (query.fact == kNoFact) {
    return all;
  }
  for (const Topic& topic : topics) {
    const Findings findings = find(topic.grounds, topic.facts);
    if (findings.answer != Answer::undetermined || query_of(topic, query.fact) != query) {
      continue;
    }
    for (const Ground& ground : findings.grounds) {
      if (ground.answer != Answer::undetermined || is_known(all, ground)) {
        continue;
      }
      Hanging hanging{topic.grounds.question, ground, {}};
      for (const Reason& reason : ground.because) {
        const auto facts = facts_of(*reason.leaf, topic.grounds.rules.vocabulary);
        if (reason.truth == Truth::unknown &&
            std::find(facts.begin(), facts.end(), query.fact) != facts.end()) {
          hanging.leaves.push_back(reason);
        }
      }
      if (!hanging.leaves.empty() || (ground.acts && query.fact == topic.grounds.act_on)) {
        all.push_back(std::move(hanging));
      }
    }
  }
  return all;
}

}  // namespace siqingdan
