// Cases that never were, drawn from what the rules ask: for an offence and a day, every fact that some rule
// in force looks at, mostly turning out well for the party.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "facts/case.h"
#include "json/value.h"
#include "made_up_parties.h"
#include "random.h"
#include "rules/rule_set.h"

namespace siqingdan {

class MadeUpCases {
 public:
  explicit MadeUpCases(const RuleSet& rules);

  // A case decided on the day `on`. Some facts are left out if it is to be `open`.
  json::Value draw(Random& random, const std::string& id, const Party& party, Date on, bool open) const;

  // The same case with one fact told otherwise, as when a decision is corrected.
  json::Value mended(Random& random, json::Value a_case) const;

 private:
  struct Leaf {
    const Rule* rule = nullptr;
    const Condition* leaf = nullptr;
  };

  const std::string& draw_offence(Random& random) const;
  json::Value facts(Random& random, const Offence& offence, Date on, bool about_measure, bool open) const;

  const RuleSet& rules_;
  std::vector<std::string> offences_;
  std::map<std::string, std::vector<Leaf>> leaves_;  // by offence
};

}  // namespace siqingdan
