// Deadlines that moved, in words.

#pragma once

#include "base/text.h"
#include "decide/recount.h"
#include "record/clocks.h"

namespace siqingdan {

// `复查 3 SJ-2026-0017 核查完毕…: 2026-12-09 → 2026-12-30`
Text moved_text(const RunningClock& before, const ClockChange& change);

// How far a period can be extended and whether it can be paused, by whom, on which article.
Text limits_text(const Recounted& clock, const Catalogue& catalogue, Date on);

}  // namespace siqingdan
