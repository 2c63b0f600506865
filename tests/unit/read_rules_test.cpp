// Every mistake a rule file can hold, made once in a rule base that is sound without it.

#include "rules/read_rules.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <tuple>

namespace siqingdan {
namespace {

constexpr const char* kVocabulary = R"({ "facts": {
  "amount": { "type": "money", "label": "金额", "ask": "多少?", "personal_data": false },
  "act_on": { "type": "date", "label": "行为日", "ask": "哪天?", "personal_data": false },
  "corrected": { "type": "bool", "label": "已改正", "ask": "改正了吗?", "personal_data": false },
  "first_offence": { "type": "derived", "label": "初次", "ask": "初次吗?", "personal_data": true,
    "derived_from": { "fact": "prior_on", "number": "look_back" } },
  "found_on": { "type": "date", "label": "发现日", "ask": "哪天?", "personal_data": false },
  "harm": { "type": "enum", "label": "危害", "ask": "多大?", "personal_data": false, "values": [ { "code": "none", "label": "没有" }, { "code": "some", "label": "有" } ] },
  "prior_on": { "type": "date", "label": "上次", "ask": "哪天?", "personal_data": true },
  "vile": { "type": "judgement", "label": "恶劣", "ask": "恶劣吗?", "personal_data": false }
} })";

constexpr const char* kLaws = R"({ "laws": {
  "行政处罚法": { "short": "处罚法", "level": "law", "name": "中华人民共和国行政处罚法",
    "versions": [ { "text": "2021-01-22", "from": "2021-07-15", "until": "2030-01-01", "number": null, "standing": "official" } ] }
} })";

constexpr const char* kOffences = R"({ "domain": "shop", "title": "商店", "offences": {
  "shop.tag": { "title": "未标价", "aliases": [], "violates": [ { "law": "行政处罚法", "article": 1 } ], "penalty": [], "open": [] }
} })";

constexpr const char* kCalendar = R"({ "id": "cn", "title": "日历", "years": {
  "2026": { "notice": "n", "off": [ ["2026-10-01", "2026-10-07"] ], "work": ["2026-10-10"] }
} })";

constexpr const char* kList = R"({
  "id": "town/list", "kind": "list", "question": "no_filing", "title": "清单", "short": "清单",
  "document": { "number": null, "issuers": ["本局"], "issued": "2022" },
  "from": "2023-01-01", "maybe_from": "2022-01-01", "until": "2031-01-01", "effect": "may",
  "numbers": {
    "look_back": { "unit": "years", "by_date": [ { "from": "2023-01-01", "is": 5, "origin": "drafted", "cites": [] },
                                                 { "from": "2025-08-01", "is": 2, "origin": "drafted", "cites": [] } ] },
    "limit": { "unit": "fen", "by_date": [ { "from": "2023-01-01", "is": 6600, "origin": "drafted", "cites": [] } ] },
    "late": { "unit": "working_days", "by_date": [ { "from": "2024-01-01", "is": 5, "origin": "drafted", "cites": [] } ] },
    "recheck": { "unit": "working_days", "by_date": [ { "from": "2023-01-01", "is": 10, "origin": "drafted", "cites": [] } ] } },
  "conditions": { "all": [ { "id": "first", "says": "s", "origin": "drafted", "cites": [], "fact": "first_offence", "is": true } ] },
  "classes": { "minor": { "title": "轻微", "cites": [], "conditions": { "not":
    { "id": "big", "says": "s", "origin": "drafted", "cites": [], "fact": "amount", "more_than": "limit" } } } },
  "exclusions": [ { "id": "vile", "binds": "question", "says": "s", "origin": "drafted", "cites": [], "fact": "vile", "is": true } ],
  "duties": [ { "id": "recheck", "what": "复查", "who": "机构", "if": ["applies"], "scope": "ground", "within": "recheck",
                "after": "decision", "origin": "drafted", "cites": [] } ],
  "cautions": [ { "id": "careful", "says": "s", "cites": [], "origin": "drafted",
    "when": { "id": "w", "says": "s", "origin": "drafted", "cites": [], "fact": "corrected", "is": false } } ],
  "provenance": { "standing": "reported", "source": "测试", "open": [], "reviews": [] }
})";

