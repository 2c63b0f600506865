// What a replay found, and what other rules would change: for people and as JSON.

#pragma once

#include <string>

#include "json/value_fwd.h"
#include "record/other_rules.h"
#include "record/replay.h"
#include "report/language.h"

namespace siqingdan {

std::string to_text(const Replay& replay, const Style& style);

// { "decisions", "differences": [ { "entry", "path", "recorded"?, "replayed"? } or { "entry", "reason" } ] }.
// A missing side says that nothing stands there.
json::Value to_json(const Replay& replay, bool english);

// One place where a record and its replay part: 第 3 号 answers.no_filing.rule: 记录 "a",重算 "b"
std::string to_line(const Difference& difference, const Style& style);

std::string to_text(const OtherRules& other, const Style& style);

// { "decisions", "changes": [ { "entry", "case", "party", "party_name", "answers": [ { "question",
// "measure"?, "from", "to" } ], "follow_ups": [ { "id", "duty", "from", "to" } ] } or { …, "undecidable" } ],
// "summary": [ { "question", "from", "to", "decisions" } ] }, where from and to of an answer have "answer",
// "effect", "rule", "list", "standing" (null unless it applies) and "nearest" (the ground that comes first),
// and those of a follow-up "due" or "waiting_for", or are null.
json::Value to_json(const OtherRules& other, bool english);

}  // namespace siqingdan
