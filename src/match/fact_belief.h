// How far the statements of one text are to be believed.

#pragma once

#include <cstdint>
#include <vector>

#include "match/fact_evidence.h"
#include "match/fact_place.h"
#include "match/weighed.h"

namespace siqingdan {

class Belief {
 public:
  // `all` are the statements of the text. All must outlive this.
  Belief(const FactEvidence& evidence, const Folded& text, const std::vector<Statement>& all);

  // How far above the threshold of its claim it is; below 0: it is not to be believed. What the whole text
  // and the words around speak for it counts, each in hundredths: 100 is where the texts lie that mean it,
  // -100 where all others do. Of a claim of which nobody was taught, what is certain is believed, just so.
  std::int64_t of(const Statement& statement) const;

 private:
  std::int64_t of_text(std::uint32_t plane) const;
  std::int64_t of_words(const std::vector<FeatureCounts>& parts, std::uint32_t first_plane) const;

  const FactEvidence& evidence_;
  const Folded& text_;
  FactPlaces places_;
  std::int64_t length_ = 1;
  std::vector<std::int64_t> said_;  // by plane of a whole text, in PlaneTable::kUnit × length_
};

}  // namespace siqingdan
