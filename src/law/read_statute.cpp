#include <algorithm>
#include <iterator>
#include <optional>

#include "law/statute_blocks.h"
#include "law/statute_marks.h"
#include "law/statute_text.h"

namespace siqingdan {
namespace {

// A block that looks like the head of an article.
struct Head {
  std::size_t block = 0;
  ArticleMark mark;
  std::size_t weight = 0;  // how much text follows, up to the next head
};

std::vector<Head> heads_of(const std::vector<std::string>& blocks) {
  std::vector<Head> heads;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const auto mark = article_mark(blocks[i])) {
      heads.push_back({i, *mark, 1});
    }
    if (!heads.empty()) {
      heads.back().weight += blocks[i].size();
    }
  }
  return heads;
}

// The ascending sequence of heads with the most text: a table of contents and a cited article have little,
// and cannot stand in it beside the articles themselves.
std::vector<Head> true_heads(const std::vector<Head>& heads) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Best {
    std::size_t total;
    std::size_t head;
  };
  std::map<ArticleNumber, Best> best;  // by the last article of a sequence; totals ascend
  std::vector<std::size_t> before(heads.size(), kNone);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    auto next = best.lower_bound(heads[i].mark.article);
    std::size_t total = heads[i].weight;
    if (next != best.begin()) {
      total += std::prev(next)->second.total;
      before[i] = std::prev(next)->second.head;
    }
    if (next != best.end() && next->first == heads[i].mark.article && next->second.total >= total) {
      continue;
    }
    while (next != best.end() && next->second.total <= total) {
      next = best.erase(next);
    }
    best.emplace_hint(next, heads[i].mark.article, Best{total, i});
  }
  std::vector<Head> sequence;
  for (std::size_t i = best.empty() ? kNone : best.rbegin()->second.head; i != kNone; i = before[i]) {
    sequence.push_back(heads[i]);
  }
  std::reverse(sequence.begin(), sequence.end());
  return sequence;
}

// Adds a block that is no head to its article.
void add(const std::string& block, StatuteText::Article& article) {
  const auto item = item_mark(block);
  const bool part = item || is_sub_point(block);
  if (article.empty() || !part) {
    article.emplace_back();
  }
  StatuteText::Paragraph& paragraph = article.back();
  if (item && (paragraph.items.empty() || *item > paragraph.items.rbegin()->first)) {
    paragraph.items.emplace(*item, block);
  } else {
    std::string& text = paragraph.items.empty() ? paragraph.text : paragraph.items.rbegin()->second;
    text += (text.empty() ? "" : "\n") + block;
  }
}

// Items that stand inside the running text: …：（一）…；（二）….
void split_items(StatuteText::Paragraph& paragraph) {
  if (!paragraph.items.empty()) {
    return;
  }
  std::vector<std::pair<int, std::size_t>> starts;
  for (std::size_t at = 0; at < paragraph.text.size(); ++at) {
    const auto item = inline_item_mark(paragraph.text, at);
    if (item && *item == static_cast<int>(starts.size()) + 1) {
      starts.emplace_back(*item, at);
    }
  }
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1].second : paragraph.text.size();
    paragraph.items.emplace(starts[i].first, paragraph.text.substr(starts[i].second, end - starts[i].second));
  }
  if (!starts.empty()) {
    paragraph.text.resize(starts.front().second);
  }
}

}  // namespace

StatuteText read_statute(std::string_view text) {
  const std::vector<std::string> blocks = blocks_of(text);
  const std::vector<Head> heads = true_heads(heads_of(blocks));
  StatuteText statute;
  StatuteText::Article* article = nullptr;
  auto head = heads.begin();
  std::size_t in_article = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (head != heads.end() && head->block == i) {
      article = &statute.articles[head->mark.article];
      in_article = head->mark.text.empty() ? 0 : 1;
      if (in_article > 0) {
        add(head->mark.text, *article);
      }
      ++head;
    } else if (ends_article(blocks[i])) {
      article = nullptr;
    } else if (article != nullptr) {
      add(blocks[i], *article);
      statute.split = statute.split || ++in_article > 1;
    }
  }
  for (auto& entry : statute.articles) {
    std::for_each(entry.second.begin(), entry.second.end(), split_items);
  }
  return statute;
}

}  // namespace siqingdan
