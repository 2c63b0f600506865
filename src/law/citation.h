// Where a provision stands: law, article, paragraph, item.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "json/object.h"

namespace siqingdan {

struct Citation {
  std::string law;    // a key of the catalogue
  int article = 0;    // 条; 0: the law as a whole
  int paragraph = 0;  // 款; 0: the article as a whole
  int item = 0;       // 项; 0: not an item
  std::string says;   // what it means, in our own words; may be empty
  std::optional<Date> from;   // the numbering holds from this day …
  std::optional<Date> until;  // … and no longer on this one

  bool holds_on(Date day) const { return (!from || *from <= day) && (!until || day < *until); }
  bool same_place(const Citation& other) const {
    return law == other.law && article == other.article && paragraph == other.paragraph && item == other.item;
  }
};

// Reads one citation. Whether the law exists is for the catalogue to say (law/catalogue.h).
Citation read_citation(const json::Context& context, const json::Node& node);

// `第N条第N款第(N)项`; empty for a law as a whole.
std::string provision_in_chinese(const Citation& citation);

// `art. 20(1)(1)`.
std::string provision_in_english(const Citation& citation);

// 0 to 9999 in Chinese numerals: 一百一十二.
std::string chinese_numeral(int number);

}  // namespace siqingdan
