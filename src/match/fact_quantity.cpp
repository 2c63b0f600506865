#include "match/fact_quantity.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "match/fact_date.h"
#include "match/fact_number.h"

namespace siqingdan {
namespace {

class Finder {
 public:
  Finder(const Folded& folded, Date on) : text_(folded.text), on_(on) {}

  std::vector<Quantity> find() {
    while (at_ < text_.size()) {
      if (!day() && !that_day() && !amount()) {
        ++at_;
      }
    }
    return std::move(all_);
  }

 private:
  bool starts(std::size_t at, std::u32string_view word) const {
    return text_.substr(at, word.size()) == word;
  }
  char32_t char_at(std::size_t at) const { return at < text_.size() ? text_[at] : U' '; }

  bool day() {
    const bool ordinal = at_ > 0 && text_[at_ - 1] == U'第';  // 第7号加油枪
    const auto found = ordinal ? std::nullopt : read_day(text_, at_, on_);
    if (!found) {
      return false;
    }
    if (found->day) {
      all_.push_back({Quantity::Kind::date, at_, found->to, to_number(*found->day), false});
    }
    named_ = found->day;
    at_ = found->to;
    return true;
  }

  bool that_day() {
    struct ThatDay {
      std::u32string_view text;
      int days;
    };
    static constexpr ThatDay kThatDay[] = {{U"当场", 0}, {U"当即", 0},  {U"当日", 0}, {U"当天", 0},
                                           {U"当晚", 0}, {U"同日", 0},  {U"次日", 1}, {U"翌日", 1},
                                           {U"隔日", 1}, {U"第二天", 1}};
    for (const ThatDay& word : kThatDay) {
      if (starts(at_, word.text)) {
        const auto day = named_ ? std::optional(*named_ + std::chrono::days{word.days}) : std::nullopt;
        if (day && *day <= on_) {
          all_.push_back({Quantity::Kind::that_day, at_, at_ + word.text.size(), to_number(*day), false});
        }
        at_ += word.text.size();
        return true;
      }
    }
    return false;
  }

  bool amount() {
    // 半个月; 第三次, 12345热线 and A1 are no amounts.
    if (starts(at_, U"半年")) {
      all_.push_back({Quantity::Kind::days, at_, at_ + 2, 180, false});
      at_ += 2;
      return true;
    }
    if (starts(at_, U"半个月")) {
      all_.push_back({Quantity::Kind::days, at_, at_ + 3, 15, false});
      at_ += 3;
      return true;
    }
    const char32_t mark = text_[at_];
    const bool yuan_before = mark == U'\u00A5' || mark == U'\uFFE5';
    const std::size_t start = at_ + (yuan_before ? 1 : 0);
    const char32_t before = at_ > 0 ? text_[at_ - 1] : U' ';
    if (start >= text_.size() || !begins_number(text_[start]) || before == U'第' ||
        (before >= U'a' && before <= U'z')) {
      return false;
    }
    const auto number = read_number(text_, start);
    if (!number) {
      return false;
    }
    if (!money(*number, yuan_before)) {
      days(*number);
    }
    at_ = std::max(end_, number->to);
    return true;
  }

  // Length of the unit of money at `at`; 0 if there is none.
  std::size_t unit_of_money(std::size_t at) const {
    for (const std::u32string_view unit : {U"块钱", U"人民币", U"元", U"块", U"圆"}) {
      if (starts(at, unit)) {
        return unit.size();
      }
    }
    return 0;
  }

