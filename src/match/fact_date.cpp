#include "match/fact_date.h"

#include <array>

#include "match/fact_number.h"

namespace siqingdan {
namespace {

using namespace std::chrono;

struct Word {
  std::u32string_view text;
  int days;
};
// Longest first where one begins with another.
constexpr std::array kRelative = {
    Word{U"大前天", -3}, Word{U"前天", -2}, Word{U"前日", -2}, Word{U"前晚", -2}, Word{U"昨天", -1},
    Word{U"昨日", -1},   Word{U"昨晚", -1}, Word{U"昨夜", -1}, Word{U"昨儿", -1}, Word{U"昨早", -1},
    Word{U"今天", 0},    Word{U"今日", 0},  Word{U"今早", 0},  Word{U"今晨", 0},  Word{U"今晚", 0},
    Word{U"今朝", 0},    Word{U"今儿", 0},
};

struct Week {
  std::u32string_view text;
  int weeks;  // before this one; -1: the latest such day
};
constexpr std::array kWeeks = {
    Week{U"上上周", 2}, Week{U"上上星期", 2}, Week{U"上个星期", 1}, Week{U"上个礼拜", 1}, Week{U"上星期", 1},
    Week{U"上礼拜", 1}, Week{U"上周", 1},     Week{U"这个星期", 0}, Week{U"这个礼拜", 0}, Week{U"这星期", 0},
    Week{U"这礼拜", 0}, Week{U"这周", 0},     Week{U"本周", 0},     Week{U"本星期", 0},   Week{U"星期", -1},
    Week{U"礼拜", -1},  Week{U"周", -1},
};

struct Before {
  std::u32string_view text;
  int years;   // before this year
  int months;  // before this month; -1: the month is named
};
constexpr std::array kBefore = {
    Before{U"上个月", 0, 1}, Before{U"上月", 0, 1},  Before{U"这个月", 0, 0},
    Before{U"本月", 0, 0},   Before{U"当月", 0, 0},  Before{U"前年", 2, -1},
    Before{U"去年", 1, -1},  Before{U"今年", 0, -1}, Before{U"本年", 0, -1},
};

class Reader {
 public:
  Reader(std::u32string_view text, std::size_t at, Date on) : text_(text), at_(at), on_(on) {}

  std::optional<SpokenDate> read() {
    for (const Word& word : kRelative) {
      if (takes(word.text)) {
        return found(on_ + days{word.days});
      }
    }
    for (const Week& week : kWeeks) {
      if (takes(week.text)) {
        return weekday(week.weeks);
      }
    }
    for (const Before& before : kBefore) {
      if (takes(before.text)) {
        return before.months >= 0 ? day_of_month(before.months) : month_and_day(this_year() - before.years);
      }
    }
    return written();
  }

 private:
  bool takes(std::u32string_view word) {
    if (text_.substr(at_, word.size()) != word) {
      return false;
    }
    at_ += word.size();
    return true;
  }
  bool takes_any(std::u32string_view characters) {
    if (at_ >= text_.size() || characters.find(text_[at_]) == std::u32string_view::npos) {
      return false;
    }
    ++at_;
    return true;
  }

  SpokenDate found(std::optional<Date> day) const { return {at_, day && *day <= on_ ? day : std::nullopt}; }
  int this_year() const { return static_cast<int>(year_month_day{on_}.year()); }

  // A whole number of at most `digits` digits.
  std::optional<int> number(int most) {
    const auto read = read_number(text_, at_);
    if (!read || !read->certain || read->of_myriads || read->hundredths % 100 != 0 ||
        read->hundredths / 100 > most) {
      return std::nullopt;
    }
    at_ = read->to;
    return static_cast<int>(read->hundredths / 100);
  }

  std::optional<SpokenDate> weekday(int weeks) {
    constexpr std::u32string_view kDays = U"一二三四五六日";
    char32_t c = at_ < text_.size() ? text_[at_] : U' ';
    c = c == U'天' ? U'日' : c >= U'1' && c <= U'6' ? kDays[c - U'1'] : c;
    const auto day = kDays.find(c);
    if (day == std::u32string_view::npos) {
      return std::nullopt;
    }
    ++at_;
    const int today = static_cast<int>(weekday_of(on_));
    const int wanted = static_cast<int>(day);
    if (weeks < 0) {
      return found(on_ - days{(today - wanted + 7) % 7});
    }
    return found(on_ - days{today} - days{7 * weeks} + days{wanted});
  }
  // 0: Monday.
  static unsigned weekday_of(Date day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

  std::optional<SpokenDate> day_of_month(int months) {
    takes(U"的");
    const auto day = number(31);
    if (!day || !takes_any(U"日号")) {
      return std::nullopt;
    }
    const year_month_day first{year_month_day{on_}.year() / year_month_day{on_}.month() / 1};
    const year_month_day month{add_months(Date{first}, -months)};
    return found(
        date(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())), *day));
  }

