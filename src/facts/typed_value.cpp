#include "facts/typed_value.h"

#include <algorithm>
#include <array>

namespace siqingdan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool drop_end(std::string_view& text, std::string_view end) {
  const bool there = !end.empty() && text.size() > end.size() && text.ends_with(end);
  text.remove_suffix(there ? end.size() : 0);
  while (there && text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return there;
}

void drop_start(std::string_view& text, std::string_view start) {
  text.remove_prefix(text.starts_with(start) ? start.size() : 0);
  while (text.starts_with(' ')) {
    text.remove_prefix(1);
  }
}

// `1,500.25` in units of 10 to the power of minus `places`; nothing if it is finer than that, or too large.
std::optional<std::int64_t> decimal(std::string_view text, int places) {
  constexpr std::int64_t kLimit = 100'000'000'000'000;
  std::int64_t value = 0;
  int digits = 0;
  int behind = -1;  // digits behind the point; -1: no point yet
  for (const char c : text) {
    if (c == '.' && behind < 0 && digits > 0) {
      behind = 0;
    } else if (is_digit(c) && behind < places && value < kLimit) {
      value = 10 * value + (c - '0');
      behind += behind < 0 ? 0 : 1;
      ++digits;
    } else if (c != ',' || behind >= 0 || digits == 0) {
      return std::nullopt;
    }
  }
  for (int i = std::max(behind, 0); i < places; ++i) {
    value *= 10;
  }
  const bool whole = digits > 0 && behind != 0 && text.back() != ',';
  return whole && value < kLimit ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> money(std::string_view text) {
  for (const std::string_view sign : {"¥", "rmb", "cny"}) {
    drop_start(text, sign);
  }
  if (drop_end(text, "分") || drop_end(text, "fen")) {
    return decimal(text, 0);
  }
  for (const std::string_view unit :
       {"人民币", "元整", "元", "块钱", "块", "圆", "塊", "圓", "yuan", "rmb"}) {
    if (drop_end(text, unit)) {
      break;
    }
  }
  const bool ten_thousands = drop_end(text, "万") || drop_end(text, "萬");
  return decimal(text, ten_thousands ? 6 : 2);
}

std::optional<std::int64_t> yes_or_no(std::string_view text) {
  if (is_one_of(text, {"y", "yes", "true", "是", "是的", "有", "对", "對"})) {
    return 1;
  }
  if (is_one_of(text, {"n", "no", "false", "否", "不是", "没有", "没", "无", "不", "不对", "沒有", "沒", "無",
                       "不對"})) {
    return 0;
  }
  return std::nullopt;
}

std::optional<std::int64_t> code(const Fact& fact, std::string_view plain, std::string_view typed) {
  for (std::size_t i = 0; i < fact.codes.size(); ++i) {
    if (plain == fact.codes[i] || typed == fact.labels[i] || plain == std::to_string(i + 1)) {
      return static_cast<std::int64_t>(i);
    }
  }
  return std::nullopt;
}

std::optional<std::int64_t> number_of(const Fact& fact, std::string_view plain, Date latest) {
  if (fact.is_yes_or_no()) {
    return yes_or_no(plain);
  }
  if (fact.type == FactType::money) {
    return money(plain);
  }
  if (fact.type == FactType::date) {
    const auto date = typed_date(plain);
    return date && *date <= latest ? std::optional<std::int64_t>(to_number(*date)) : std::nullopt;
  }
  drop_end(plain, fact.unit);
  return decimal(plain, 0);
}

}  // namespace

std::string plain_typed(std::string_view typed) {
  std::string plain;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(typed[i + at]); };
    const bool three = i + 2 < typed.size() && byte(0) >= 0xE3;
    if (three && typed.substr(i, 3) == "\u3000") {
      plain += ' ';
      i += 2;
    } else if (three && typed.substr(i, 3) == "\uFFE5") {
      plain += "¥";
      i += 2;
    } else if (three && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
      // U+FF01 to U+FF5E are ! to ~.
      const unsigned code_point = (0xFU << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
      const bool has_plain = code_point >= 0xFF01 && code_point <= 0xFF5E;
      plain += has_plain ? std::string(1, static_cast<char>(code_point - 0xFEE0))
                         : std::string(typed.substr(i, 3));
      i += 2;
    } else {
      plain += typed[i];
    }
  }
  std::transform(plain.begin(), plain.end(), plain.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  plain.erase(0, plain.find_first_not_of(" \t\r"));
  plain.erase(plain.find_last_not_of(" \t\r") + 1);
  return plain;
}

std::optional<Known> typed_value(const Fact& fact, std::string_view typed, Date latest) {
  const std::string plain = plain_typed(typed);
  if (fact.type == FactType::text) {
    return plain.empty() ? std::nullopt : std::optional(Known{0, std::string(typed), {}, {}});
  }
  const auto number = fact.type == FactType::enumeration ? code(fact, plain, typed)
                                                         : number_of(fact, plain, latest);
  return number ? std::optional(Known{*number, {}, {}, {}}) : std::nullopt;
}

std::optional<bool> typed_yes_or_no(std::string_view typed) {
  const auto yes = yes_or_no(plain_typed(typed));
  return yes ? std::optional(*yes == 1) : std::nullopt;
}

std::optional<Date> typed_date(std::string_view typed) {
  const std::string plain = plain_typed(typed);
  std::array<std::string, 3> parts;
  std::size_t part = 0;
  std::string between;
  for (const char c : plain) {
    if (!is_digit(c)) {
      between += c;
      continue;
    }
    if (!between.empty()) {
      ++part;
      if (part > 2 || parts[0].empty() || !is_one_of(between, {"-", "/", ".", "年", "月"})) {
        return std::nullopt;
      }
      between.clear();
    }
    parts[part] += c;
  }
  if (part != 2 || !is_one_of(between, {"", "日", "号", "號"}) || parts[1].size() > 2 ||
      parts[2].size() > 2) {
    return std::nullopt;
  }
  const auto two = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
  return parse_date(parts[0] + "-" + two(parts[1]) + "-" + two(parts[2]));
}

}  // namespace siqingdan
