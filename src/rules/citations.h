// Every citation of a rule base: what it points at and where it stands. Read from the files as they were
// written, so that each is met once and with its line; a RuleSet has copied the lines of a list into its
// items.

#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "base/issue.h"
#include "law/law_life.h"
#include "rules/rule_set.h"

namespace siqingdan {

struct Cited {
  Citation cite;
  std::string owner;  // the item, list or offence
  std::string
      part;  // in words of the rule files: `basis`, `conditions corrected`, `numbers look_back 2023-01-01`
  Place place;
  Period life;  // of what it stands in; without ends for an offence

  std::string where() const { return owner + " " + part; }
  // When the citation counts: its own days within those of its place.
  Period counts() const { return both(life, {cite.from, cite.until}); }
};

// `files` below `root` are those `rules` was read from. In the order of the files.
std::vector<Cited> citations_of(const std::vector<SourceFile>& files, const std::string& root,
                                const RuleSet& rules);

}  // namespace siqingdan