constexpr const char* kItem = R"({
  "id": "town/list/01", "number": 1, "title": "未标价", "covers": { "offences": ["shop.tag"] }, "classes": ["minor"],
  "basis": [ { "law": "行政处罚法", "article": 33, "paragraph": 1 } ],
  "conditions": { "all": [
    { "id": "corrected", "says": "已改正", "origin": "drafted", "cites": [], "fact": "corrected", "is": true },
    { "any": [
      { "id": "harmless", "says": "无危害", "origin": "drafted", "cites": [], "fact": "harm", "one_of": ["none"] },
      { "id": "recent", "says": "新近", "origin": "drafted", "cites": [], "fact": "act_on", "on_or_after": "2025-01-01" },
      { "id": "old", "says": "久远", "origin": "drafted", "cites": [], "span": { "from": "act_on", "to": "found_on" }, "longer_than": "look_back" } ] } ] },
  "exclusions": [ ],
  "provenance": { "standing": "drafted", "source": "测试", "open": [], "reviews": [] },
  "tests": { "on": "2026-11-23", "ordinary": { "corrected": true },
    "cases": [ { "name": "什么也不知道", "facts": {}, "answer": "undetermined" } ] }
})";

const char* const kListFile = "r/lists/town/list/list.json";
const char* const kItemFile = "r/lists/town/list/01.json";

std::vector<SourceFile> sound_files() {
  return {{"r/vocabulary.json", kVocabulary}, {"r/laws.json", kLaws}, {"r/offences/shop.json", kOffences},
          {"r/calendars/cn.json", kCalendar}, {kListFile, kList},     {kItemFile, kItem}};
}

// Replaces the first `from` in one file.
void spoil(std::vector<SourceFile>& files, const std::string& path, const std::string& from,
           const std::string& to) {
  const auto file = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.path == path; });
  REQUIRE(file != files.end());
  const auto at = file->text.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  file->text.replace(at, from.size(), to);
}

std::string lines_of(const RuleBase& base) {
  std::string lines;
  for (const Issue& issue : base.issues.all()) {
    lines += to_line(issue, true);
  }
  return lines;
}

std::set<std::string> codes_of(const RuleBase& base, const std::string& path) {
  std::set<std::string> codes;
  for (const Issue& issue : base.issues.all()) {
    if (issue.place.file == path) {
      codes.insert(issue.code);
    }
  }
  return codes;
}

struct Mistake {
  const char* path;
  const char* from;
  const char* to;
  const char* code;
};

void must_be_found(const Mistake& mistake) {
  std::vector<SourceFile> files = sound_files();
  spoil(files, mistake.path, mistake.from, mistake.to);
  const RuleBase base = read_rules(files, "r", {});
  INFO(mistake.from << "  ->  " << mistake.to << "\n" << lines_of(base));
  CHECK_FALSE(base.rules);
  CHECK(codes_of(base, mistake.path).count(mistake.code) == 1);
}

// Every leaf of the item, so that a row can put another one in its place.
#define LEAF "\"fact\": \"corrected\", \"is\": true }"
#define AFTER "\"after\": \"decision\""
#define SPAN "\"longer_than\": \"look_back\" }"

}  // namespace

TEST_CASE("The rule base that the mistakes are made in is sound", "[rules]") {
  const RuleBase base = read_rules(sound_files(), "r", {});
  INFO(lines_of(base));
  REQUIRE(base.rules);
  CHECK(base.issues.all().empty());
  CHECK(base.rules->rules.size() == 1);
  CHECK(base.tests.size() == 1);
  CHECK(base.tests[0].tests.size() == 1);
}

