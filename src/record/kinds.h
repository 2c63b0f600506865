// The kinds of entries, and what stands in the body of each (docs/AUDIT.md has the whole table).

#pragma once

#include <array>
#include <string_view>

namespace siqingdan {

// { "case": …as decided…, "decision": …record/compact.h…, "replaces": { "entry", "because" }? }
inline constexpr const char* kDecision = "decision";
// How a follow-up ended: { "follow_up", "decision", "duty", "outcome", "note", "replaces"? }
inline constexpr const char* kReview = "review";
// What the bureau really decided: { "decision", "question", "decided", "because" }
inline constexpr const char* kOutcome = "outcome";
// The penalty procedure begins anew: { "decision", "review", "duties": […] }
inline constexpr const char* kRestart = "restart";
// What moved a deadline: { "follow_up", "event", "on", "extension", "because", "due"?, "waiting_for" }
inline constexpr const char* kClock = "clock";
// Earlier decisions of a bureau: { "bureau", "from"?, "until"?, "file", "rows": [ { "key", "source", "party",
// "offence", "other", "day", "kind", "document" } ] }; from and until (both belong to it): declared complete
inline constexpr const char* kHistory = "history";
// An import or an event of a clock that was wrong counts no more: { "entry", "because" }
inline constexpr const char* kWithdrawal = "withdrawal";

// How a review can end, and what can happen to a clock (in the order of ClockEvent), as bodies have them.
inline constexpr std::array<std::string_view, 4> kReviewOutcomes = {"done", "rectified", "not_rectified",
                                                                    "reoffended"};
inline constexpr std::array<const char*, 5> kClockEvents = {"start", "extend", "pause", "resume", "recount"};

}  // namespace siqingdan
