#include "history/read_history.h"

#include <catch2/catch.hpp>

#include "history/read_cells.h"
#include "rules/builtin.h"

namespace siqingdan {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kHeading = "当事人代码,案由,决定日期,决定种类,文号\n";
constexpr const char* kGood = "91350100M000100Y43,food.expired,2025-12-09,行政处罚,松处1号\n";

const RuleSet& rules() {
  static const RuleSet all = builtin_rules();
  return all;
}

struct Read : HistoryFile {
  Lines issues;  // `line: code`
  Issues all;
};

Read read(const std::string& text) {
  Read result;
  const Fact& kinds = rules().vocabulary.facts[rules().vocabulary.find("first_offence")];
  static_cast<HistoryFile&>(result) = read_history({"h.csv", text}, "松江局", kinds, rules().catalogue,
                                                   *parse_date("2026-11-23"), result.all);
  for (const Issue& issue : result.all.all()) {
    result.issues.push_back(std::to_string(issue.place.line) + ": " + issue.code);
  }
  return result;
}

TEST_CASE("A row of a bureau's records is read, in Chinese or English, in any order of columns",
          "[history]") {
  const std::string title = rules().catalogue.offences.at("food.expired").title;
  for (const std::string& text :
       {std::string(kHeading) + kGood,
        "\xEF\xBB\xBF文号,决定种类,决定日期,案由,当事人代码\r\n松处1号,处罚,2025年12月9日," + title +
            ",91350100m000100y43\r\n",
        std::string("party,offence,date,kind,document\n91350100M000100Y43, food.expired ,2025/12/9,penalty,"
                    "\"松处1号\"\n")}) {
    INFO(text);
    const Read file = read(text);
    CHECK(file.issues.empty());
    REQUIRE(file.records.size() == 1);
    const PriorRecord& record = file.records[0];
    CHECK(record.party == "91350100M000100Y43");
    CHECK(record.offence == "food.expired");
    CHECK(record.other.empty());
    CHECK(to_text(record.on) == "2025-12-09");
    CHECK(record.kind == "penalty");
    CHECK(record.document == "松处1号");
    CHECK(record.bureau == "松江局");
    CHECK(record.source == "h.csv:2");
    CHECK(key_of(record) == key_of(read(std::string(kHeading) + kGood).records[0]));
    CHECK(file.can_be_complete());
  }
}

TEST_CASE("Every bad row is reported with all that is wrong with it, and none is lost", "[history]") {
  const Read file = read(std::string(kHeading) + kGood +
                         "91350100M000100Y44,food.expird,2025-13-09,罚款,\n"
                         "\n"
                         "91350100M000100Y43,food.expired,2027-01-01,不予立案,\"松立\n2号\"\n"
                         "91350100M000100Y43,food.expired\n"
                         "91350100M000100Y43,fo\"od,2025-12-09,行政处罚,x\n"
                         "91110000600037341L,其他:无证经营,2025-01-05,no_filing,无\n"
                         "91110000600037341L,other: 无证经营,2025-01-06,no_filing,none\n");
  CHECK(file.issues == Lines{"3: party-code-check-digit", "3: unknown-offence", "3: bad-date",
                             "3: unknown-kind", "3: empty-field", "5: date-in-future", "5: bad-field",
                             "7: wrong-number-of-fields", "8: bad-csv"});
  CHECK(file.read == 7);
  CHECK(file.bad == 4);
  CHECK(file.repeated == 0);
  REQUIRE(file.records.size() == 3);
  CHECK(file.records[1].offence.empty());
  CHECK(file.records[1].other == "无证经营");
  CHECK(file.records[1].document.empty());
  CHECK(file.read == file.records.size() + file.bad + file.repeated);
  CHECK_FALSE(file.can_be_complete());
}

TEST_CASE("An unknown offence is told with the nearest, and with what to write instead", "[history]") {
  const auto hint = [](const std::string& offence) {
    const Read file = read(std::string(kHeading) + "91350100M000100Y43," + offence +
                           ",2025-12-09,行政处罚,x\n");
    REQUIRE(file.all.all().size() == 1);
    return file.all.all()[0].hint.en;
  };
  const std::string otherwise = "for one the catalogue does not have, write `other:` and its name";
  CHECK(hint("food.expird") == "did you mean `food.expired`? " + otherwise);
  CHECK(hint("天马行空无此案由") == otherwise);
}

TEST_CASE("The same row twice counts once; two rows that disagree do not both stand", "[history]") {
  const Read file = read(std::string(kHeading) + kGood + kGood +
                         "91350100M000100Y43,food.expired,2025-12-10,行政处罚,松处1号\n"
                         "91350100M000100Y43,food.adulterated,2025-12-09,行政处罚,松处1号\n");
  CHECK(file.issues == Lines{"3: repeated-row", "4: rows-disagree"});
  CHECK(file.read == 4);
  CHECK(file.records.size() == 2);
  CHECK(file.repeated == 1);
  CHECK(file.bad == 1);
}

TEST_CASE("A heading that cannot be used is told; all rows are bad then", "[history]") {
  const auto [heading, issues] = GENERATE(table<std::string, Lines>({
      {"当事人代码,案由,决定日期,文号", {"1: missing-column"}},
      {"当事人代码;案由;决定日期;决定种类;文号",
       {"1: unread-column", "1: missing-column", "1: missing-column", "1: missing-column",
        "1: missing-column", "1: missing-column"}},
      {"当事人代码,party,案由,决定日期,决定种类,文号", {"1: given-twice"}},
  }));
  INFO(heading);
  const Read file = read(heading + "\n" + kGood);
  CHECK(file.issues == issues);
  CHECK_FALSE(file.readable);
  CHECK(file.read == 1);
  CHECK(file.bad == 1);
  CHECK_FALSE(file.can_be_complete());
}

TEST_CASE("A column of its own is left out, and that is told", "[history]") {
  const Read file = read(
      "当事人代码,当事人,案由,决定日期,决定种类,文号\n"
      "91350100M000100Y43,某店,food.expired,2025-12-09,行政处罚,x\n");
  CHECK(file.issues == Lines{"1: unread-column"});
  CHECK(file.records.size() == 1);
  CHECK(file.can_be_complete());
}

TEST_CASE("An empty file, one of another encoding and one with a heading only are told apart", "[history]") {
  CHECK(read("").issues == Lines{"0: empty-file"});
  CHECK(read("\xB0\xB8\xD3\xC9\n").issues == Lines{"1: not-utf-8"});
  CHECK_FALSE(read("\xB0\xB8\xD3\xC9\n").can_be_complete());
  CHECK(read(kHeading).can_be_complete());
}

TEST_CASE("A date is year, month and day, and nothing else", "[history]") {
  for (const char* good : {"2025-12-09", "2025/12/9", "2025.12.9", "2025年12月9日", "2025-12-9"}) {
    INFO(good);
    CHECK(parse_record_date(good) == parse_date("2025-12-09"));
  }
  for (const char* bad : {"", "2025-12", "25/12/9", "9/12/2025", "2025-13-09", "2025-02-29", "2025/12-9",
                          "2025-12-09 10:00", "20251209", "2025年12月9", "2025-012-9", "46000"}) {
    INFO(bad);
    CHECK_FALSE(parse_record_date(bad));
  }
}

TEST_CASE("A declaration that cannot be true is refused", "[history]") {
  const auto faults = [](const CompleteSpan& span) {
    Issues issues;
    const bool sound = is_sound(span, *parse_date("2026-11-23"), issues);
    CHECK(sound == issues.all().empty());
    Lines codes;
    for (const Issue& issue : issues.all()) {
      codes.push_back(issue.code);
    }
    return codes;
  };
  const auto day = [](const char* text) { return *parse_date(text); };
  CHECK(faults({"松江局", day("2021-01-01"), day("2026-11-23")}).empty());
  CHECK(faults({"松江局", day("2021-01-01"), day("2026-11-24")}) == Lines{"date-in-future"});
  CHECK(faults({" ", day("2021-01-02"), day("2021-01-01")}) == Lines{"missing-bureau", "date-order"});
}

}  // namespace
}  // namespace siqingdan