TEST_CASE("A mistake in the vocabulary, the laws, the offences or the calendar is found", "[rules]") {
  constexpr const char* kV = "r/vocabulary.json";
  constexpr const char* kL = "r/laws.json";
  constexpr const char* kO = "r/offences/shop.json";
  constexpr const char* kC = "r/calendars/cn.json";
  must_be_found(GENERATE_COPY(values<Mistake>({
      {kV, "\"money\"", "\"monei\"", "unknown-word"},
      {kV, "\"label\": \"金额\", ", "", "missing-key"},
      {kV, "\"label\": \"金额\"", "\"label\": \"\"", "empty-text"},
      {kV, "\"personal_data\": false", "\"personal_data\": \"no\"", "wrong-type"},
      {kV, "\"personal_data\": false", "\"personal_data\": false, \"colour\": 1", "unknown-key"},
      {kV,
       ", \"values\": [ { \"code\": \"none\", \"label\": \"没有\" }, { \"code\": \"some\", \"label\": \"有\" "
       "} ]",
       "", "bad-fact"},
      {kV, "\"type\": \"bool\"", "\"type\": \"bool\", \"values\": []", "bad-fact"},
      {kV, "\"code\": \"some\"", "\"code\": \"none\"", "duplicate-id"},
      {kV, "\"type\": \"bool\"", "\"type\": \"derived\"", "bad-fact"},
      {kV, "\"fact\": \"prior_on\"", "\"fact\": \"pior_on\"", "unknown-fact"},
      {kV, "\"fact\": \"prior_on\"", "\"fact\": \"corrected\"", "unknown-fact"},
      {kV, "\"corrected\":", "\"act_on\":", "duplicate-key"},
      {kV, "{ \"facts\"", "{ \"fact\"", "missing-key"},
      {kL, "\"level\": \"law\"", "\"level\": \"lore\"", "unknown-word"},
      {kL, "\"until\": \"2030-01-01\"", "\"until\": \"2021-07-15\"", "empty-period"},
      {kL, "\"2021-07-15\"", "\"2021-7-15\"", "bad-date"},
      {kL, "\"standing\": \"official\"", "\"standing\": \"confirmed\"", "unknown-word"},
      {kO, "\"domain\": \"shop\"", "\"domain\": \"shops\"", "bad-id"},
      {kO, "\"shop.tag\"", "\"food.tag\"", "bad-id"},
      {kO, "行政处罚法", "行政处法", "unknown-law"},
      {kO, "\"article\": 1", "\"article\": 0", "bad-citation"},
      {kO, "\"article\": 1", "\"item\": 1", "bad-citation"},
      {kC, "[\"2026-10-01\", \"2026-10-07\"]", "[\"2026-10-07\", \"2026-10-01\"]", "empty-period"},
      {kC, "[\"2026-10-01\", \"2026-10-07\"]", "\"2026-10-01\"", "wrong-type"},
      {kC, "\"2026-10-07\"", "\"2027-10-07\"", "other-year"},
      {kC, "\"2026-10-10\"", "\"2026-10-09\"", "already-working"},
      {kC, "\"2026-10-10\"", "\"2026-10-32\"", "bad-date"},
      {kC, "\"2026\":", "\"26\":", "bad-date"},
      {kC, "\"title\": \"日历\"", "\"title\": 1.5", "float"},
  })));
}

