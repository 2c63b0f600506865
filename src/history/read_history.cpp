#include "history/read_history.h"

#include <array>
#include <map>

#include "base/suggest.h"
#include "base/unicode.h"
#include "history/csv.h"
#include "history/read_cells.h"

namespace siqingdan {
namespace {

struct Column {
  const char* chinese;
  const char* english;
};
enum : std::size_t { kParty, kOffence, kDate, kKind, kDocument, kColumns };
constexpr std::array<Column, kColumns> kHeadings = {{{"当事人代码", "party"},
                                                     {"案由", "offence"},
                                                     {"决定日期", "date"},
                                                     {"决定种类", "kind"},
                                                     {"文号", "document"}}};

std::vector<std::string> headings() {
  std::vector<std::string> all;
  for (const Column& column : kHeadings) {
    all.insert(all.end(), {column.chinese, column.english});
  }
  return all;
}

// Where in a row each column stands; nothing if one is missing or stands twice.
class Layout {
 public:
  static std::optional<Layout> of(const CsvRow& heading, const std::string& path, Issues& issues) {
    const Place place{path, heading.line, 1};
    Layout layout(heading.fields.size());
    bool sound = heading.sound;
    for (std::size_t i = 0; i < heading.fields.size(); ++i) {
      sound = layout.take(trimmed(heading.fields[i]), i, place, issues) && sound;
    }
    for (std::size_t c = 0; c < kColumns && heading.sound; ++c) {
      if (layout.at_[c] == kNowhere) {
        sound = false;
        issues.error("missing-column", place,
                     say("没有“{0}”这一列", "there is no column `{1}` ({0})",
                         std::string(kHeadings[c].chinese), std::string(kHeadings[c].english)),
                     {"第一行写列名,列与列用英文逗号隔开",
                      "the first line has the headings, divided by commas"});
      }
    }
    return sound ? std::optional<Layout>(layout) : std::nullopt;
  }

  std::size_t width() const { return width_; }
  std::string cell(const CsvRow& row, std::size_t column) const { return trimmed(row.fields[at_[column]]); }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  explicit Layout(std::size_t width) : width_(width) { at_.fill(kNowhere); }

  bool take(const std::string& heading, std::size_t i, const Place& place, Issues& issues) {
    for (std::size_t c = 0; c < kColumns; ++c) {
      if (heading != kHeadings[c].chinese && heading != kHeadings[c].english) {
        continue;
      }
      if (at_[c] != kNowhere) {
        issues.error("given-twice", place, say("“{}”这一列写了两次", "the column `{}` stands twice", heading),
                     {"只留一列", "keep one of them"});
        return false;
      }
      at_[c] = i;
      return true;
    }
    if (!heading.empty()) {
      issues.warning("unread-column", place,
                     say("“{}”这一列不读", "the column `{}` is not read", visible(heading)),
                     suggestion(heading, headings()));
    }
    return true;
  }

  std::array<std::size_t, kColumns> at_{};
  std::size_t width_;
};

class HistoryReader {
 public:
  HistoryReader(const SourceFile& file, const std::string& bureau, const Fact& kinds,
                const Catalogue& catalogue, Date today, Issues& issues)
      : path_(file.path), bureau_(bureau), cells_(kinds, catalogue, today), issues_(issues) {}

  HistoryFile read(const std::vector<CsvRow>& rows) {
    HistoryFile result;
    if (rows.empty()) {
      issues_.error("empty-file", {path_, 0, 0}, {"文件是空的", "the file is empty"},
                    {"第一行应当是列名", "the first line should have the headings"});
      return result;
    }
    const auto layout = Layout::of(rows.front(), path_, issues_);
    result.readable = layout.has_value();
    result.read = rows.size() - 1;
    if (!layout) {
      result.bad = result.read;
      return result;
    }
    for (std::size_t i = 1; i < rows.size(); ++i) {
      take(rows[i], *layout, result);
    }
    return result;
  }

 private:
  void take(const CsvRow& row, const Layout& layout, HistoryFile& result) {
    const Place place{path_, row.line, 1};
    Issues wrong;
    PriorRecord record = this->record(row, layout, place, wrong);
    if (row.sound && !wrong.has_errors()) {
      keep(std::move(record), row.line, place, wrong, result);
    }
    result.bad += !row.sound || wrong.has_errors() ? 1U : 0U;
    issues_.append(wrong);
  }

