// Deadlines that moved, in words.

#pragma once

#include "base/text.h"
#include "decide/recount.h"
#include "record/clocks.h"

namespace siqingdan {

// What a follow-up without a date waits for (decide/clock.h), for people.
Text wait_words(const Vocabulary& vocabulary, const std::string& waiting_for);

// `复查 3 SJ-2026-0017 核查完毕…: 2026-12-09 → 2026-12-30`
Text moved_text(const Vocabulary& vocabulary, const RunningClock& before, const ClockChange& change);

// How far a period can be extended and whether it can be paused, by whom, on which article.
Text limits_text(const Recounted& clock, const Catalogue& catalogue, Date on);

}  // namespace siqingdan
