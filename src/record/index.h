// From an entry to the rows of the index that stand for it.

#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "json/node.h"
#include "record/entry.h"
#include "record/tables.h"

namespace siqingdan {

using IndexCell = std::variant<std::monostate, std::int64_t, std::string>;

struct IndexRow {
  TableId table = TableId::decisions;
  std::vector<IndexCell> cells;  // one a column of the table

  std::int64_t key() const { return std::get<std::int64_t>(cells.front()); }
};

// The last number given in the tables that count by themselves.
struct Numbering {
  std::int64_t follow_up = 0;
  std::int64_t prior = 0;
};

struct Indexed {
  std::vector<IndexRow> rows;
  std::string rules;     // digests of what a decision was made with; else empty
  std::string calendar;
};

// What `index_of` and the references between entries need of a body; nothing if it is not JSON.
std::optional<json::Node> read_for_index(const std::string& body);

// The rows of an entry whose body is `root`, numbered on from `numbering`. Nothing if the body is not what
// an entry of its kind must be.
std::optional<Indexed> index_of(const Entry& entry, const json::Node& root, Numbering& numbering);

}  // namespace siqingdan
