#include "small_world.h"

#include "base/failure.h"
#include "json/parse.h"
#include "rules/read_rules.h"

namespace siqingdan {
namespace {

constexpr const char* kVocabulary = R"({ "facts": {
  "act_minor": { "type": "judgement", "label": "情节轻微", "ask": "情节轻微吗?", "personal_data": false },
  "act_on": { "type": "date", "label": "违法行为发生之日", "ask": "何时发生?", "personal_data": false },
  "bad_social_impact": { "type": "judgement", "label": "社会影响恶劣", "ask": "社会影响恶劣吗?", "personal_data": false },
  "clue_received_on": { "type": "date", "label": "收到线索之日", "ask": "何时收到线索?", "personal_data": false },
  "corrected": { "type": "bool", "label": "已及时改正", "ask": "改正了吗?", "personal_data": false },
  "first_offence": { "type": "derived", "label": "初次违法", "ask": "是初次违法吗?", "personal_data": true,
    "derived_from": { "fact": "prior_violation_on", "number": "look_back" } },
  "found_on": { "type": "date", "label": "发现之日", "ask": "何时发现?", "personal_data": false },
  "harm": { "type": "enum", "label": "危害后果", "ask": "有多大危害?", "personal_data": false,
    "values": [ { "code": "none", "label": "没有" }, { "code": "slight", "label": "轻微" }, { "code": "serious", "label": "严重" } ] },
  "prior_violation_on": { "type": "date", "label": "上次同类违法之日", "ask": "上次同类违法是何时?", "personal_data": true }
} })";

constexpr const char* kLaws = R"({ "laws": {
  "行政处罚法": { "short": "行政处罚法", "level": "law", "name": "中华人民共和国行政处罚法",
    "versions": [ { "text": null, "from": "2021-07-15", "number": null, "standing": "official" } ] }
} })";

constexpr const char* kOffences = R"({ "domain": "shop", "title": "商店", "offences": {
  "shop.no-price-tag": { "title": "未明码标价", "aliases": ["没有标价"], "violates": [], "penalty": [], "open": [] }
} })";

constexpr const char* kCalendar = R"({ "id": "cn", "title": "小日历", "years": {
  "2025": { "notice": "2025", "off": [ ["2025-10-01", "2025-10-08"] ], "work": ["2025-09-28", "2025-10-11"] },
  "2026": { "notice": "2026", "off": [ ["2026-10-01", "2026-10-07"] ], "work": ["2026-09-27", "2026-10-10"] }
} })";

constexpr const char* kNoFiling = R"({
  "id": "town/no-filing", "kind": "list", "question": "no_filing", "title": "可以不予立案清单", "short": "不予立案清单",
  "document": { "number": null, "issuers": ["本局"], "issued": "2022" },
  "from": "2025-01-01", "until": null, "effect": "may", "approver": "负责人", "published_count": 1,
  "numbers": {
    "notify_within": { "unit": "working_days", "by_date": [ { "from": "2025-01-01", "is": 5, "origin": "drafted", "cites": [] } ] },
    "recheck_within": { "unit": "working_days", "by_date": [ { "from": "2025-01-01", "is": 10, "origin": "drafted", "cites": [] } ] } },
  "exclusions": [
    { "id": "bad_social_impact", "binds": "question", "says": "社会影响恶劣", "origin": "drafted", "cites": [],
      "fact": "bad_social_impact", "is": true } ],
  "duties": [
    { "id": "educate", "what": "教育当事人", "who": "办案机构", "if": ["applies"], "scope": "ground", "origin": "drafted", "cites": [] },
    { "id": "notify", "what": "告知举报人", "who": "办案机构", "if": ["applies"], "scope": "ground",
      "within": "notify_within", "after": "clue_received_on", "follow_up": true, "origin": "drafted", "cites": [] },
    { "id": "recheck", "what": "复查改正情况", "who": "办案机构", "if": ["applies"], "scope": "ground",
      "within": "recheck_within", "after": "decision", "follow_up": true, "origin": "drafted", "cites": [] } ],
  "provenance": { "standing": "reported", "source": "小世界", "open": [], "reviews": [] }
})";