TEST_CASE("A mistake in a list is found", "[rules]") {
  must_be_found(GENERATE(values<Mistake>({
      {kListFile, "\"id\": \"town/list\"", "\"id\": \"town/other\"", "bad-id"},
      {kListFile, "\"kind\": \"list\"", "\"kind\": \"lists\"", "unknown-word"},
      {kListFile, "\"no_filing\"", "\"no_file\"", "unknown-word"},
      {kListFile, "\"until\": \"2031-01-01\"", "\"until\": \"2023-01-01\"", "empty-period"},
      {kListFile, "\"maybe_from\": \"2022-01-01\"", "\"maybe_from\": \"2024-01-01\"", "empty-period"},
      {kListFile, "\"is\": 5,", "\"is\": 0,", "bad-number"},
      {kListFile, "\"is\": 5,", "", "bad-number"},
      {kListFile, "\"2025-08-01\"", "\"2022-08-01\"", "bad-order"},
      {kListFile, "\"unit\": \"years\"", "\"unit\": \"weeks\"", "unknown-word"},
      {kListFile, "\"look_back\":", "\"look_bck\":", "unknown-number"},
      {kListFile, "\"more_than\": \"limit\"", "\"more_than\": \"limt\"", "unknown-number"},
      {kListFile, "\"more_than\": \"limit\"", "\"more_than\": \"recheck\"", "wrong-unit"},
      {kListFile, "\"more_than\": \"limit\"", "\"more_than\": true", "wrong-type"},
      {kListFile, "\"within\": \"recheck\"", "\"within\": \"rechek\"", "unknown-number"},
      {kListFile, "\"within\": \"recheck\"", "\"within\": \"limit\"", "wrong-unit"},
      {kListFile, "\"within\": \"recheck\"", "\"within\": \"late\"", "number-gap"},
      {kListFile, "\"after\": \"decision\"", "\"after\": \"corrected\"", "unknown-fact"},
      {kListFile, AFTER, AFTER ", \"done_on\": \"corrected\"", "unknown-fact"},
      {kListFile, AFTER, AFTER ", \"done_on\": \"decision\"", "unknown-fact"},
      {kListFile, AFTER, AFTER ", \"once_known\": [\"acton\"]", "unknown-fact"},
      {kListFile, AFTER, AFTER ", \"covers\": { \"offences\": [\"shop.tags\"] }", "unknown-offence"},
      {kListFile, AFTER, AFTER ", \"extended_by\": { \"number\": \"lat\", \"who\": \"w\", \"cites\": [] }",
       "unknown-number"},
      {kListFile, AFTER,
       AFTER ", \"extended_by\": { \"number\": \"look_back\", \"who\": \"w\", \"cites\": [] }", "wrong-unit"},
      {kListFile, AFTER, AFTER ", \"extended_by\": { \"number\": \"late\", \"cites\": [] }", "missing-key"},
      {kListFile, AFTER, AFTER ", \"paused_for\": { \"what\": \"w\", \"cite\": [] }", "unknown-key"},
      {kListFile, "\"within\": \"recheck\"", "\"paused_for\": { \"what\": \"w\", \"cites\": [] }",
       "no-period"},
      {kListFile, "\"within\": \"recheck\"",
       "\"extended_by\": { \"number\": \"recheck\", \"who\": \"w\", \"cites\": [] }", "no-period"},
      {kListFile, "\"if\": [\"applies\"]", "\"if\": [\"yes\"]", "unknown-word"},
      {kListFile, "\"binds\": \"question\"", "\"binds\": \"item\"", "unknown-word"},
      {kListFile, "\"origin\": \"drafted\"", "\"origin\": \"statute\"", "no-citation"},
      {kListFile, "\"when\": {", "\"whn\": {", "missing-key"},
      {kListFile, "\"document\": {", "\"document\": { \"colour\": 1, ", "unknown-key"},
      {kListFile, ",\n  \"provenance\"", ",\n  \"provenanc\"", "missing-key"},
      {kListFile, "\"standing\": \"reported\"", "\"standing\": \"confirmed\"", "unknown-word"},
      {kListFile, "\"reviews\": []",
       "\"reviews\": [ { \"by\": \"甲\", \"on\": \"2026-02-30\", \"digest\": \"x\" } ]", "bad-date"},
      {kListFile, "\"title\": \"清单\",", "\"title\": \"清单\"", "not-json"},
  })));
}

TEST_CASE("A period that runs from a fact may use a number that began after the list", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  spoil(files, kListFile, "\"within\": \"recheck\"", "\"within\": \"late\"");
  spoil(files, kListFile, AFTER, "\"after\": \"found_on\"");
  CHECK(read_rules(files, "r", {}).rules);
}

