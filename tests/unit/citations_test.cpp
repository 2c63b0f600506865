#include "rules/citations.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "rules/builtin.h"
#include "rules/check_citations.h"

namespace siqingdan {
namespace {

namespace fs = std::filesystem;

Date day(const char* text) { return *parse_date(text); }

constexpr const char* kList = R"({ "id": "town/list", "from": "2022-01-01",
  "numbers": { "look_back": { "by_date": [
    { "from": "2022-01-01", "is": 5, "cites": [ { "law": "茶法", "article": 1 } ] },
    { "from": "2022-01-01", "is": 9, "offences": ["tea.hot"], "cites": [ { "law": "茶法", "article": 4 } ] },
    { "from": "2024-01-01", "is": 2, "cites": [ { "law": "茶法", "article": 2 } ] } ] } },
  "classes": { "minor": { "cites": [ { "law": "茶法", "article": 5 } ], "conditions": { "all": [
    { "id": "hot", "cites": [ { "law": "茶法", "article": 6 } ] } ] } } },
  "duties": [ { "id": "recheck", "cites": [ { "law": "茶法", "article": 7 } ],
                "when": { "id": "cold", "cites": [ { "law": "茶法", "article": 8 } ] } } ],
  "tests": { "law": "茶法", "article": 99 }, "provenance": { "law": "茶法" } })";

constexpr const char* kItem = R"({ "id": "town/list/1",
  "basis": [ { "law": "茶法", "article": 3, "until": "2023-01-01" },
             { "law": "茶法", "article": 4, "from": "2023-01-01" } ],
  "conditions": { "any": [ { "not": { "id": "cup", "cites": [ { "law": "茶法", "article": 9, "paragraph": 2 } ] } } ] } })";

constexpr const char* kOffences = R"({ "domain": "tea", "offences": { "tea.hot": {
  "violates": [ { "law": "茶法", "article": 1 } ], "penalty": [ { "law": "茶法" } ] } } })";

RuleSet small_rules() {
  RuleSet rules;
  List list;
  list.id = "town/list";
  list.from = day("2022-01-01");
  list.maybe_from = day("2021-06-01");
  list.until = day("2026-01-01");
  rules.lists.push_back(list);
  Rule rule;
  rule.id = "town/list/1";
  rule.from = list.from;
  rule.until = list.until;
  rules.rules.push_back(rule);
  LawVersion old;
  old.text = "2020-01-02";
  old.from = day("2020-03-01");
  LawVersion fresh;
  fresh.text = "2024-05-06";
  fresh.from = day("2024-07-01");
  rules.catalogue.laws["茶法"] = {"", "中华人民共和国茶法", "law", {old, fresh}};
  return rules;
}

std::vector<Cited> small_citations(const RuleSet& rules) {
  return citations_of({{"r/laws.json", R"({ "laws": { "茶法": { "law": "no citation" } } })"},
                       {"r/lists/town/list/1.json", kItem},
                       {"r/lists/town/list/list.json", kList},
                       {"r/offences/tea.json", kOffences}},
                      "r", rules);
}

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "siqingdan-citations-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  std::string path() const { return root_.string(); }

 private:
  fs::path root_;
};

}  // namespace

TEST_CASE("Every citation is collected once, with where it stands", "[citations]") {
  const RuleSet rules = small_rules();
  std::vector<std::string> found;
  for (const Cited& cited : small_citations(rules)) {
    found.push_back(cited.where() + " " + provision_in_english(cited.cite));
  }
  CHECK(found == std::vector<std::string>{
                     "town/list/1 basis art. 3", "town/list/1 basis art. 4",
                     "town/list/1 conditions cup art. 9(2)", "town/list numbers look_back 2022-01-01 art. 1",
                     "town/list numbers look_back 2022-01-01 art. 4",
                     "town/list numbers look_back 2024-01-01 art. 2", "town/list classes minor art. 5",
                     "town/list classes minor hot art. 6", "town/list duties recheck art. 7",
                     "town/list duties recheck cold art. 8", "tea.hot violates art. 1", "tea.hot penalty "});
}

