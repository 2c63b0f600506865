#include "law/citation.h"

#include <array>

namespace siqingdan {
namespace {

int read_number(json::Object& o, std::string_view key) {
  constexpr std::int64_t kLargest = 9999;
  const auto number = o.optional_integer(key);
  if (!number) {
    return 0;
  }
  if (*number < 1 || *number > kLargest) {
    o.context().error("bad-citation", *o.node().find(key),
                      say("`{}` 应当是正整数", "`{}` must be a positive integer", std::string(key)));
    return 0;
  }
  return static_cast<int>(*number);
}

}  // namespace

Citation read_citation(const json::Context& context, const json::Node& node) {
  json::Object o(context, node, {"引用", "a citation"});
  Citation citation;
  citation.law = o.text("law");
  citation.article = read_number(o, "article");
  citation.paragraph = read_number(o, "paragraph");
  citation.item = read_number(o, "item");
  citation.says = o.optional_text("says").value_or("");
  citation.from = o.optional_date("from");
  citation.until = o.optional_date("until");
  o.finish();
  if (citation.article == 0 && (citation.paragraph > 0 || citation.item > 0)) {
    context.error("bad-citation", node, say("有款、项,却没有条", "a paragraph or item without its article"));
  }
  return citation;
}

std::string chinese_numeral(int number) {
  static constexpr std::array kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static constexpr std::array kUnits = {"", "十", "百", "千"};
  if (number == 0) {
    return kDigits[0];
  }
  if (number >= 10 && number < 20) {
    return std::string("十") + (number > 10 ? kDigits[static_cast<std::size_t>(number % 10)] : "");
  }
  std::string text;
  bool gap = false;
  const std::string digits = std::to_string(number);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto digit = static_cast<std::size_t>(digits[i] - '0');
    if (digit == 0) {
      gap = true;
      continue;
    }
    if (gap) {
      text += kDigits[0];
    }
    gap = false;
    text += kDigits[digit];
    text += kUnits[digits.size() - 1 - i];
  }
  return text;
}

std::string provision_in_chinese(const Citation& citation) {
  std::string text;
  if (citation.article > 0) {
    text += "第" + chinese_numeral(citation.article) + "条";
  }
  if (citation.paragraph > 0) {
    text += "第" + chinese_numeral(citation.paragraph) + "款";
  }
  if (citation.item > 0) {
    text += "第(" + chinese_numeral(citation.item) + ")项";
  }
  return text;
}

std::string provision_in_english(const Citation& citation) {
  std::string text;
  if (citation.article > 0) {
    text += "art. " + std::to_string(citation.article);
  }
  if (citation.paragraph > 0) {
    text += "(" + std::to_string(citation.paragraph) + ")";
  }
  if (citation.item > 0) {
    text += "(" + std::to_string(citation.item) + ")";
  }
  return text;
}

}  // namespace siqingdan
