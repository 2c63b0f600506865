// What characters and pairs of characters say for and against statements of facts, learned from the labelled
// texts of the rule base (rules/labelled.h).
//
// Two planes for each claim, which is a fact with a value, or with any value if it is a quantity: one for the
// whole text (do such texts mean the claim?), learned from all texts; one for the words that state it and
// those around them (do such words mean it?), learned from the statements found in the texts. What is
// believed from where on is found on texts that were left out of learning (decision 0016).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/vocabulary.h"
#include "match/fact_statements.h"
#include "match/plane_table.h"
#include "rules/labelled.h"

namespace siqingdan {

// The bytes. The same rules give the same bytes. Takes seconds.
std::string learn_fact_evidence(const std::vector<Labelled>& labelled, const Vocabulary& vocabulary,
                                const FactWords& words);

struct Claim {
  std::uint32_t fact = kNoFact;
  std::uint32_t any = 0;  // 1: whatever the value
  std::int64_t value = 0;

  friend auto operator<=>(const Claim&, const Claim&) = default;
};

Claim claim_of(const Vocabulary& vocabulary, const Statement& statement);

// From where on a claim is believed, in the hundredths of Belief.
struct Threshold {
  std::int32_t certain = 0;  // that of statements that are certain
  std::int32_t doubtful = 0;  // that of the others
};

// What a statement is judged by: the words before it, its own, the words behind it, and its place among all
// statements of the text (match/fact_place.h).
inline constexpr std::size_t kNearParts = 4;
std::vector<FeatureCounts> near_parts(std::u32string_view folded, const Statement& statement,
                                      FeatureCounts place);

class FactEvidence {
 public:
  FactEvidence() = default;  // nothing was learned
  // `bytes` must outlive this; none: nothing was learned.
  explicit FactEvidence(std::string_view bytes);

  const PlaneTable& table() const { return table_; }

  // Of the claim that a statement makes; nothing: too few texts speak of it.
  struct Taught {
    std::uint32_t plane = 0;  // of the whole text; after it come those of near_parts
    Threshold threshold;
  };
  std::optional<Taught> find(const Statement& statement) const;

 private:
  PlaneTable table_;
  std::vector<Claim> claims_;  // ascending, each with 1 + kNearParts planes
  std::vector<Threshold> thresholds_;  // beside them
};

}  // namespace siqingdan
