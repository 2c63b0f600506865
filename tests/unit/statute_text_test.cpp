// Statute texts as people copy them. Every law here is invented.

#include "law/statute_text.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/failure.h"
#include "law/numeral.h"
#include "law/statute_texts.h"

namespace siqingdan {
namespace {

namespace fs = std::filesystem;
using Found = Lookup::Found;

Provision at(int article, int paragraph = 0, int item = 0) { return {{article, 0}, paragraph, item}; }

std::string text_of(const StatuteText& statute, const Provision& provision) {
  const Lookup lookup = find(statute, provision);
  return lookup.found == Found::no ? "(" + lookup.why.zh + ")" : lookup.text;
}

std::vector<std::string> articles_of(const StatuteText& statute) {
  std::vector<std::string> names;
  for (const auto& entry : statute.articles) {
    names.push_back(in_chinese({entry.first, 0, 0}));
  }
  return names;
}

constexpr const char* kTea = R"(# 茶馆管理条例

2020年1月1日 通过，根据第九条修改

<!-- INFO END -->

## 第一章 总 则

第一条 为了喝茶，制定本条例。

第二条　茶馆应当有茶。

茶凉了应当续水。

第三条 茶馆有下列情形之一的，责令改正：

（一）没有茶；

（二）茶里有下列东西：

1. 石头；

2. 沙子；

(三) 不让客人坐。

前款第（一）项的茶，是指热茶。

## 第二章 附 则

第三条之一 本条是后来加的。

第四条 本条例自明天起施行。

附件

第一条 这是附件里的表。
)";

// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "siqingdan-statutes-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  std::string path() const { return root_.string(); }

 private:
  fs::path root_;
};

Law law_of(const std::string& name, std::vector<LawVersion> versions) {
  return {"", name, "law", std::move(versions)};
}
LawVersion version_of(const std::string& text, const char* from = nullptr, const char* until = nullptr) {
  return {text, from == nullptr ? std::nullopt : parse_date(from),
          until == nullptr ? std::nullopt : parse_date(until), "", Standing::official};
}

}  // namespace

TEST_CASE("A number at the start of a text is read as statutes write it", "[statute]") {
  for (int number = 1; number <= 9999; number += number < 130 ? 1 : 37) {
    const std::string chinese = chinese_numeral(number);
    for (const std::string& written : {chinese, std::to_string(number)}) {
      const auto read = leading_numeral(written + "条");
      REQUIRE(read);
      CHECK(read->value == number);
      CHECK(read->bytes == written.size());
    }
  }
  CHECK(leading_numeral("一〇三")->value == 103);
  CHECK(leading_numeral("１２")->value == 12);
  CHECK_FALSE(leading_numeral("条"));
  CHECK_FALSE(leading_numeral("零"));
  CHECK_FALSE(leading_numeral("99999999999999999999"));
  CHECK_FALSE(leading_numeral("一一一一一一一一一一一一一一一一"));
}

TEST_CASE("A provision is read as people type it", "[statute]") {
  for (const char* text : {"20", "二十", "第二十条", "第20条", "第 二十 条"}) {
    CHECK(in_chinese(parse_provision(text).value()) == in_chinese(at(20)));
  }
  for (const char* text :
       {"20(1)(2)", "第二十条第一款第(二)项", "二十条一款二项", "20.1.2", "第20条第1款第（二）项"}) {
    CHECK(in_english(parse_provision(text).value()) == "art. 20(1)(2)");
  }
  CHECK(parse_provision("第二十条第(二)项")->item == 2);
  CHECK(parse_provision("第二十条第(二)项")->paragraph == 0);
  CHECK(parse_provision("第二十条之三")->article.inserted == 3);
  for (const char* text : {"", "第", "条", "x", "20x", "第二款", "20(1)(2)(3)", "0", "第二十条之"}) {
    INFO(text);
    CHECK_FALSE(parse_provision(text));
  }
}