constexpr const char* kNoFilingItem = R"({
  "id": "town/no-filing/01", "number": 1, "title": "未明码标价", "covers": { "offences": ["shop.no-price-tag"] },
  "basis": [ { "law": "行政处罚法", "article": 33, "paragraph": 1 } ],
  "conditions": { "all": [
    { "id": "act_minor", "says": "情节轻微", "origin": "drafted", "cites": [], "fact": "act_minor", "is": true },
    { "id": "corrected", "says": "已及时改正", "origin": "drafted", "cites": [], "fact": "corrected", "is": true },
    { "id": "no_harm", "says": "没有危害后果", "origin": "drafted", "cites": [], "fact": "harm", "is": "none" } ] },
  "provenance": { "standing": "reported", "source": "小世界", "open": [], "reviews": [] }
})";

constexpr const char* kNoPenalty = R"({
  "id": "law/penalty", "kind": "statute", "question": "no_penalty", "title": "行政处罚法", "short": "行政处罚法",
  "document": { "number": null, "issuers": [], "issued": null },
  "from": "2021-07-15", "until": null, "effect": "must",
  "numbers": {
    "look_back": { "unit": "years", "by_date": [ { "from": "2021-07-15", "is": 2, "origin": "drafted", "cites": [] } ] } },
  "provenance": { "standing": "official", "source": "小世界", "open": [], "reviews": [] }
})";

constexpr const char* kMinor = R"({
  "id": "law/penalty/minor", "title": "轻微并及时改正", "covers": "all",
  "basis": [ { "law": "行政处罚法", "article": 33, "paragraph": 1 } ],
  "conditions": { "all": [
    { "id": "act_minor", "says": "情节轻微", "origin": "drafted", "cites": [], "fact": "act_minor", "is": true },
    { "id": "corrected", "says": "已及时改正", "origin": "drafted", "cites": [], "fact": "corrected", "is": true },
    { "id": "no_harm", "says": "没有危害后果", "origin": "drafted", "cites": [], "fact": "harm", "is": "none" } ] },
  "provenance": { "standing": "official", "source": "小世界", "open": [], "reviews": [] }
})";

constexpr const char* kFirst = R"({
  "id": "law/penalty/first", "title": "初次违法", "covers": "all", "effect": "may",
  "basis": [ { "law": "行政处罚法", "article": 33, "paragraph": 1 } ],
  "conditions": { "all": [
    { "id": "first_offence", "says": "初次违法", "origin": "drafted", "cites": [], "fact": "first_offence", "is": true },
    { "id": "corrected", "says": "已及时改正", "origin": "drafted", "cites": [], "fact": "corrected", "is": true },
    { "id": "harm_slight", "says": "危害后果轻微或者没有", "origin": "drafted", "cites": [], "fact": "harm", "one_of": ["none", "slight"] } ] },
  "provenance": { "standing": "official", "source": "小世界", "open": [], "reviews": [] }
})";

// A mistake in this file is a mistake in the tests: say what it is and stop.
void refuse(const Issues& issues) {
  std::string lines;
  for (const Issue& issue : issues.all()) {
    lines += to_line(issue, true) + "\n";
  }
  bug("the small world is unsound:\n" + lines);
}

}  // namespace

std::vector<SourceFile> small_files() {
  return {{"small/vocabulary.json", kVocabulary},
          {"small/laws.json", kLaws},
          {"small/offences/shop.json", kOffences},
          {"small/calendars/cn.json", kCalendar},
          {"small/lists/town/no-filing/list.json", kNoFiling},
          {"small/lists/town/no-filing/01.json", kNoFilingItem},
          {"small/lists/law/penalty/list.json", kNoPenalty},
          {"small/lists/law/penalty/minor.json", kMinor},
          {"small/lists/law/penalty/first.json", kFirst}};
}

RuleSet small_world() {
  RuleBase base = read_rules(small_files(), "small", {});
  if (!base.rules) {
    refuse(base.issues);
  }
  return std::move(*base.rules);
}

Bundles small_bundles() { return bundle(small_files(), "small"); }

Case small_case(const RuleSet& rules, const std::string& id, const std::string& facts) {
  const SourceFile source{"case.json", fmt::format(R"({{ "case": "{}", "party": {{ "name": "某某商店" }},
    "offence": "shop.no-price-tag", "act_on": "2026-11-10", "facts": {} }})",
                                                   id, facts)};
  Issues issues;
  const auto document = json::parse(source, issues);
  auto a_case = document ? read_case(*document, rules.vocabulary, rules.catalogue, kSmallDay, issues)
                         : std::nullopt;
  if (!a_case) {
    refuse(issues);
  }
  return std::move(*a_case);
}

}  // namespace siqingdan
