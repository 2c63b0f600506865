// The bytes of CSV and JSON Lines, and the pieces of XLSX. What independent programs read back is in
// tests/read_back.py.

#include "report/sheet.h"

#include <catch2/catch.hpp>

#include "base/failure.h"
#include "report/xlsx_parts.h"
#include "report/zip.h"

namespace siqingdan {
namespace {

const Sheet kOne{{"决定", "decisions"}, {{"party", {"当事人", "party"}}}};
const Sheet kThree{{"决定", "decisions"},
                   {{"id", {"编号", "id"}}, {"party", {"当事人", "party"}}, {"due", {"期限", "due"}}}};

using Rows = std::vector<std::vector<Cell>>;

std::string written(SheetForm form, const Sheet& sheet, const Rows& rows, Language language = Language::zh) {
  std::string bytes;
  const auto out = sheet_writer(form, sheet, language, [&](std::string_view more) { bytes += more; });
  for (const auto& row : rows) {
    out->row(row);
  }
  out->finish();
  return bytes;
}

Date day(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("CSV: mark, headings, CR LF, types", "[sheet]") {
  const Rows rows = {{std::int64_t{1}, "松江某便利店", day("2026-11-23")},
                     {std::int64_t{-5}, nothing, nothing}};
  CHECK(written(SheetForm::csv, kThree, rows) ==
        "\xEF\xBB\xBF编号,当事人,期限\r\n1,松江某便利店,2026-11-23\r\n-5,,\r\n");
  CHECK(written(SheetForm::csv, kThree, {}, Language::en) == "\xEF\xBB\xBFid,party,due\r\n");
  CHECK(written(SheetForm::csv, kOne, {}, Language::zh_hant) == "\xEF\xBB\xBF當事人\r\n");
}

TEST_CASE("CSV: every text is quoted and disarmed as it needs", "[sheet]") {
  struct Row {
    std::string text;
    const char* cell;
  };
  const auto row = GENERATE(values<Row>({
      {"", "\"\""},
      {"a,b", "\"a,b\""},
      {"say \"hi\"", "\"say \"\"hi\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"two\r\nlines", "\"two\nlines\""},
      {"a\tb", "\"a\tb\""},
      {" blank", "\" blank\""},
      {"blank ", "\"blank \""},
      {"<script>alert(1)</script>", "<script>alert(1)</script>"},
      {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
      {"=1,2", "\"'=1,2\""},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "\"'\t=1\""},
      {"\tx", "\"'\tx\""},
      {"\nx", "\"'\nx\""},
      {"\rx", "\\u000dx"},
      {"  =1", "'  =1"},
      {"＝1", "'＝1"},
      {"＋1", "'＋1"},
      {"－1", "'－1"},
      {"＠a", "'＠a"},
      {"\u3000=1", "'\u3000=1"},
      {"\u200B=1", "'\u200B=1"},
      {"\uFEFF=1", "'\uFEFF=1"},
      {"'quoted'", "''quoted'"},
      {"x=1", "x=1"},
      {"a\x1B[2Jb\x01\x7F", "a\\u001b[2Jb\\u0001\\u007f"},
      {std::string("a\0b", 3), "a\\u0000b"},
      {"a\u202Eb", "a\\u202eb"},
  }));
  CAPTURE(row.text);
  CHECK(written(SheetForm::csv, kOne, {{row.text}}) ==
        std::string("\xEF\xBB\xBF当事人\r\n") + row.cell + "\r\n");
}

TEST_CASE("JSON Lines: an object a line, exact", "[sheet]") {
  const Rows rows = {{std::int64_t{9223372036854775807}, "=cmd|' /C calc'!A0", day("2026-11-23")},
                     {nothing, std::string("a\0\x1B\x7F\u0085\u202E\u2028\"\\\r\n\t<b>", 20), nothing}};
  CHECK(written(SheetForm::json_lines, kThree, rows) ==
        R"({"id":9223372036854775807,"party":"=cmd|' /C calc'!A0","due":"2026-11-23"})"
        "\n"
        R"({"id":null,"party":"a\u0000\u001b\u007f\u0085\u202e\u2028\"\\\r\n\t<b>","due":null})"
        "\n");
  CHECK(written(SheetForm::json_lines, kThree, {}).empty());
}

TEST_CASE("XLSX: cells by their type, none of them a formula", "[sheet]") {
  const auto cell = [](const Cell& value) {
    std::string xml;
    xlsx::add_cell(value, "B17", xlsx::kPlain, xml);
    return xml;
  };
  const auto text = [](const std::string& content) {
    return "<c r=\"B17\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + content + "</t></is></c>";
  };
  CHECK(cell(nothing).empty());
  CHECK(cell(std::int64_t{-5}) == "<c r=\"B17\"><v>-5</v></c>");
  CHECK(cell(std::int64_t{999999999999999}) == "<c r=\"B17\"><v>999999999999999</v></c>");
  CHECK(cell(std::int64_t{1000000000000000}) == text("1000000000000000"));
  CHECK(cell(day("2026-11-23")) == "<c r=\"B17\" s=\"2\"><v>46349</v></c>");
  CHECK(cell(day("1900-03-01")) == "<c r=\"B17\" s=\"2\"><v>61</v></c>");
  CHECK(cell(day("1900-02-28")) == text("1900-02-28"));
  CHECK(cell("=1+1") == text("=1+1"));
  CHECK(cell("<script>&\"") == text("&lt;script&gt;&amp;&quot;"));
  CHECK(cell("_x0041_ _x41_ _x0041") == text("_x005F_x0041_ _x41_ _x0041"));
  CHECK(cell("a\x01\r\n\u202E\uFFFE\uFFFF") == text("a\\u0001\n\\u202e\\ufffe\\uffff"));
}

TEST_CASE("XLSX: columns have letters", "[sheet]") {
  CHECK(xlsx::column_name(0) == "A");
  CHECK(xlsx::column_name(25) == "Z");
  CHECK(xlsx::column_name(26) == "AA");
  CHECK(xlsx::column_name(701) == "ZZ");
  CHECK(xlsx::column_name(702) == "AAA");
}

TEST_CASE("XLSX: a text too long for a cell is refused with its place", "[sheet]") {
  CHECK_NOTHROW(written(SheetForm::xlsx, kOne, {{std::string(32767, 'a')}}));
  std::string wide;  // each two units of UTF-16
  for (int i = 0; i < 16384; ++i) {
    wide += "\U0001F600";
  }
  for (const std::string& text : {std::string(32768, 'a'), std::string(5462, '\x01'), wide}) {
    try {
      written(SheetForm::xlsx, kOne, {{"short"}, {text}});
      FAIL("it was written");
    } catch (const Failure& failure) {
      CHECK(failure.exit() == Exit::world);
      CHECK(failure.message().en ==
            "the text of cell A3 has more than 32767 characters, which a spreadsheet cannot hold; use CSV or "
            "JSON "
            "Lines");
    }
  }
}

TEST_CASE("XLSX: one row too many is refused", "[sheet]") {
  const auto out = sheet_writer(SheetForm::xlsx, kOne, Language::zh, [](std::string_view) {});
  for (int i = 0; i < 1'048'575; ++i) {
    out->row({nothing});
  }
  CHECK_THROWS_AS(out->row({nothing}), Failure);
}

TEST_CASE("Every form gives the same bytes for the same rows, and passes on what the sink throws",
          "[sheet]") {
  const auto form = GENERATE(SheetForm::csv, SheetForm::json_lines, SheetForm::xlsx);
  Rows rows;
  for (int i = 0; i < 3000; ++i) {
    rows.push_back({std::int64_t{i}, "松江某便利店 " + std::to_string(i * 7919), day("2026-11-23")});
  }
  CHECK(written(form, kThree, rows) == written(form, kThree, rows));

  const auto out = sheet_writer(form, kThree, Language::zh,
                                [](std::string_view) { throw Failure(same("full")); });
  const auto write_all = [&] {
    for (const auto& row : rows) {
      out->row(row);
    }
    out->finish();
  };
  CHECK_THROWS_AS(write_all(), Failure);
}

TEST_CASE("A row that does not fit its sheet is our mistake", "[sheet]") {
  const auto out = sheet_writer(SheetForm::csv, kThree, Language::zh, [](std::string_view) {});
  CHECK_THROWS_AS(out->row({nothing}), std::logic_error);
  out->finish();
  CHECK_THROWS_AS(out->row({nothing, nothing, nothing}), std::logic_error);
  CHECK_THROWS_AS(out->finish(), std::logic_error);
}

TEST_CASE("An archive of nothing", "[zip]") {
  std::string bytes;
  ZipWriter zip([&](std::string_view more) { bytes += more; });
  zip.finish();
  CHECK(bytes == std::string("PK\x05\x06", 4) + std::string(18, '\0'));
}

}  // namespace siqingdan
