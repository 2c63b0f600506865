// The published figures for people and for programs.

#pragma once

#include "base/date.h"
#include "json/value_fwd.h"
#include "record/figures.h"
#include "report/language.h"

namespace siqingdan {

// `siqingdan/stats/1`
json::Value to_json(const Figures& figures, const Filter& filter, Date on);

// `meant` says which decisions were meant, in the language; empty: all of them.
std::string to_text(const Figures& figures, const std::string& meant, Date on, const Style& style);

}  // namespace siqingdan
