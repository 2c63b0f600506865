#include "law/statute_text.h"

#include "law/citation.h"

namespace siqingdan {
namespace {

using Found = Lookup::Found;

std::string words_of(const StatuteText::Paragraph& paragraph) {
  std::string text = paragraph.text;
  for (const auto& item : paragraph.items) {
    text += (text.empty() ? "" : "\n") + item.second;
  }
  return text;
}

std::string words_of(const StatuteText::Article& article) {
  std::string text;
  for (const StatuteText::Paragraph& paragraph : article) {
    text += (text.empty() ? "" : "\n") + words_of(paragraph);
  }
  return text;
}

// The provision as people write it, and what is not there.
Lookup missing(const Provision& at, const Text& why) {
  return {Found::no, {}, {in_chinese(at) + why.zh, in_english(at) + " " + why.en}};
}

Lookup no_article(const StatuteText& statute, const ArticleNumber& wanted) {
  const Provision article{wanted, 0, 0};
  if (statute.articles.empty()) {
    return {Found::no, {}, say("认不出条文", "no article was recognised")};
  }
  const Provision last{statute.articles.rbegin()->first, 0, 0};
  return {Found::no,
          {},
          {fmt::format("没有{},最后一条是{}", in_chinese(article), in_chinese(last)),
           fmt::format("there is no {}; the last one is {}", in_english(article), in_english(last))}};
}

Lookup only_article(const StatuteText::Article& article) {
  return {Found::only_article, words_of(article),
          say("文本没有分款,只核对到条",
              "this copy does not separate paragraphs: only the article was checked")};
}

Lookup find_item(const StatuteText& statute, const StatuteText::Article& article, const Provision& wanted) {
  std::size_t items = 0;
  for (std::size_t i = 0; i < article.size(); ++i) {
    if (wanted.paragraph != 0 && static_cast<std::size_t>(wanted.paragraph) != i + 1) {
      continue;
    }
    const auto item = article[i].items.find(wanted.item);
    if (item != article[i].items.end()) {
      return {Found::yes, item->second, {}};
    }
    items = std::max(items, article[i].items.size());
  }
  if (!statute.split) {
    return only_article(article);
  }
  const Provision around{wanted.article, wanted.paragraph, 0};
  return items == 0 ? missing(around, say("没有分项", "has no items"))
                    : missing(around, say("只有 {} 项", "ends with item {}", items));
}

}  // namespace

std::string in_chinese(const Provision& p) {
  std::string text = "第" + chinese_numeral(p.article.number) + "条";
  text += p.article.inserted > 0 ? "之" + chinese_numeral(p.article.inserted) : "";
  text += p.paragraph > 0 ? "第" + chinese_numeral(p.paragraph) + "款" : "";
  text += p.item > 0 ? "第(" + chinese_numeral(p.item) + ")项" : "";
  return text;
}

std::string in_english(const Provision& p) {
  std::string text = "art. " + std::to_string(p.article.number);
  text += p.article.inserted > 0 ? "-" + std::to_string(p.article.inserted) : "";
  text += p.paragraph > 0 ? "(" + std::to_string(p.paragraph) + ")" : "";
  text += p.item > 0 ? "(" + std::to_string(p.item) + ")" : "";
  return text;
}

Lookup find(const StatuteText& statute, const Provision& wanted) {
  const auto found = statute.articles.find(wanted.article);
  if (found == statute.articles.end()) {
    return no_article(statute, wanted.article);
  }
  const StatuteText::Article& article = found->second;
  const auto paragraph = static_cast<std::size_t>(wanted.paragraph);
  if (paragraph > article.size()) {
    return statute.split
               ? missing({wanted.article, 0, 0}, say("只有 {} 款", "ends with paragraph {}", article.size()))
               : only_article(article);
  }
  if (wanted.item > 0) {
    return find_item(statute, article, wanted);
  }
  return {Found::yes, paragraph == 0 ? words_of(article) : words_of(article[paragraph - 1]), {}};
}

}  // namespace siqingdan
