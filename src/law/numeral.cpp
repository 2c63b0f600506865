#include "law/numeral.h"

#include <array>

namespace siqingdan {
namespace {

constexpr int kLargest = 9999;

struct Sign {
  std::string_view text;
  int value;
};

constexpr std::array kChinese = {Sign{"零", 0}, Sign{"〇", 0}, Sign{"○", 0},  Sign{"一", 1}, Sign{"二", 2},
                                 Sign{"两", 2}, Sign{"三", 3}, Sign{"四", 4}, Sign{"五", 5}, Sign{"六", 6},
                                 Sign{"七", 7}, Sign{"八", 8}, Sign{"九", 9}};
constexpr std::array kUnits = {Sign{"十", 10}, Sign{"百", 100}, Sign{"千", 1000}};
constexpr std::array kFullWidth = {Sign{"０", 0}, Sign{"１", 1}, Sign{"２", 2}, Sign{"３", 3}, Sign{"４", 4},
                                   Sign{"５", 5}, Sign{"６", 6}, Sign{"７", 7}, Sign{"８", 8}, Sign{"９", 9}};

template <std::size_t N>
const Sign* sign_at(std::string_view text, const std::array<Sign, N>& signs) {
  for (const Sign& sign : signs) {
    if (text.starts_with(sign.text)) {
      return &sign;
    }
  }
  return nullptr;
}

std::optional<Numeral> numeral(int value, std::size_t bytes) {
  return value < 1 || value > kLargest ? std::nullopt : std::optional(Numeral{value, bytes});
}

std::optional<Numeral> arabic(std::string_view text) {
  int value = 0;
  std::size_t at = 0;
  while (at < text.size() && value <= kLargest) {
    if (text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at] - '0');
      ++at;
    } else if (const Sign* sign = sign_at(text.substr(at), kFullWidth)) {
      value = value * 10 + sign->value;
      at += sign->text.size();
    } else {
      break;
    }
  }
  return numeral(value, at);
}

// 二百零五 by its units, 二〇五 digit by digit.
std::optional<Numeral> chinese(std::string_view text) {
  int total = 0;
  int digits = -1;  // those since the last unit
  std::size_t at = 0;
  while (at < text.size() && total + digits <= kLargest) {
    if (const Sign* digit = sign_at(text.substr(at), kChinese)) {
      digits = (digits < 0 ? 0 : digits * 10) + digit->value;
      at += digit->text.size();
    } else if (const Sign* unit = sign_at(text.substr(at), kUnits)) {
      total += (digits < 0 ? 1 : digits) * unit->value;
      digits = -1;
      at += unit->text.size();
    } else {
      break;
    }
  }
  return numeral(total + (digits < 0 ? 0 : digits), at);
}

}  // namespace

std::optional<Numeral> leading_numeral(std::string_view text) {
  const auto number = arabic(text);
  return number ? number : chinese(text);
}

}  // namespace siqingdan
