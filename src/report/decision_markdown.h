// A decision as a paper for the file: every ground with every reason, in Markdown.

#pragma once

#include <string>

#include "decide/decision.h"
#include "report/language.h"

namespace siqingdan {

std::string to_markdown(const Decision& decision, const Style& style);

}  // namespace siqingdan