  std::optional<SpokenDate> month_and_day(int year) {
    const auto month = number(12);
    if (!month || !takes_any(U"月")) {
      return std::nullopt;
    }
    const auto day = number(31);
    if (!day || !takes_any(U"日号")) {
      return std::nullopt;
    }
    return found(date(year, *month, *day));
  }

  // 2026年3月5日, 2026-03-05, 10月12日, 12号, 三天前.
  std::optional<SpokenDate> written() {
    const std::size_t start = at_;
    if (const auto year = four_digits()) {
      if (takes(U"年")) {
        return month_and_day(*year);
      }
      return with_marks(*year);
    }
    at_ = start;
    const auto first = number(31);
    if (!first) {
      return std::nullopt;
    }
    if (takes(U"天前")) {
      return found(on_ - days{*first});
    }
    if (takes_any(U"号")) {
      // 12号楼 and 12号线 are places.
      return followed_by(
                 U"楼线院店弄室摊铺门桌厅台公货柜库窗车床池梯枪机房馆站区地厂位秤字会员技治仓炉罐泵井展电后前"
                 U"东西南北加充梯底")
                 ? std::nullopt
                 : std::optional(latest_day(*first));
    }
    if (*first > 12 || !takes_any(U"月")) {
      return std::nullopt;
    }
    const auto day = number(31);
    if (!day || !takes_any(U"日号")) {
      return std::nullopt;
    }
    return latest(*first, *day);
  }

  bool followed_by(std::u32string_view characters) const {
    return at_ < text_.size() && characters.find(text_[at_]) != std::u32string_view::npos;
  }

  // 2026, 二〇二六, 26年
  std::optional<int> four_digits() {
    int year = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char32_t c = at_ < text_.size() ? text_[at_] : U' ';
      constexpr std::u32string_view kChinese = U"〇一二三四五六七八九";
      const auto chinese = kChinese.find(c == U'零' ? U'〇' : c);
      const int digit = c >= U'0' && c <= U'9'                 ? static_cast<int>(c - U'0')
                        : chinese != std::u32string_view::npos ? static_cast<int>(chinese)
                                                               : -1;
      if (digit < 0) {
        return std::nullopt;
      }
      year = year * 10 + digit;
    }
    return year >= 1900 && year <= 2199 ? std::optional<int>(year) : std::nullopt;
  }

  std::optional<SpokenDate> with_marks(int year) {
    const char32_t mark = at_ < text_.size() ? text_[at_] : U' ';
    if (mark != U'-' && mark != U'/' && mark != U'.') {
      return std::nullopt;
    }
    ++at_;
    const auto month = two_digits();
    if (!month || at_ >= text_.size() || text_[at_] != mark) {
      return std::nullopt;
    }
    ++at_;
    const auto day = two_digits();
    return day ? std::optional(found(date(year, *month, *day))) : std::nullopt;
  }
  std::optional<int> two_digits() {
    int value = 0;
    int count = 0;
    for (; count < 2 && at_ < text_.size() && text_[at_] >= U'0' && text_[at_] <= U'9'; ++at_, ++count) {
      value = value * 10 + static_cast<int>(text_[at_] - U'0');
    }
    return count > 0 ? std::optional<int>(value) : std::nullopt;
  }

  static std::optional<Date> date(int year, int month, int day) {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional<Date>(Date{date}) : std::nullopt;
  }

  // The latest such day not after `on`.
  SpokenDate latest(int month, int day) const {
    const auto here = date(this_year(), month, day);
    return found(here && *here <= on_ ? here : date(this_year() - 1, month, day));
  }
  SpokenDate latest_day(int day) const {
    const year_month_day first{year_month_day{on_}.year() / year_month_day{on_}.month() / 1};
    for (int back = 0; back < 3; ++back) {
      const year_month_day month{add_months(Date{first}, -back)};
      const auto there = date(static_cast<int>(month.year()),
                              static_cast<int>(static_cast<unsigned>(month.month())), day);
      if (there && *there <= on_) {
        return found(there);
      }
    }
    return found(std::nullopt);
  }

  std::u32string_view text_;
  std::size_t at_;
  Date on_;
};

}  // namespace

std::optional<SpokenDate> read_day(std::u32string_view text, std::size_t at, Date on) {
  return Reader(text, at, on).read();
}

}  // namespace siqingdan
