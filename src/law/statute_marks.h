// What the first words of a line or block of a statute say it is.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "law/statute_text.h"

namespace siqingdan {

// 第N条 or 第N条之一 at the start, and the first paragraph after it (empty if a heading holds nothing
// but a title). Nothing where the words go on as a citation does: 第N条规定的…, 第N条第N款….
struct ArticleMark {
  ArticleNumber article;
  bool sure = false;  // a space after it, or a heading: an article even where no blank line stands before it
  std::string text;
};
std::optional<ArticleMark> article_mark(std::string_view block);

// The number of an item, （一） or (一), at the start; not （一）项 of a sentence that cites it.
std::optional<int> item_mark(std::string_view block);

// The same at `at` inside a paragraph, where a mark of punctuation stands before it.
std::optional<int> inline_item_mark(std::string_view text, std::size_t at);

// 1. or （1） or ①: a sub-point (目) of an item.
bool is_sub_point(std::string_view block);

// ## of Markdown.
bool is_heading(std::string_view block);

// 第一章 总则, 第二节 一般规定, or what comes after the articles: 附件.
bool is_chapter(std::string_view block);

// Without spaces at either end, those of Chinese type included.
std::string_view trimmed(std::string_view text);

}  // namespace siqingdan