TEST_CASE("Articles, paragraphs and items are found", "[statute]") {
  const StatuteText tea = read_statute(kTea);
  CHECK(tea.split);
  CHECK(articles_of(tea) == std::vector<std::string>{in_chinese(at(1)), in_chinese(at(2)), in_chinese(at(3)),
                                                     in_chinese({{3, 1}, 0, 0}), in_chinese(at(4))});
  CHECK(text_of(tea, at(1)) == "为了喝茶，制定本条例。");
  CHECK(text_of(tea, at(2)) == "茶馆应当有茶。\n茶凉了应当续水。");
  CHECK(text_of(tea, at(2, 2)) == "茶凉了应当续水。");
  CHECK(text_of(tea, at(3, 1, 1)) == "（一）没有茶；");
  CHECK(text_of(tea, at(3, 0, 2)) == "（二）茶里有下列东西：\n1. 石头；\n2. 沙子；");
  CHECK(text_of(tea, at(3, 1, 3)) == "(三) 不让客人坐。");
  CHECK(text_of(tea, at(3, 2)) == "前款第（一）项的茶，是指热茶。");
  CHECK(text_of(tea, {{3, 1}, 1, 0}) == "本条是后来加的。");
  CHECK(text_of(tea, at(4)) == "本条例自明天起施行。");
}

TEST_CASE("What is not there is named", "[statute]") {
  const StatuteText tea = read_statute(kTea);
  CHECK(text_of(tea, at(5)) == "(没有" + in_chinese(at(5)) + ",最后一条是" + in_chinese(at(4)) + ")");
  CHECK(text_of(tea, at(2, 3)) == "(" + in_chinese(at(2)) + "只有 2 款)");
  CHECK(text_of(tea, at(3, 1, 4)) == "(" + in_chinese(at(3, 1)) + "只有 3 项)");
  CHECK(text_of(tea, at(3, 2, 1)) == "(" + in_chinese(at(3, 2)) + "没有分项)");
  CHECK(text_of(tea, at(1, 0, 1)) == "(" + in_chinese(at(1)) + "没有分项)");
  CHECK(find(tea, at(2, 3)).why.en == "art. 2 ends with paragraph 2");
  CHECK(text_of(read_statute("一、没有条的通知。"), at(1)) == "(认不出条文)");
}

TEST_CASE("Carriage returns, a byte order mark and bold type change nothing", "[statute]") {
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : std::string(kTea)) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
  }
  CHECK(articles_of(read_statute(crlf)).size() == 5);
  CHECK(text_of(read_statute(crlf), at(2, 2)) == "茶凉了应当续水。");
  const StatuteText bold = read_statute("**第一条**　茶。\n\n> 水。\n\n**第二条**　杯。\n");
  CHECK(text_of(bold, at(1, 2)) == "水。");
  CHECK(text_of(bold, at(2)) == "杯。");
}

TEST_CASE("A table of contents that repeats the articles is not the law", "[statute]") {
  const StatuteText statute = read_statute(
      "# 杯法\n\n目 录\n\n第一章 总则\n\n第一条 目的\n\n第二条 范围\n\n第三条 杯子\n\n第二章 附则\n\n"
      "第一章 总则\n\n第一条 为了杯子，制定本法。\n\n第二条 本法适用于杯子。\n\n杯子包括碗。\n\n"
      "第二章 附则\n\n第三条 杯子应当能装水。\n");
  CHECK(text_of(statute, at(1)) == "为了杯子，制定本法。");
  CHECK(text_of(statute, at(2, 2)) == "杯子包括碗。");
  CHECK(text_of(statute, at(3)) == "杯子应当能装水。");
}

TEST_CASE("A sentence that begins by citing an article opens none", "[statute]") {
  const StatuteText statute = read_statute(
      "第一条 "
      "违反本法\n第三条规定的，罚款。\n\n第三条第一款规定的茶，不罚。\n\n第三条、第四条的罚款，上缴。\n\n"
      "第七条 规定的情形，从其规定。\n\n第二条 第一类茶馆，从严。\n\n第三条 茶馆应当有茶。\n");
  CHECK(articles_of(statute).size() == 3);
  CHECK(text_of(statute, at(1, 1)) == "违反本法第三条规定的，罚款。");
  CHECK(text_of(statute, at(1, 4)) == "第七条 规定的情形，从其规定。");
  CHECK(text_of(statute, at(2)) == "第一类茶馆，从严。");
}

TEST_CASE("Even one that looks like a head is told by the order of the articles", "[statute]") {
  const StatuteText statute = read_statute(
      "第一条 茶。\n\n第九条 情形除外。\n\n第二条 水，热的水。\n\n第三条 杯，干净的杯。\n");
  CHECK(articles_of(statute).size() == 3);
  CHECK(text_of(statute, at(1, 2)) == "第九条 情形除外。");
}