TEST_CASE("A mistake in an item is found", "[rules]") {
  must_be_found(GENERATE(values<Mistake>({
      {kItemFile, "\"id\": \"town/list/01\"", "\"id\": \"town/list/02\"", "bad-id"},
      {kItemFile, "\"shop.tag\"", "\"shop.tg\"", "unknown-offence"},
      {kItemFile, "\"offences\": [\"shop.tag\"]", "\"domains\": [\"food\"]", "unknown-domain"},
      {kItemFile, "\"offences\": [\"shop.tag\"]", "", "covers-nothing"},
      {kItemFile, "\"classes\": [\"minor\"]", "\"classes\": [\"mino\"]", "unknown-class"},
      {kItemFile, "行政处罚法", "行政处法", "unknown-law"},
      {kItemFile, "\"number\": 1,", "\"number\": 1, \"from\": \"2022-12-31\",", "empty-period"},
      {kItemFile, "\"number\": 1,", "\"number\": 1, \"until\": \"2022-12-31\",", "empty-period"},
      {kItemFile, "\"id\": \"harmless\"", "\"id\": \"corrected\"", "duplicate-id"},
      {kItemFile, "\"id\": \"harmless\"", "\"id\": \"first\"", "duplicate-id"},
      {kItemFile, "\"id\": \"harmless\"", "\"id\": \"vile\"", "duplicate-id"},
      {kItemFile, LEAF, "\"fact\": \"corected\", \"is\": true }", "unknown-fact"},
      {kItemFile, LEAF, "\"fact\": \"corrected\", \"is\": null }", "wrong-type"},
      {kItemFile, LEAF, "\"fact\": \"corrected\", \"is\": \"yes\" }", "wrong-type"},
      {kItemFile, LEAF, "\"fact\": \"corrected\", \"at_least\": 1 }", "wrong-test"},
      {kItemFile, LEAF, "\"fact\": \"corrected\", \"before\": \"2026-01-01\" }", "wrong-test"},
      {kItemFile, LEAF, "\"fact\": \"act_on\", \"is\": \"2026-01-01\" }", "wrong-test"},
      {kItemFile, LEAF, "\"fact\": \"act_on\", \"before\": \"2026-02-30\" }", "bad-date"},
      {kItemFile, LEAF, "\"fact\": \"harm\", \"is\": \"much\" }", "unknown-word"},
      {kItemFile, LEAF, "\"fact\": \"harm\", \"one_of\": [] }", "wrong-type"},
      {kItemFile, LEAF, "\"fact\": \"corrected\" }", "one-test"},
      {kItemFile, LEAF, "\"fact\": \"corrected\", \"is\": true, \"one_of\": [true] }", "one-test"},
      {kItemFile, LEAF, "\"is\": true }", "one-test"},
      {kItemFile, LEAF, "\"fact\": \"corrected\", \"is\": true, \"colour\": 1 }", "unknown-key"},
      {kItemFile, LEAF, "\"fact\": \"amount\", \"at_least\": \"limt\" }", "unknown-number"},
      {kItemFile, "[\n    { \"id\": \"corrected\"", "[ { \"any\": [] },\n    { \"id\": \"corrected\"",
       "empty-group"},
      {kItemFile, "\"any\":", "\"some\":", "unknown-key"},
      {kItemFile, SPAN, "\"is\": true }", "missing-key"},
      {kItemFile, SPAN, "\"longer_than\": \"look_back\", \"at_most\": \"look_back\" }", "unknown-key"},
      {kItemFile, SPAN, "\"longer_than\": \"limit\" }", "wrong-unit"},
      {kItemFile, SPAN, "\"longer_than\": \"recheck\" }", "wrong-unit"},
      {kItemFile, SPAN, "\"at_most\": \"look_bck\" }", "unknown-number"},
      {kItemFile, "\"to\": \"found_on\"", "\"to\": \"corrected\"", "wrong-test"},
      {kItemFile, "\"to\": \"found_on\"", "\"too\": \"found_on\"", "missing-key"},
      {kItemFile, "\"exclusions\": [ ]", "\"exclusions\": [ { \"id\": \"x\" } ]", "one-test"},
      {kItemFile, "\"on\": \"2026-11-23\", ", "", "missing-key"},
      {kItemFile, "\"ordinary\": { \"corrected\"", "\"ordinary\": { \"corected\"", "unknown-fact"},
      {kItemFile, "\"answer\": \"undetermined\"", "\"answer\": \"maybe\"", "unknown-word"},
      {kItemFile, "\"name\": \"什么也不知道\"", "\"nme\": \"x\"", "unknown-key"},
      {kItemFile, "\"basis\":", "\"bases\":", "unknown-key"},
  })));
}

