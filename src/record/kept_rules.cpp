#include "record/kept_rules.h"

#include "base/digest.h"
#include "base/unicode.h"
#include "record/read.h"
#include "rules/bundle.h"
#include "rules/read_rules.h"

namespace siqingdan {
namespace {

// The kept text, or why there is none to go by.
std::string kept(const Log& log, const std::string& digest, const Text& what, Text& missing) {
  const auto body = content(log, digest);
  if (!body) {
    missing = {fmt::format("日志里没有留存它所用的{} {}", what.zh, visible(digest)),
               fmt::format("the log does not keep the {} {} it was made with", what.en, visible(digest))};
    return {};
  }
  if (digest_of(*body) != digest) {
    missing = {fmt::format("它所用的{} {} 与摘要不符,被改动过", what.zh, digest),
               fmt::format("the {} {} it was made with was altered", what.en, digest)};
  }
  return *body;
}

}  // namespace

const KeptRules::Found& KeptRules::find(const std::string& rules, const std::string& calendar) {
  const std::lock_guard lock(mutex_);
  const auto key = std::make_pair(rules, calendar);
  auto known = shelves_.find(key);
  if (known == shelves_.end()) {
    known = shelves_.emplace(key, read(rules, calendar)).first;
  }
  return known->second.found;
}

KeptRules::Shelf KeptRules::read(const std::string& rules, const std::string& calendar) const {
  Shelf shelf;
  Text& missing = shelf.found.missing;
  Bundles bundles;
  bundles.rules = kept(log_, rules, {"规则", "rules"}, missing);
  if (missing.en.empty()) {
    bundles.calendar = kept(log_, calendar, {"日历", "calendar"}, missing);
  }
  if (!missing.en.empty()) {
    return shelf;
  }
  if (known_ != nullptr && known_->digest == rules && known_->calendar_digest == calendar) {
    shelf.found.rules = known_;
    return shelf;
  }
  // Without the schemas: they were satisfied when the decision was made, and may ask for more today.
  RuleBase base = read_rules(files_of(bundles, "log"), "log", {});
  if (base.rules) {
    shelf.owned = std::make_unique<RuleSet>(std::move(*base.rules));
    shelf.found.rules = shelf.owned.get();
    return shelf;
  }
  const Text& first = base.issues.all().front().message;
  missing = {fmt::format("它所用的规则这个版本读不了: {}", first.zh),
             fmt::format("this version cannot read the rules it was made with: {}", first.en)};
  return shelf;
}

}  // namespace siqingdan