TEST_CASE("Article heads without a space, with a heading, or line by line are read", "[statute]") {
  const StatuteText close = read_statute("第一条茶馆应当有茶。\n\n第二条茶馆应当有水。\n");
  CHECK(text_of(close, at(2)) == "茶馆应当有水。");
  const StatuteText heading = read_statute(
      "### 第一条 茶\n\n应当有茶。\n\n应当热。\n\n### 第二条\n应当有水。\n");
  CHECK(text_of(heading, at(1, 1)) == "应当有茶。");
  CHECK(text_of(heading, at(1, 2)) == "应当热。");
  CHECK(text_of(heading, at(2)) == "应当有水。");
  const StatuteText lines = read_statute(
      "茶法\n第一条 茶。\n应当热。\n第二条 水：\n（一）热水；\n（二）冷水。\n");
  CHECK(text_of(lines, at(1, 2)) == "应当热。");
  CHECK(text_of(lines, at(2, 1, 2)) == "（二）冷水。");
}

TEST_CASE("A chapter between articles ends the one before", "[statute]") {
  const StatuteText statute = read_statute("第一条 茶。\n\n第二节 水\n\n第二条 水。\n\n冷水。\n");
  CHECK(text_of(statute, at(1)) == "茶。");
}

TEST_CASE("Where paragraphs are not split only the article is checked, and it says so", "[statute]") {
  const StatuteText statute = read_statute(
      "第一条 茶馆有下列情形的，责令改正：（一）没有茶；（二）没有水。前款第（一）项的茶，是指热茶。\n\n"
      "第二条 茶。水。\n");
  CHECK_FALSE(statute.split);
  CHECK(find(statute, at(2, 2)).found == Found::only_article);
  CHECK(find(statute, at(2, 2)).text == "茶。水。");
  CHECK(find(statute, at(2, 2)).why.zh == "文本没有分款,只核对到条");
  CHECK(find(statute, at(1, 1, 2)).found == Found::yes);
  CHECK(find(statute, at(1, 1, 1)).text == "（一）没有茶；");
  CHECK(find(statute, at(1, 2, 1)).found == Found::only_article);
  CHECK(find(statute, at(3)).found == Found::no);
}

TEST_CASE("Any bytes are read without harm, and in time", "[statute]") {
  std::string heads;
  std::string marks;
  for (int i = 0; i < 20000; ++i) {
    heads += "第" + chinese_numeral(i % 97 + 1) + "条 茶\n\n";
    marks += "（一）   ";
  }
  for (const std::string& text : {heads, marks, std::string(1 << 20, '*'), std::string(1 << 20, '#'),
                                  std::string(1 << 20, ' '), std::string(1 << 20, '\r'), std::string("第"),
                                  std::string("第一条"), std::string("（"), std::string()}) {
    CHECK(read_statute(text).articles.size() <= 97);
  }
}

TEST_CASE("The version of a law is found in a tree of files", "[statute]") {
  const Folder folder;
  folder.write("法律/经济/中华人民共和国茶法(2020-01-02).md", "第一条 旧茶。\n");
  folder.write("法律/茶法(2024).md", "第一条 新茶。\n");
  folder.write("规章/茶、水、杯（试行）管理规定.md", "第一条 杯。\n");
  folder.write("README.md", "# 说明\n");
  folder.write(".git/茶法(1999-01-01).md", "第一条 藏起来的茶。\n");
  const StatuteTexts texts = StatuteTexts::open(folder.path());
  const LawVersion old = version_of("2020-01-02");
  const LawVersion fresh = version_of("2024-05-06");
  const Law tea = law_of("中华人民共和国茶法", {old, fresh});
  REQUIRE(texts.files_of("茶法", tea).size() == 2);
  const auto words = [&](const LawVersion& version) {
    return text_of(*texts.read(*texts.choose("茶法", tea, version).file).text, at(1));
  };
  CHECK(words(old) == "旧茶。");
  CHECK(words(fresh) == "新茶。");
  CHECK(texts.choose("茶法", tea, version_of("2022-01-01")).file == nullptr);
  CHECK(texts.choose("茶法", tea, version_of("2022-01-01")).note.zh ==
        "没有 2022-01-01 的文本;文件夹里有 中华人民共和国茶法(2020-01-02).md, 茶法(2024).md");
  // A law's file may be dated by the day it took effect.
  CHECK(texts.choose("茶法", tea, version_of("2019-12-01", "2020-01-02")).file->date == "2020-01-02");

  // A version whose wording has no date takes the only file that is left.
  const Law later = law_of("中华人民共和国茶法", {old, version_of("")});
  const StatuteChoice left = texts.choose("茶法", later, later.versions[1]);
  REQUIRE(left.file != nullptr);
  CHECK(left.file->date == "2024");
  CHECK_FALSE(left.note.empty());

  const Law cups = law_of("茶、水、杯(试行)管理规定", {fresh});
  const StatuteChoice undated = texts.choose("茶、水、杯(试行)管理规定", cups, fresh);
  REQUIRE(undated.file != nullptr);
  CHECK_FALSE(undated.note.empty());
  CHECK(texts.choose("水法", law_of("水法", {fresh}), fresh).note.zh == "文件夹里没有这部法的文本");
}

