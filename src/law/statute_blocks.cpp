#include "law/statute_blocks.h"

#include <algorithm>

#include "law/statute_marks.h"

namespace siqingdan {
namespace {

// Without what Markdown adds: > of a quotation, ** of bold type.
std::string plain(std::string_view line) {
  line = trimmed(line);
  while (line.starts_with('>')) {
    line = trimmed(line.substr(1));
  }
  std::string text;
  while (!line.empty()) {
    const std::size_t bold = std::min(line.find("**"), line.size());
    text += line.substr(0, bold);
    line.remove_prefix(std::min(bold + 2, line.size()));
  }
  return text;
}

bool opens_block(std::string_view line) {
  const auto article = article_mark(line);
  return is_heading(line) || is_chapter(line) || item_mark(line) || is_sub_point(line) ||
         (article && article->sure);
}

std::vector<std::string> lines_of(std::string_view text) {
  constexpr std::string_view kHeaderEnd = "<!-- INFO END -->";
  if (const auto end = text.find(kHeaderEnd); end != std::string_view::npos) {
    text.remove_prefix(end + kHeaderEnd.size());
  }
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(plain(text.substr(0, end)));
    const bool two = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
  }
  while (!lines.empty() && lines.back().empty()) {
    lines.pop_back();
  }
  return lines;
}

}  // namespace

std::vector<std::string> blocks_of(std::string_view text) {
  const std::vector<std::string> lines = lines_of(text);
  const auto first = std::find_if(lines.begin(), lines.end(), article_mark);
  const bool by_line = std::none_of(first, lines.end(), [](const std::string& line) { return line.empty(); });
  std::vector<std::string> blocks;
  bool fresh = true;
  for (const std::string& line : lines) {
    if (line.empty() || line.starts_with("<!--")) {
      fresh = true;
    } else if (fresh || by_line || opens_block(line) || is_heading(blocks.back())) {
      blocks.push_back(line);
      fresh = false;
    } else {
      blocks.back() += line;
    }
  }
  return blocks;
}

bool ends_article(std::string_view block) {
  return (is_heading(block) && !article_mark(block)) || is_chapter(block);
}

}  // namespace siqingdan
