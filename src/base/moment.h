// A moment as the log writes it: `2026-11-23T09:30:00+08:00`. No clock is read here.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace siqingdan {

using Moment = std::chrono::sys_seconds;

// Reads exactly that form, with a day that parse_date reads and an offset of whole minutes below a day;
// nothing else is a moment.
std::optional<Moment> parse_moment(std::string_view text);

// In universal time: `20261123T013000Z`, the form of calendars (RFC 5545).
std::string to_utc_text(Moment moment);

}  // namespace siqingdan
