#include "base/moment.h"

#include <fmt/format.h>

#include "base/date.h"

namespace siqingdan {
namespace {

// Two digits below `limit`.
std::optional<int> two_digits(std::string_view text, int limit) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!digit(text[0]) || !digit(text[1])) {
    return std::nullopt;
  }
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  return value < limit ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  // 2026-11-23T09:30:00+08:00
  // 0         10        20
  constexpr std::size_t kLength = 25;
  if (text.size() != kLength || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[22] != ':' ||
      (text[19] != '+' && text[19] != '-')) {
    return std::nullopt;
  }
  const auto day = parse_date(text.substr(0, 10));
  const auto hour = two_digits(text.substr(11), 24);
  const auto minute = two_digits(text.substr(14), 60);
  const auto second = two_digits(text.substr(17), 60);
  const auto offset_hours = two_digits(text.substr(20), 24);
  const auto offset_minutes = two_digits(text.substr(23), 60);
  if (!day || !hour || !minute || !second || !offset_hours || !offset_minutes) {
    return std::nullopt;
  }
  const auto offset = std::chrono::hours{*offset_hours} + std::chrono::minutes{*offset_minutes};
  const Moment local = *day + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
                       std::chrono::seconds{*second};
  return text[19] == '+' ? local - offset : local + offset;
}

std::string to_utc_text(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{moment - day};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace siqingdan
