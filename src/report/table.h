// Columns that align with Chinese text.

#pragma once

#include <string>
#include <vector>

namespace siqingdan {

class Table {
 public:
  explicit Table(std::vector<std::string> heads) : rows_{std::move(heads)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.size() < 2; }

  // The head, then the rows, each column as wide as its widest cell; control characters are shown as escapes.
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace siqingdan
