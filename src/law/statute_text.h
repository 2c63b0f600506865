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

// 第N条 is {N, 0}; 第N条之一, put in later, {N, 1}.
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

// 第N条之一第N款第(N)项; art. N-1(N)(N).
std::string in_chinese(const Provision& provision);
std::string in_english(const Provision& provision);

// The same as people type it, in digits or in Chinese numerals: N, 第N条第N款第(N)项, N(N)(N), 第N条之一.
// Nothing if it is none.
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
//   ## 第N章 …
//   第N条 …                        a block (blank lines around it) is a paragraph,
//   （N）…                         or an item of the paragraph before it
//
// Tables of contents, appendices and sentences that begin by citing another article are told from articles by
// taking the ascending sequence of article heads that carries the most text. `text` must be valid UTF-8.
StatuteText read_statute(std::string_view text);

}  // namespace siqingdan
