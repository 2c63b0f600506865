#include "record/imports.h"

#include <optional>
#include <tuple>

namespace siqingdan {
namespace {

using sqlite::Statement;

// An entry of an import, as far as it tells which others belong to it.
struct Part {
  std::string at;
  std::string who;
  std::string bureau;
  std::string file;
  bool declares = false;
  std::size_t rows = 0;
};

std::optional<Part> part_at(sqlite::Database& file, std::int64_t entry) {
  Statement row(file,
                "select e.at, e.who, i.bureau, i.file, i.from_day is not null,"
                " (select count(*) from priors p where p.entry = i.entry)"
                " from imports i join entries e on e.id = i.entry where i.entry = ?");
  if (!row.bind(entry).next()) {
    return std::nullopt;
  }
  return Part{row.text(0), row.text(1),         row.text(2),
              row.text(3), row.integer(4) != 0, static_cast<std::size_t>(row.integer(5))};
}

// Did one import make both, one after the other? It goes on in another entry where one is full, and declares
// in its first.
bool goes_on(const std::optional<Part>& part, const std::optional<Part>& next) {
  return part && next && part->rows == kRowsOfAnEntry && !next->declares &&
         std::tie(part->at, part->who, part->bureau, part->file) ==
             std::tie(next->at, next->who, next->bureau, next->file);
}

}  // namespace

std::vector<Declared> declarations(sqlite::Database& file) {
  Statement rows(file,
                 "select i.entry, i.bureau, i.from_day, i.until_day, (select min(w.entry) from withdrawals w"
                 " where w.withdrawn = i.entry or (w.entry > i.entry and exists (select 1 from imports j"
                 " join priors p on p.entry = j.entry where j.entry = w.withdrawn and j.bureau = i.bureau"
                 " and p.day between i.from_day and i.until_day)))"
                 " from imports i where i.from_day is not null order by i.entry");
  std::vector<Declared> all;
  while (rows.next()) {
    all.push_back({rows.integer(0),
                   {rows.text(1), date_in(file, rows.text(2)), date_in(file, rows.text(3))},
                   rows.integer(4)});
  }
  return all;
}

std::vector<std::int64_t> entries_of_import(sqlite::Database& file, std::int64_t entry) {
  std::int64_t first = entry;
  while (goes_on(part_at(file, first - 1), part_at(file, first))) {
    --first;
  }
  std::vector<std::int64_t> all = {first};
  while (goes_on(part_at(file, all.back()), part_at(file, all.back() + 1))) {
    all.push_back(all.back() + 1);
  }
  return all;
}

std::string reference_to(std::int64_t import) { return fmt::format(" (log {})", import); }

Date date_in(sqlite::Database& file, const std::string& text) {
  const auto date = parse_date(text);
  if (!date) {
    file.damaged("a row of the history has no date");
  }
  return *date;
}

}  // namespace siqingdan