TEST_CASE("An item without any condition is refused", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  spoil(files, kListFile, "\"conditions\": { \"all\": [ {", "\"cautions_\": { \"all\": [ {");
  files.back().text = R"({ "id": "town/list/01", "title": "t", "covers": "all", "basis": [],
    "provenance": { "standing": "drafted", "source": "s" } })";
  CHECK(codes_of(read_rules(files, "r", {}), kItemFile) == std::set<std::string>{"no-condition"});
}

TEST_CASE("A file that is missing or does not belong is named", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  files.erase(files.begin());
  CHECK(codes_of(read_rules(files, "r", {}), "r") == std::set<std::string>{"missing-file"});

  files = sound_files();
  files.push_back({"r/notes.json", "{}"});
  CHECK(codes_of(read_rules(files, "r", {}), "r/notes.json") == std::set<std::string>{"unknown-file"});

  files = sound_files();
  files.push_back({"r/lists/village/list/01.json", kItem});
  CHECK(codes_of(read_rules(files, "r", {}), "r/lists/village/list/01.json") ==
        std::set<std::string>{"no-list"});
  CHECK_FALSE(read_rules({}, "r", {}).rules);
}

TEST_CASE("A file that only its schema finds wrong is wrong", "[rules]") {
  const Schemas sound = {{"laws", R"({"type": "object", "required": ["laws"]})"}};
  CHECK(read_rules(sound_files(), "r", sound).rules);
  const Schemas other = {{"laws", R"({"type": "object", "required": ["law"]})"}};
  const RuleBase base = read_rules(sound_files(), "r", other);
  CHECK_FALSE(base.rules);
  CHECK(codes_of(base, "r/laws.json") == std::set<std::string>{"schema"});
}

TEST_CASE("A review counts only as long as the file is what was reviewed", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  const std::string review = R"("reviews": [ { "by": "甲", "on": "2026-01-01", "digest": "sha256:0" } ])";
  spoil(files, kItemFile, R"("reviews": [])", review);
  RuleBase base = read_rules(files, "r", {});
  REQUIRE(base.rules);  // a warning only
  CHECK(codes_of(base, kItemFile) == std::set<std::string>{"stale-review"});
  CHECK(base.rules->rules[0].standing == Standing::drafted);

  const std::string hint = base.issues.all().front().hint.en;
  const std::string now = hint.substr(hint.find("sha256:"));
  spoil(files, kItemFile, "sha256:0", now);
  base = read_rules(files, "r", {});
  REQUIRE(base.rules);
  CHECK(base.issues.all().empty());
  CHECK(base.rules->rules[0].standing == Standing::confirmed);

  spoil(files, kItemFile, "\"title\": \"未标价\"", "\"title\": \"未标明价格\"");
  base = read_rules(files, "r", {});
  CHECK(base.rules->rules[0].standing == Standing::drafted);
}

