// The grounds of one answer, as an officer reads them below it.

#pragma once

#include <string>

#include "decide/decision.h"
#include "report/language.h"

namespace siqingdan {

// Which law was applied where it changed; then the ground that carries the answer with its reasons, or those
// that are nearest to it with what stands in the way or is open. Lines end with a newline.
std::string grounds_text(const Decision& decision, Question question, const Findings& findings,
                         const FactSheet& facts, const Style& style);

}  // namespace siqingdan
