// A decision as an officer reads it on a terminal: the four questions in order, the law beside each reason,
// then what to ask, then what to do by when, then what not to overlook.

#pragma once

#include <string>

#include "decide/decision.h"
#include "report/language.h"

namespace siqingdan {

std::string to_text(const Decision& decision, const Style& style);

}  // namespace siqingdan