TEST_CASE("All that is wrong with a rule base is said at once, by place", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  spoil(files, kItemFile, "\"is\": true }", "\"is\": 3 }");
  spoil(files, kItemFile, "\"one_of\": [\"none\"]", "\"one_of\": [\"nne\"]");
  spoil(files, kItemFile, "\"covers\"", "\"cover\"");
  spoil(files, kListFile, "\"is\": 5,", "\"is\": -5,");
  spoil(files, "r/laws.json", "\"level\": \"law\"", "\"level\": \"lore\"");
  const RuleBase base = read_rules(files, "r", {});
  CHECK_FALSE(base.rules);
  CHECK(codes_of(base, kItemFile) ==
        std::set<std::string>{"wrong-type", "unknown-word", "missing-key", "unknown-key"});
  CHECK(codes_of(base, kListFile) == std::set<std::string>{"bad-number"});
  CHECK(codes_of(base, "r/laws.json") == std::set<std::string>{"unknown-word"});
  const auto& all = base.issues.all();
  CHECK(std::is_sorted(all.begin(), all.end(), [](const Issue& a, const Issue& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  }));
  for (const Issue& issue : all) {
    CHECK(issue.place.line > 0);
    CHECK(issue.place.column > 0);
  }
}

TEST_CASE("A broken file does not hide the mistakes of the others", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  spoil(files, "r/calendars/cn.json", "\"years\": {", "\"years\": ");
  spoil(files, kItemFile, "\"one_of\": [\"none\"]", "\"one_of\": [\"nne\"]");
  const RuleBase base = read_rules(files, "r", {});
  CHECK(codes_of(base, "r/calendars/cn.json") == std::set<std::string>{"not-json"});
  CHECK(codes_of(base, kItemFile).count("unknown-word") == 1);
}

TEST_CASE("A broken catalogue does not blame every list that cites it", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  spoil(files, "r/laws.json", "\"laws\": {", "\"laws\": ");
  const RuleBase base = read_rules(files, "r", {});
  CHECK(codes_of(base, "r/laws.json") == std::set<std::string>{"not-json"});
  CHECK(codes_of(base, kListFile).empty());
  CHECK(codes_of(base, kItemFile).empty());
}

TEST_CASE("The order of files changes nothing, not even the digest", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  const RuleBase first = read_rules(files, "r", {});
  REQUIRE(first.rules);
  std::mt19937_64 random(20261123);
  for (int i = 0; i < 10; ++i) {
    std::shuffle(files.begin(), files.end(), random);
    const RuleBase again = read_rules(files, "r", {});
    REQUIRE(again.rules);
    CHECK(again.rules->digest == first.rules->digest);
    CHECK(again.rules->calendar_digest == first.rules->calendar_digest);
  }
  spoil(files, "r/calendars/cn.json", "2026-10-10", "2026-10-11");
  const RuleBase other = read_rules(files, "r", {});
  REQUIRE(other.rules);
  CHECK(other.rules->digest == first.rules->digest);
  CHECK(other.rules->calendar_digest != first.rules->calendar_digest);
  spoil(files, kItemFile, "已改正", "已经改正");
  CHECK(read_rules(files, "r", {}).rules->digest != first.rules->digest);
}

// Bugs: what a rule base may hold and still be called sound.

TEST_CASE("A condition with both all and any loses neither", "[rules]") {
  must_be_found({kItemFile, "\"conditions\": { \"all\": [",
                 "\"conditions\": { \"any\": [ { \"id\": \"lost\", \"says\": \"s\", \"origin\": \"drafted\", "
                 "\"cites\": [], "
                 "\"fact\": \"vile\", \"is\": false } ], \"all\": [",
                 "one-test"});
}

TEST_CASE("The number of a derived fact is a span of calendar time", "[rules]") {
  must_be_found({kListFile, "\"unit\": \"years\"", "\"unit\": \"fen\"", "wrong-unit"});
}

TEST_CASE("A span of time that no calendar holds is refused", "[rules]") {
  must_be_found({kListFile, "\"is\": 5,", "\"is\": 4294967297,", "bad-number"});
}

TEST_CASE("Two calendars are one too many", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  files.push_back({"r/calendars/zz.json", R"({ "id": "zz", "title": "t", "years": {} })"});
  CHECK_FALSE(read_rules(files, "r", {}).rules);
}

TEST_CASE("The same offence in two files is an error", "[rules]") {
  std::vector<SourceFile> files = sound_files();
  files.push_back({"r/offences/more/shop.json", kOffences});
  CHECK_FALSE(read_rules(files, "r", {}).rules);
}

}  // namespace siqingdan
