// The text of a statute, article by article, for looking up what a citation points at.

#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace siqingdan {

// 第二十条 is {20, 0}; 第二十条之一, put in later, {20, 1}.
struct ArticleNumber {
  int number = 0;
  int inserted = 0;
  auto operator<=>(const ArticleNumber&) const = default;
};

struct Provision {
  ArticleNumber article;
  int paragraph = 0;  // 款; 0: the article as a whole
  int item = 0;       // 项; 0: not an item
};

// 第二十条之一第一款第(二)项; art. 20-1(1)(2).
std::string in_chinese(const Provision& provision);
std::string in_english(const Provision& provision);

// The same as people type it: 20, 二十, 第二十条第一款第(二)项, 20(1)(2), 第二十条之一. Nothing if it is
// none.
std::optional<Provision> parse_provision(std::string_view text);

struct StatuteText {
  struct Paragraph {
    std::string text;  // without its items
    std::map<int, std::string> items;  // with their numbered sub-points (目)
  };
  using Article = std::vector<Paragraph>;

  std::map<ArticleNumber, Article> articles;
  // Some copies run the paragraphs of an article together. Where no article of a text has two blocks, its
  // paragraphs cannot be told apart, and only the article can be checked.
  bool split = false;
};

struct Lookup {
  enum class Found { yes, no, only_article };
  Found found = Found::no;
  std::string text;  // of the provision; of the article if only that can be found
  Text why;  // what is not there, or what could not be checked
};

Lookup find(const StatuteText& statute, const Provision& wanted);

// Reads the layout of the public collection LawRefBook/Laws and its like:
//
//   # 法名                        what stands before <!-- INFO END --> is not read
//   ## 第一章 总则
//   第一条 …                       a block (blank lines around it) is a paragraph,
//   （一）…                        or an item of the paragraph before it
//
// Tables of contents, appendices and sentences that begin by citing another article are told from articles by
// taking the ascending sequence of article heads that carries the most text. `text` must be valid UTF-8.
StatuteText read_statute(std::string_view text);

}  // namespace siqingdan