  // A record that can be read, unless an earlier row says the same or contradicts it (an error).
  void keep(PriorRecord record, int line, const Place& place, Issues& wrong, HistoryFile& result) {
    if (const auto [same, is_new] = lines_.emplace(key_of(record), line); !is_new) {
      ++result.repeated;
      wrong.warning("repeated-row", place,
                    say("与第 {} 行相同,只算一次", "the same as line {}; counted once", same->second));
    } else if (!contradicts(record, line, place, wrong)) {
      result.records.push_back(std::move(record));
    }
  }

  PriorRecord record(const CsvRow& row, const Layout& layout, const Place& place, Issues& wrong) const {
    PriorRecord record;
    if (!row.sound) {
      return record;
    }
    if (row.fields.size() != layout.width()) {
      wrong.error("wrong-number-of-fields", place,
                  say("有 {0} 列,列名有 {1} 列", "{0} fields where the heading has {1}", row.fields.size(),
                      layout.width()),
                  {"内容里有逗号的用英文双引号括起", "put fields with a comma in double quotes"});
      return record;
    }
    record.bureau = bureau_;
    record.source = fmt::format("{}:{}", path_, row.line);
    cells_.party(layout.cell(row, kParty), place, record, wrong);
    cells_.offence(layout.cell(row, kOffence), place, record, wrong);
    cells_.date(layout.cell(row, kDate), place, record, wrong);
    cells_.kind(layout.cell(row, kKind), place, record, wrong);
    cells_.document(layout.cell(row, kDocument), place, record, wrong);
    return record;
  }

  // One document decides once of a party's offence.
  bool contradicts(const PriorRecord& record, int line, const Place& place, Issues& wrong) {
    if (record.document.empty()) {
      return false;
    }
    const auto [earlier, is_new] = documents_.emplace(std::array{record.document, record.party,
                                                                 record.offence, record.other},
                                                      line);
    if (!is_new) {
      wrong.error("rows-disagree", place,
                  say("文号 `{0}` 的日期或者种类与第 {1} 行不同",
                      "`{0}` has another date or kind than in line {1}", record.document, earlier->second),
                  {"两行里留对的那一行", "keep the one of the two that is right"});
    }
    return !is_new;
  }

  const std::string& path_;
  const std::string& bureau_;
  Cells cells_;
  Issues& issues_;
  std::map<std::string, int> lines_;                         // by key_of
  std::map<std::array<std::string, 4>, int> documents_;
};

}  // namespace

HistoryFile read_history(const SourceFile& file, const std::string& bureau, const Fact& kinds,
                         const Catalogue& catalogue, Date today, Issues& issues) {
  Issues found;
  const auto rows = read_csv(file, found);
  HistoryFile result = rows ? HistoryReader(file, bureau, kinds, catalogue, today, found).read(*rows)
                            : HistoryFile{};
  found.sort_by_place();
  issues.append(found);
  return result;
}

bool is_sound(const CompleteSpan& span, Date today, Issues& issues) {
  const Place nowhere{"--complete-from", 0, 0};
  const std::size_t before = issues.all().size();
  if (trimmed(span.bureau).empty() || has_control_characters(span.bureau)) {
    issues.error("missing-bureau", {"--bureau", 0, 0},
                 {"没有写明是哪个机关的记录", "it is not said whose records they are"});
  }
  if (span.last < span.first) {
    issues.error("date-order", nowhere,
                 say("完整的起始日 {0} 晚于截止日 {1}", "complete from {0}, which is after {1}",
                     to_text(span.first), to_text(span.last)));
  }
  if (span.last > today) {
    issues.error("date-in-future", {"--complete-until", 0, 0},
                 say("截止日 {0} 晚于今天 {1}", "{0} is after today, {1}", to_text(span.last),
                     to_text(today)),
                 {"写导出记录之日或者更早", "give the day of the export, or an earlier one"});
  }
  return issues.all().size() == before;
}

}  // namespace siqingdan
