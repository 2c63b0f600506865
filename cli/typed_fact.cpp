#include "typed_fact.h"

#include <algorithm>
#include <array>

#include "base/failure.h"
#include "facts/typed_value.h"
#include "report/traditional.h"

namespace siqingdan::cli {

std::string traditional_or_same(const std::string& simplified) {
  try {
    return to_traditional(simplified);
  } catch (const Failure&) {
    return simplified;  // OpenCC's tables are not there; an interview can do without
  }
}

std::optional<Known> typed_fact(const Vocabulary& vocabulary, const Query& query, const std::string& words,
                                Date latest) {
  const Fact& fact = vocabulary.facts[query.fact];
  if (auto known = typed_value(fact, words, latest)) {
    return known;
  }
  Fact traditional = fact;
  for (std::string& label : traditional.labels) {
    label = traditional_or_same(label);
  }
  return fact.labels.empty() ? std::nullopt : typed_value(traditional, words, latest);
}

bool says_none(const std::string& words) {
  constexpr std::array kNone = {"无", "無", "none", "没有", "沒有", "不打算", "否", "n", "no"};
  const std::string plain = plain_typed(words);
  return std::find(kNone.begin(), kNone.end(), plain) != kNone.end();
}

}  // namespace siqingdan::cli
