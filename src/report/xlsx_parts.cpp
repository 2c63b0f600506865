#include "report/xlsx_parts.h"

#include <algorithm>

#include "report/plain_text.h"

namespace siqingdan::xlsx {
namespace {

constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006";
constexpr const char* kContent = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// A spreadsheet counts in doubles and shows 15 digits.
constexpr std::int64_t kLargestExact = 999'999'999'999'999;

// Spreadsheets number the days, with 29 February 1900 among them, which never was; from the day after it on
// their number is that of days since 1899-12-30.
constexpr Date kDayZero{std::chrono::year{1899} / std::chrono::December / 30};
constexpr Date kFirstCountedRightly{std::chrono::year{1900} / std::chrono::March / 1};

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// Is there `_x0041_` at this place?
bool is_escape(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  return text.size() - at >= kLength && text[at + 1] == 'x' && text[at + 6] == '_' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
}

void add_text_cell(std::string_view text, const std::string& place, int style, std::string& out) {
  out += fmt::format("<c r=\"{}\"", place);
  if (style != kPlain) {
    out += fmt::format(" s=\"{}\"", style);
  }
  out += " t=\"inlineStr\"><is><t xml:space=\"preserve\">";
  out += xml_text(text);
  out += "</t></is></c>";
}

std::string relationships(std::initializer_list<std::pair<const char*, const char*>> targets) {
  std::string xml = fmt::format("{}<Relationships xmlns=\"{}/relationships\">", kDeclaration, kPackage);
  int id = 0;
  for (const auto& [kind, target] : targets) {
    xml += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/{}\" Target=\"{}\"/>", ++id, kRelation, kind,
                       target);
  }
  return xml + "</Relationships>";
}

std::string content_types() {
  const auto part = [](const char* path, const char* kind) {
    return fmt::format("<Override PartName=\"/{}\" ContentType=\"{}.{}+xml\"/>", path, kContent, kind);
  };
  return fmt::format("{}<Types xmlns=\"{}/content-types\">", kDeclaration, kPackage) +
         "<Default Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
         part("xl/workbook.xml", "sheet.main") + part(kSheetPath, "worksheet") +
         part("xl/styles.xml", "styles") + "</Types>";
}

std::string styles() {
  constexpr int kFirstOwnFormat = 164;  // those below are the spreadsheet's
  const auto format = [](int number, int font, const char* more) {
    return fmt::format("<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"0\" borderId=\"0\" xfId=\"0\"{}/>", number,
                       font, more);
  };
  return fmt::format("{}<styleSheet xmlns=\"{}\">", kDeclaration, kMain) +
         fmt::format("<numFmts count=\"1\"><numFmt numFmtId=\"{}\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>",
                     kFirstOwnFormat) +
         "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
         "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
         "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
         "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
         "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
         "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
         "borderId=\"0\"/></cellStyleXfs>"
         "<cellXfs count=\"3\">" +
         format(0, 0, "") + format(0, 1, " applyFont=\"1\"") +
         format(kFirstOwnFormat, 0, " applyNumberFormat=\"1\"") +
         "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles>"
         "</styleSheet>";
}

}  // namespace

std::string column_name(std::size_t column) {
  constexpr std::size_t kLetters = 26;
  std::string name(1, static_cast<char>('A' + column % kLetters));
  return column < kLetters ? name : column_name(column / kLetters - 1) + name;
}

std::string xml_text(std::string_view text) {
  const std::string plain = plain_text(text);
  std::string out;
  out.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::string_view rest = std::string_view(plain).substr(i);
    if (plain[i] == '&') {
      out += "&amp;";
    } else if (plain[i] == '<') {
      out += "&lt;";
    } else if (plain[i] == '>') {
      out += "&gt;";
    } else if (plain[i] == '"') {
      out += "&quot;";
    } else if (plain[i] == '_' && is_escape(plain, i)) {
      out += "_x005F_";
    } else if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
      out += plain[i + 2] == '\xBE' ? "\\ufffe" : "\\uffff";
      i += 2;
    } else {
      out += plain[i];
    }
  }
  return out;
}

void add_cell(const Cell& cell, const std::string& place, int style, std::string& out) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    add_text_cell(*text, place, style, out);
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    if (*number > kLargestExact || *number < -kLargestExact) {
      add_text_cell(std::to_string(*number), place, style, out);
    } else {
      out += fmt::format("<c r=\"{}\"><v>{}</v></c>", place, *number);
    }
  } else if (const auto* date = std::get_if<Date>(&cell)) {
    if (*date < kFirstCountedRightly) {
      add_text_cell(to_text(*date), place, style, out);
    } else {
      out += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", place, kDateStyle, (*date - kDayZero).count());
    }
  }
}

std::vector<Part> fixed_parts() {
  return {{"[Content_Types].xml", content_types()},
          {"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})},
          {"xl/_rels/workbook.xml.rels",
           relationships({{"worksheet", "worksheets/sheet1.xml"}, {"styles", "styles.xml"}})},
          {"xl/styles.xml", styles()}};
}

Part workbook_part(const std::string& title, const std::string& last_cell) {
  const std::size_t digits = last_cell.find_first_of("0123456789");
  const std::string range = fmt::format("'{}'!$A$1:${}${}", title, last_cell.substr(0, digits),
                                        last_cell.substr(digits));
  return {"xl/workbook.xml",
          fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\">", kDeclaration, kMain, kRelation) +
              "<bookViews><workbookView/></bookViews>" +
              fmt::format("<sheets><sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets>",
                          xml_text(title)) +
              "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">" +
              xml_text(range) + "</definedName></definedNames></workbook>"};
}

std::string sheet_begin(const std::vector<int>& widths) {
  std::string columns;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    columns += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1,
                           widths[i]);
  }
  return fmt::format("{}<worksheet xmlns=\"{}\">", kDeclaration, kMain) +
         "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">"
         "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
         "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
         "<sheetFormatPr defaultRowHeight=\"15\"/><cols>" +
         columns + "</cols><sheetData>";
}

std::string sheet_end(const std::string& last_cell) {
  return fmt::format("</sheetData><autoFilter ref=\"A1:{}\"/></worksheet>", last_cell);
}

}  // namespace siqingdan::xlsx
