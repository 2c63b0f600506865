// Like cases that came out differently, for people and for programs.

#pragma once

#include "json/value_fwd.h"
#include "record/alike.h"
#include "report/language.h"
#include "rules/rule_set.h"

namespace siqingdan {

// `siqingdan/alike/1`
json::Value to_json(const Alike& alike);

// `rules` gives the words for offences and facts; `meant` says which decisions were meant.
std::string to_text(const Alike& alike, const RuleSet& rules, const std::string& meant, const Style& style);

}  // namespace siqingdan
