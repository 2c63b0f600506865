// The rules that decisions were made with, read back from the log.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/text.h"
#include "record/log.h"
#include "rules/rule_set.h"

namespace siqingdan {

// Every pair of rules and calendar is read once, on demand. May be asked by several threads at once.
class KeptRules {
 public:
  // `known` (may be null) stands for the same rules in the log, which then need not be read again, but must
  // be kept there all the same. Both must outlive this.
  KeptRules(const Log& log, const RuleSet* known) : log_(log), known_(known) {}

  struct Found {
    const RuleSet* rules = nullptr;  // lives as long as this object
    Text missing;  // why there are none
  };
  // By digest. Not kept, altered, or of a kind that this program does not understand: `missing` says so.
  const Found& find(const std::string& rules, const std::string& calendar);

 private:
  struct Shelf {
    Found found;
    std::unique_ptr<RuleSet> owned;
  };
  Shelf read(const std::string& rules, const std::string& calendar) const;

  const Log& log_;
  const RuleSet* known_;
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Shelf> shelves_;
};

}  // namespace siqingdan