TEST_CASE("A folder without statutes and a file that cannot be read are told", "[statute]") {
  const Folder folder;
  CHECK_THROWS_AS(StatuteTexts::open(folder.path() + "/nosuch"), Failure);
  folder.write("README.md", "x");
  folder.write("notes.txt", "x");
  CHECK_THROWS_AS(StatuteTexts::open(folder.path()), Failure);

  folder.write("坏法(2020-01-01).md", "第一条 茶\xFF\xFE。\n");
  folder.write("大法(2020-01-01).md", std::string((4u << 20) + 1, 'x'));
  const StatuteTexts texts = StatuteTexts::open(folder.path());
  const auto problem = [&](const char* name) {
    const StatuteTexts::Read& read = texts.read(texts.files_of(name, {}).front());
    CHECK_FALSE(read.text);
    return read.problem.zh;
  };
  CHECK(problem("坏法") == "文本不是 UTF-8(第 14 个字节),没有读");
  CHECK(problem("大法") == "文本超过 4096 KB,没有读");
}

TEST_CASE("A version lives until the next one", "[statute]") {
  const Law law = law_of("茶法", {version_of("2024-05-06"), version_of("2020-01-02", "2020-03-01")});
  const std::vector<LawLife> lives = lives_of(law);
  REQUIRE(lives.size() == 2);
  CHECK(lives[0].version->text == "2020-01-02");
  CHECK(lives[0].period.contains(*parse_date("2020-03-01")));
  CHECK_FALSE(lives[0].period.contains(*parse_date("2020-02-29")));
  CHECK_FALSE(lives[0].period.contains(*parse_date("2024-05-06")));
  CHECK(lives[1].period.contains(*parse_date("2024-05-06")));
  // Of a later version nothing is known: it may be in force beside the one before it.
  const std::vector<LawLife> open = lives_of(law_of("茶法", {version_of("2020-01-02"), version_of("")}));
  CHECK(open[0].period.contains(*parse_date("2030-01-01")));
  CHECK(open[1].period.contains(*parse_date("2030-01-01")));
  CHECK_FALSE(open[1].period.contains(*parse_date("2019-01-01")));
  // Of a single version whose first day is not known nothing is said about earlier days.
  CHECK(lives_of(law_of("茶法", {version_of("2024-05-06")}))[0].period.contains(*parse_date("1990-01-01")));
}

TEST_CASE("Every article of the shared statutes is read, if they are there", "[statute]") {
  const fs::path shared = fs::path(PROJECT_SOURCE_DIR) / "../shared/legal/statutes";
  if (!fs::is_directory(shared)) {
    WARN("skipped: there is no " << shared);
    return;
  }
  for (const auto& file : fs::directory_iterator(shared)) {
    if (file.path().extension() != ".md" || file.path().filename() == "README.md") {
      continue;
    }
    std::ifstream in(file.path(), std::ios::binary);
    const StatuteText statute = read_statute(std::string(std::istreambuf_iterator<char>(in), {}));
    INFO(file.path().filename());
    REQUIRE_FALSE(statute.articles.empty());
    int next = 1;
    for (const auto& entry : statute.articles) {
      CHECK(entry.first.number == (entry.first.inserted > 0 ? next - 1 : next));
      next += entry.first.inserted > 0 ? 0 : 1;
    }
  }
}

}  // namespace siqingdan