  bool money(const SpokenNumber& number, bool yuan_before) {
    end_ = number.to;
    std::int64_t fen = number.hundredths;
    const std::size_t unit = unit_of_money(number.to);
    end_ += unit;
    // 一块 is a piece as well; 66块5, 9块9, 66元5角.
    if (const auto rest = unit > 0 ? read_number(text_, end_) : std::nullopt) {
      const bool of_ten = rest->hundredths < 1000 && rest->hundredths % 100 == 0;
      const char32_t after = char_at(rest->to);
      if (of_ten && (after == U'角' || after == U'毛' || (unit == 1 && text_[number.to] == U'块'))) {
        fen += rest->hundredths / 10;
        end_ = rest->to + (after == U'角' || after == U'毛' ? 1 : 0);
      }
    }
    const bool bare = unit == 0 && !yuan_before;
    if (bare && (!number.of_myriads && number.hundredths < 10'000)) {
      end_ = number.to;
      return false;  // a small number alone is a count
    }
    if (bare && counts_something(number.to)) {
      return false;
    }
    if (number.certain && !more_or_less(end_)) {
      all_.push_back({Quantity::Kind::money, at_, end_, fen, bare});
    }
    return true;
  }

  // 三万人, 500克, 1200个.
  bool counts_something(std::size_t at) const {
    constexpr std::u32string_view kCounters =
        U"个件瓶包袋盒斤份人次条台双支本张只名户粉平公里米吨克升部位种类家箱罐桶年月天日号点分时毫k%"
        U"折倍步字度辆";
    return kCounters.find(char_at(at)) != std::u32string_view::npos;
  }
  // 300元左右, 两千余元: no certain amount.
  bool more_or_less(std::size_t at) const {
    static constexpr std::u32string_view kVague[] = {U"多",   U"余",   U"几",   U"左右", U"上下",
                                                     U"以上", U"以下", U"不等", U"出头"};
    return std::any_of(std::begin(kVague), std::end(kVague),
                       [&](std::u32string_view word) { return starts(at, word); });
  }

  void days(const SpokenNumber& number) {
    struct Unit {
      std::u32string_view word;
      int days;
    };
    static constexpr Unit kUnits[] = {{U"个星期", 7},  {U"个礼拜", 7}, {U"星期", 7}, {U"礼拜", 7},
                                      {U"周", 7},      {U"个月", 30},  {U"天", 1},   {U"日", 1},
                                      {U"个季度", 90}, {U"年", 365},   {U"月", 30}};
    for (const Unit& unit : kUnits) {
      if (!starts(number.to, unit.word)) {
        continue;
      }
      const std::size_t end = number.to + unit.word.size();
      const bool is_month_name = unit.word == U"月" && text_[at_] != U'两' && text_[at_] != U'俩';
      const bool is_year = unit.word == U"年" && number.hundredths >= 10'000;  // 2023年
      const bool whole = number.certain && number.hundredths % 100 == 0 && number.hundredths < 1'000'000;
      end_ = end;
      if (whole && !is_month_name && !is_year) {
        const std::int64_t rest = rest_of_length(unit.days);
        if (!more_or_less(end_) && char_at(end_) != U'半') {
          all_.push_back(
              {Quantity::Kind::days, at_, end_, number.hundredths / 100 * unit.days + rest, false});
        }
      }
      return;
    }
  }

  // 一年半, 一年零两个月, 两年三个月: what is said after the years belongs to them; end_ moves behind it.
  std::int64_t rest_of_length(int unit) {
    if (unit != 365) {
      return 0;
    }
    if (char_at(end_) == U'半') {
      ++end_;
      return 180;
    }
    const std::size_t from = end_ + (char_at(end_) == U'零' || char_at(end_) == U'又' ? 1 : 0);
    const auto months = from < text_.size() && begins_number(text_[from]) ? read_number(text_, from)
                                                                          : std::nullopt;
    if (!months || !months->certain || months->hundredths % 100 != 0 || !starts(months->to, U"个月")) {
      return 0;
    }
    end_ = months->to + 2;
    return months->hundredths / 100 * 30;
  }

  std::u32string_view text_;
  Date on_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;  // of the amount that is read
  std::optional<Date> named_;  // the day that was named last
  std::vector<Quantity> all_;
};

}  // namespace

std::vector<Quantity> quantities_in(const Folded& text, Date on) { return Finder(text, on).find(); }

}  // namespace siqingdan