TEST_CASE("A citation counts while its place and its own days do", "[citations]") {
  const RuleSet rules = small_rules();
  const std::vector<Cited> all = small_citations(rules);
  const auto days = [&](std::size_t i) {
    const Period counts = all[i].counts();
    return (counts.from ? to_text(*counts.from) : "…") + "/" + (counts.until ? to_text(*counts.until) : "…");
  };
  CHECK(days(0) == "2021-06-01/2023-01-01");  // from the day the list may have been in force
  CHECK(days(1) == "2023-01-01/2026-01-01");
  CHECK(days(3) == "2022-01-01/2024-01-01");  // until the next value for the same offences
  CHECK(days(4) == "2022-01-01/2026-01-01");
  CHECK(days(10) == "…/…");
  CHECK(all[0].place.file == "r/lists/town/list/1.json");
  CHECK(all[0].place.line == 2);
}

TEST_CASE("A citation is checked against every version of the days it counts", "[citations]") {
  const Folder folder;
  // Provisions 1 to 9 of the old law; the new one has lost the last, and split none.
  folder.write("茶法(2020-01-02).md",
               "第一条 一。\n\n第二条 二。\n\n第三条 三。\n\n第四条 四。\n\n第五条 五。\n\n第六条 "
               "六。\n\n第七条 七。\n\n"
               "第八条 八。\n\n第九条 九。\n\n再九。\n");
  folder.write("茶法(2024-05-06).md",
               "第一条 一。\n\n再一。\n\n第二条 二。\n\n第四条 四。\n\n第五条 五。\n\n"
               "第六条 六。\n\n第七条 七。\n\n第八条 八。\n\n第九条 九。\n");
  const RuleSet rules = small_rules();
  const std::vector<Cited> citations = small_citations(rules);
  const StatuteTexts texts = StatuteTexts::open(folder.path());
  const std::vector<CitationCheck> checks = check_citations(citations, rules.catalogue, texts);
  REQUIRE(checks.size() == citations.size());
  for (std::size_t i = 0; i < checks.size(); ++i) {
    INFO(citations[i].where() << " " << checks[i].why.zh);
    // Article 3 is gone in 2024, but its citation ended before; the second paragraph of 9 is missed.
    CHECK((checks[i].verdict == CitationCheck::Verdict::missing) == (i == 2));
  }
  CHECK(checks[2].texts == std::vector<std::string>{"茶法(2024-05-06).md"});
  CHECK(checks[2].why.en ==
        "art. 9 ends with paragraph 1; another version has it: the citation needs "
        "`from`/`until`");
}

TEST_CASE("A law that had ended is missing; one that cannot be checked is not", "[citations]") {
  const Folder folder;
  folder.write("茶法(2020-01-02).md", "第一条 一。\n");
  const StatuteTexts texts = StatuteTexts::open(folder.path());
  RuleSet rules = small_rules();
  LawVersion& old = rules.catalogue.laws["茶法"].versions[0];
  rules.catalogue.laws["茶法"].versions.pop_back();
  Cited cited;
  cited.cite.law = "茶法";
  cited.cite.article = 1;
  const auto verdict = [&](const char* from, const char* until) {
    cited.life = {day(from), day(until)};
    return check_citations({cited}, rules.catalogue, texts).front().verdict;
  };
  old.until = day("2023-01-01");
  CHECK(verdict("2022-01-01", "2030-01-01") == CitationCheck::Verdict::checked);
  CHECK(verdict("2023-01-01", "2030-01-01") == CitationCheck::Verdict::missing);
  CHECK(verdict("2010-01-01", "2011-01-01") == CitationCheck::Verdict::no_text);
  old.text = "2021-01-01";
  CHECK(verdict("2022-01-01", "2030-01-01") == CitationCheck::Verdict::no_text);
}

TEST_CASE("The built-in rules cite what is in the shared statutes, if they are there", "[citations]") {
  const fs::path shared = fs::path(PROJECT_SOURCE_DIR) / "../shared/legal/statutes";
  if (!fs::is_directory(shared)) {
    WARN("skipped: there is no " << shared);
    return;
  }
  const RuleSet rules = builtin_rules();
  const std::vector<Cited> citations = citations_of(builtin_files(), "rules", rules);
  const StatuteTexts texts = StatuteTexts::open(shared.string());
  std::size_t checked = 0;
  for (const CitationCheck& check : check_citations(citations, rules.catalogue, texts)) {
    INFO(check.cited->where() << ": " << check.cited->cite.law << ": " << check.why.zh);
    CHECK(check.verdict != CitationCheck::Verdict::missing);
    checked += check.verdict == CitationCheck::Verdict::checked ? 1U : 0U;
  }
  CHECK(checked * 2 > citations.size());
}

}  // namespace siqingdan
