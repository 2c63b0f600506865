#include "law/statute_marks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

#include "law/numeral.h"

namespace siqingdan {
namespace {

// How long the word of `words` is that `text` starts with; 0: none does.
std::size_t word_at(std::string_view text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) {
      return word.size();
    }
  }
  return 0;
}
std::size_t word_at(std::string_view text, std::initializer_list<std::string_view> words) {
  return word_at(text, std::span(words.begin(), words.size()));
}

constexpr std::array<std::string_view, 7> kSpaces = {" ",      "\t",     "\u3000", "\u00A0",
                                                     "\u2003", "\u200B", "\uFEFF"};

std::string_view without_heading(std::string_view block) {
  return trimmed(block.substr(std::min(block.find_first_not_of('#'), block.size())));
}

// A sentence, not a title.
bool has_stop(std::string_view text) {
  constexpr std::array<std::string_view, 4> stops = {"。", "；", "：", "，"};
  return std::any_of(stops.begin(), stops.end(),
                     [&](std::string_view stop) { return text.find(stop) != std::string_view::npos; });
}

// What follows 第…条 where it is cited and not opened.
bool goes_on_as_citation(std::string_view rest) {
  if (word_at(rest, {"规定", "、", "，", ",", "。", "；", "至", "的", "所规定", "所列", "所称", "和第",
                     "或者第", "与第", "及第", "以及第", "以外", "之"}) > 0) {
    return true;
  }
  if (!rest.starts_with("第")) {
    return false;
  }
  rest.remove_prefix(std::string_view("第").size());
  const std::size_t bracket = word_at(rest, {"（", "("});
  const auto number = leading_numeral(rest.substr(bracket));
  if (!number) {
    return false;
  }
  rest.remove_prefix(bracket + number->bytes);
  rest.remove_prefix(word_at(rest, {"）", ")"}));
  return word_at(rest, {"款", "项", "目", "条"}) > 0;
}

bool starts_with_digit(std::string_view text) {
  const std::string_view wide = text.substr(0, std::string_view("０").size());
  return (!text.empty() && text[0] >= '0' && text[0] <= '9') || (wide >= "０" && wide <= "９");
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t space = word_at(text, kSpaces)) {
    text.remove_prefix(space);
  }
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : kSpaces) {
      while (text.ends_with(space)) {
        text.remove_suffix(space.size());
        again = true;
      }
    }
  }
  return text;
}

bool is_heading(std::string_view block) { return block.starts_with('#'); }

bool is_chapter(std::string_view block) {
  constexpr std::size_t kLongestTitle = 120;
  if (block.size() > kLongestTitle || has_stop(block)) {
    return false;
  }
  if (word_at(block, {"附件", "附录", "附表", "附则", "附图"}) > 0) {
    return true;
  }
  if (!block.starts_with("第")) {
    return false;
  }
  block.remove_prefix(std::string_view("第").size());
  const auto number = leading_numeral(block);
  return number && word_at(block.substr(number->bytes), {"编", "分编", "章", "节", "部分"}) > 0;
}

std::optional<ArticleMark> article_mark(std::string_view block) {
  const bool heading = is_heading(block);
  block = without_heading(block);
  if (!block.starts_with("第")) {
    return std::nullopt;
  }
  block = trimmed(block.substr(std::string_view("第").size()));
  const auto number = leading_numeral(block);
  if (!number) {
    return std::nullopt;
  }
  block = trimmed(block.substr(number->bytes));
  if (!block.starts_with("条")) {
    return std::nullopt;
  }
  block.remove_prefix(std::string_view("条").size());
  ArticleMark mark{{number->value, 0}, heading, {}};
  if (block.starts_with("之")) {
    const auto inserted = leading_numeral(block.substr(std::string_view("之").size()));
    if (!inserted) {
      return std::nullopt;
    }
    mark.article.inserted = inserted->value;
    block.remove_prefix(std::string_view("之").size() + inserted->bytes);
  }
  mark.sure = heading || word_at(block, kSpaces) > 0;
  block = trimmed(block);
  if (goes_on_as_citation(block)) {
    return std::nullopt;
  }
  mark.text = heading && !has_stop(block) ? "" : std::string(block);
  return mark;
}

std::optional<int> item_mark(std::string_view block) {
  const std::size_t open = word_at(block, {"（", "("});
  const auto number = leading_numeral(block.substr(open));
  if (open == 0 || !number || starts_with_digit(block.substr(open))) {
    return std::nullopt;
  }
  block.remove_prefix(open + number->bytes);
  const std::size_t close = word_at(block, {"）", ")"});
  // （一）项规定的 and （一）、（二）项 cite an item.
  if (close == 0 || word_at(block.substr(close), {"项", "、（", "、(", "至", "和（", "或者（"}) > 0) {
    return std::nullopt;
  }
  return number->value;
}

std::optional<int> inline_item_mark(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 6> kStops = {"：", "；", "。", "，", ":", ";"};
  const auto mark = item_mark(text.substr(at));
  const std::string_view before = mark ? trimmed(text.substr(0, at)) : std::string_view{};
  const bool opens = before.empty() || std::any_of(kStops.begin(), kStops.end(), [&](std::string_view stop) {
                       return before.ends_with(stop);
                     });
  return opens ? mark : std::nullopt;
}

bool is_sub_point(std::string_view block) {
  constexpr std::string_view kFirstCircled = "①";
  constexpr std::string_view kLastCircled = "⑳";
  const std::string_view first = block.substr(0, kFirstCircled.size());
  if (first >= kFirstCircled && first <= kLastCircled) {
    return true;
  }
  const std::size_t open = word_at(block, {"（", "("});
  const std::string_view rest = block.substr(open);
  const auto number = leading_numeral(rest);
  if (!number || !starts_with_digit(rest)) {
    return false;
  }
  const std::string_view after = rest.substr(number->bytes);
  return open > 0 ? word_at(after, {"）", ")"}) > 0 : word_at(after, {".", "．", "、", "）", ")"}) > 0;
}

}  // namespace siqingdan
