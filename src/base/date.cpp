#include "base/date.h"

#include <fmt/compile.h>

namespace siqingdan {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) {
    return std::nullopt;
  }
  return Date{date};
}

std::string to_text(Date date) {
  const std::chrono::year_month_day d{date};
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(d.year()),
                     static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

int year_of(Date date) { return static_cast<int>(std::chrono::year_month_day{date}.year()); }

Date add_months(Date date, int months) {
  const std::chrono::year_month_day d{date};
  const auto moved = d + std::chrono::months{months};
  if (moved.ok()) {
    return Date{moved};
  }
  return Date{moved.year() / moved.month() / std::chrono::last};
}

}  // namespace siqingdan
