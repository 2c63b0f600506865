// Whether the provisions a rule base cites are there, in the texts of the law of the days they are cited for.

#pragma once

#include <string>
#include <vector>

#include "law/statute_texts.h"
#include "rules/citations.h"

namespace siqingdan {

struct CitationCheck {
  enum class Verdict { checked, missing, no_text };

  const Cited* cited = nullptr;
  Verdict verdict = Verdict::no_text;
  std::vector<std::string>
      texts;  // files: of `missing` those that lack the provision, else those that were read
  Text why;  // of `checked` mostly empty: what could not be checked
};

// One check for each citation, in their order. Every version of the law whose life overlaps the days the
// citation counts must have the provision, as far as the folder has its text.
std::vector<CitationCheck> check_citations(const std::vector<Cited>& citations, const Catalogue& catalogue,
                                           const StatuteTexts& texts);

}  // namespace siqingdan
