// The cells of one row of a history file, each read by its own rule.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "facts/vocabulary.h"
#include "history/prior_record.h"
#include "law/catalogue.h"

namespace siqingdan {

// Without the blanks around it, narrow or wide, and in normal form C.
std::string trimmed(std::string_view cell);

// `2025-12-09`, `2025/12/9`, `2025.12.9` or `2025年12月9日`: year, month, day, and nothing else.
std::optional<Date> parse_record_date(std::string_view cell);

// Each function puts what the cell says into the record, or into `wrong` what is the matter with it.
class Cells {
 public:
  Cells(const Fact& kinds, const Catalogue& catalogue, Date today);

  void party(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const;
  void offence(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const;
  void date(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const;
  void kind(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const;
  void document(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const;

 private:
  Text near_offence(const std::string& cell) const;

  const Fact& kinds_;
  const Catalogue& catalogue_;
  Date today_;
  std::map<std::string, std::vector<std::string>> offences_;  // ids by exact title
  std::vector<std::string> offence_words_;                    // ids and titles
};

}  // namespace siqingdan
