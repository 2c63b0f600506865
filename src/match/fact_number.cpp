#include "match/fact_number.h"

namespace siqingdan {
namespace {

constexpr std::int64_t kScale = 1'000'000;  // six decimals are kept while a number is read
constexpr std::int64_t kLargest = 1'000'000'000'000;  // of what stands before 万 and 亿

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// 零 to 九, 两; -1 for others.
int chinese_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  constexpr std::u32string_view kFormal = U"〇壹贰叁肆伍陆柒捌玖";
  if (c == U'两' || c == U'俩') {
    return 2;
  }
  for (const auto digits : {kDigits, kFormal}) {
    if (const auto found = digits.find(c); found != std::u32string_view::npos) {
      return static_cast<int>(found);
    }
  }
  return -1;
}

std::int64_t unit_of(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    case U'万':
      return 10'000;
    case U'亿':
      return 100'000'000;
    default:
      return 0;
  }
}

class NumberReader {
 public:
  NumberReader(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<SpokenNumber> read() {
    const std::size_t start = at_;
    while (at_ < text_.size() && step()) {
    }
    if (at_ == start || !seen_value_) {
      return std::nullopt;
    }
    finish_digit();
    const std::int64_t value = total_ + section_;
    SpokenNumber number{value / (kScale / 100), at_, certain_ && value % (kScale / 100) == 0, of_myriads_};
    return number;
  }

 private:
  bool step() {
    const char32_t c = text_[at_];
    if (is_digit(c)) {
      return !digit_ && decimal();
    }
    if (const int digit = chinese_digit(c); digit >= 0) {
      return chinese(digit);
    }
    if (const std::int64_t unit = unit_of(c); unit > 0) {
      return take_unit(unit);
    }
    // 两百多块, 三千余元; 几 also stands in the place of a digit.
    if ((c == U'多' || c == U'余' || c == U'来') && last_unit_ >= 10 && !digit_) {
      certain_ = false;
      ++at_;
      return true;
    }
    if ((c == U'几' || c == U'数') && (last_unit_ >= 10 || next_is_unit()) && !digit_) {
      certain_ = false;
      digit_ = kScale;
      seen_value_ = true;
      ++at_;
      return true;
    }
    return false;
  }

  bool next_is_unit() const { return at_ + 1 < text_.size() && unit_of(text_[at_ + 1]) > 0; }

  // 12, 1,280, 19.9
  bool decimal() {
    std::int64_t whole = 0;
    std::int64_t fraction = 0;
    std::int64_t place = kScale;
    for (bool point = false; at_ < text_.size(); ++at_) {
      const char32_t c = text_[at_];
      const bool digit_follows = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
      if (is_digit(c) && point) {
        place /= 10;
        fraction += place * (c - U'0');
      } else if (is_digit(c)) {
        whole = whole * 10 + (c - U'0');
        if (whole > kLargest) {
          return false;
        }
      } else if (c == U'.' && !point && digit_follows) {
        point = true;
      } else if (c != U',' || point || !thousands_follow()) {
        break;
      }
    }
    arabic_ = true;
    digit_ = whole * kScale + fraction;
    certain_ = certain_ && whole < kLargest / 1000;
    seen_value_ = true;
    return true;
  }

  // After a comma: three digits and no fourth.
  bool thousands_follow() const {
    for (std::size_t i = at_ + 1; i <= at_ + 3; ++i) {
      if (i >= text_.size() || !is_digit(text_[i])) {
        return false;
      }
    }
    return at_ + 4 >= text_.size() || !is_digit(text_[at_ + 4]);
  }

  bool chinese(int digit) {
    if (digit_) {
      if (arabic_ || zero_) {
        return false;
      }
      certain_ = false;  // 三四百
    }
    zero_ = digit == 0;
    after_zero_ = after_zero_ || (zero_ && last_unit_ > 0);
    if (!zero_ || last_unit_ == 0) {
      digit_ = digit * kScale;
    }
    arabic_ = false;
    seen_value_ = true;
    ++at_;
    return true;
  }

  bool take_unit(std::int64_t unit) {
    if (!digit_ && (section_ == 0 || unit == 10) && unit < 10'000) {
      if (unit != 10) {
        return false;
      }
      digit_ = kScale;  // 十一, 一百十五
    }
    if (section_ > kLargest * kScale / 2 || total_ > kLargest * kScale / 2) {
      return false;  // 9亿9亿9亿…
    }
    const std::int64_t digit = digit_.value_or(0);
    if (unit >= 10'000) {
      const std::int64_t whole = section_ + digit;
      if (whole == 0 || whole > kLargest / unit * kScale) {
        return false;
      }
      total_ += whole * unit;
      section_ = 0;
    } else {
      if (digit > kLargest) {
        return false;
      }
      section_ += digit * unit;
    }
    of_myriads_ = unit >= 10'000;
    digit_.reset();
    last_unit_ = unit;
    after_zero_ = zero_ = arabic_ = false;
    seen_value_ = true;
    ++at_;
    return true;
  }

  // 三百五 is 350, 三万五 35,000, 三百零五 305, 三十五 35, 3千500 3,500.
  void finish_digit() {
    if (!digit_) {
      return;
    }
    const bool of_next_place = last_unit_ >= 100 && !after_zero_ && *digit_ < 10 * kScale;
    section_ += *digit_ * (of_next_place ? last_unit_ / 10 : 1);
    of_myriads_ = of_next_place && last_unit_ >= 10'000;
  }

  std::u32string_view text_;
  std::size_t at_;
  std::optional<std::int64_t> digit_;  // scaled
  std::int64_t section_ = 0;           // below 万, scaled
  std::int64_t total_ = 0;             // of 万 and 亿, scaled
  std::int64_t last_unit_ = 0;
  bool arabic_ = false;
  bool zero_ = false;
  bool after_zero_ = false;
  bool certain_ = true;
  bool seen_value_ = false;
  bool of_myriads_ = false;
};

}  // namespace

bool begins_number(char32_t c) {
  return is_digit(c) || chinese_digit(c) >= 0 || c == U'十' || c == U'拾' || c == U'几' || c == U'数';
}

std::optional<SpokenNumber> read_number(std::u32string_view text, std::size_t at) {
  return NumberReader(text, at).read();
}

}  // namespace siqingdan
