// The place of a statement among all statements of its text.

#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "match/dictionary.h"
#include "match/fact_statements.h"

namespace siqingdan {

class FactPlaces {
 public:
  // `all` must outlive this. `text_size`: characters of the folded text.
  FactPlaces(const std::vector<Statement>& all, std::size_t text_size);

  // Whether it comes first, last or alone among the values that are stated of its fact, at the beginning or
  // the end of the text, and of what other facts something is certain, in the same words or elsewhere; as
  // features that are no characters.
  FeatureCounts of(const Statement& statement) const;

 private:
  // Where the first (or last) statement of a fact begins, and the first (last) of those with another value.
  struct End {
    const Statement* one = nullptr;
    const Statement* other = nullptr;
  };
  static void extend(End& end, const Statement& statement, bool (*nearer)(std::size_t, std::size_t));
  static const Statement* other_than(std::int64_t value, const End& end);

  std::size_t text_size_;
  std::map<FactId, End> first_;
  std::map<FactId, End> last_;
  std::vector<const Statement*> certain_;
};

}  // namespace siqingdan
