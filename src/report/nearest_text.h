// The short block below a refused question: 差在哪里.

#pragma once

#include <string>

#include "decide/nearest.h"
#include "report/language.h"

namespace siqingdan {

// Nothing where the question was not refused. Lines end with a newline.
std::string nearest_text(const Decision& decision, const QuestionAnswer& answer,
                         std::optional<std::size_t> measure, const Style& style);

// The same as Markdown, with every way.
std::string nearest_markdown(const Decision& decision, const QuestionAnswer& answer,
                             std::optional<std::size_t> measure, const Style& style);

}  // namespace siqingdan
