#include "rules/fact_pattern.h"

#include <algorithm>

#include "base/unicode.h"

namespace siqingdan {
namespace {

using Kind = PatternPart::Kind;

// `a|b|` between brackets.
PatternPart alternatives(std::u32string_view inside) {
  PatternPart part;
  while (true) {
    const auto bar = inside.find(U'|');
    const std::u32string_view word = inside.substr(0, bar);
    if (word.empty()) {
      part.optional = true;
    } else {
      part.words.emplace_back(word);
    }
    if (bar == std::u32string_view::npos) {
      break;
    }
    inside.remove_prefix(bar + 1);
  }
  sort_words(part.words);
  return part;
}

// `done?` between braces.
PatternPart reference(std::u32string_view inside) {
  PatternPart part;
  part.kind = Kind::set;
  if (!inside.empty() && inside.back() == U'?') {
    part.optional = true;
    inside.remove_suffix(1);
  }
  for (const char32_t c : inside) {
    part.set += c < 0x80 ? static_cast<char>(c) : '?';
  }
  part.kind = part.set == "money"  ? Kind::money
              : part.set == "date" ? Kind::date
              : part.set == "days" ? Kind::days
                                   : Kind::set;
  return part;
}

}  // namespace

void sort_words(std::vector<std::u32string>& words) {
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

std::optional<Pattern> parse_pattern(std::string_view text) {
  const std::u32string all = to_code_points(text);
  Pattern pattern;
  std::u32string literal;
  const auto flush = [&] {
    if (!literal.empty()) {
      pattern.emplace_back().words = {std::move(literal)};
      literal.clear();
    }
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t c = all[i];
    if (c == U'[' || c == U'{') {
      const auto end = all.find(c == U'[' ? U']' : U'}', i);
      if (end == std::u32string::npos) {
        return std::nullopt;
      }
      flush();
      const std::u32string_view inside = std::u32string_view(all).substr(i + 1, end - i - 1);
      // Between brackets stand plain words: a gap or a set there would be taken for characters of the text.
      if (inside.find_first_of(U"…→[{") != std::u32string_view::npos) {
        return std::nullopt;
      }
      pattern.push_back(c == U'[' ? alternatives(inside) : reference(inside));
      i = end;
    } else if (c == U'…' || c == U',' || c == U'→') {
      flush();
      pattern.emplace_back().kind = c == U',' ? Kind::boundary : c == U'→' ? Kind::deed : Kind::gap;
    } else {
      literal += c;
    }
  }
  flush();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool words_follow = i + 1 < pattern.size() && !pattern[i + 1].optional &&
                              (pattern[i + 1].kind == Kind::words || pattern[i + 1].kind == Kind::set);
    if (pattern[i].kind == Kind::deed && !words_follow) {
      return std::nullopt;
    }
  }
  const bool matches_something = std::any_of(pattern.begin(), pattern.end(), [](const PatternPart& part) {
    return !part.optional && part.kind != Kind::gap && part.kind != Kind::boundary && part.kind != Kind::deed;
  });
  return matches_something ? std::optional<Pattern>(std::move(pattern)) : std::nullopt;
}

}  // namespace siqingdan
