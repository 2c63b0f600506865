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

std::optional<Kind> quantity_named(std::string_view name) {
  return name == "money"      ? std::optional(Kind::money)
         : name == "date"     ? std::optional(Kind::date)
         : name == "days"     ? std::optional(Kind::days)
         : name == "that_day" ? std::optional(Kind::that_day)
                              : std::nullopt;
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
  part.kind = quantity_named(part.set).value_or(Kind::set);
  return part;
}

// How a pattern, or a part of it, can begin.
struct Head {
  bool fits = false;      // with one of the characters that are asked for
  bool optional = false;  // there need be nothing of it
};

// `a|b|` between brackets.
Head head_of_alternatives(std::string_view inside, const std::function<bool(char32_t)>& has) {
  Head head;
  while (true) {
    const auto bar = inside.find('|');
    if (inside.empty() || bar == 0) {
      head.optional = true;
    } else {
      head.fits = head.fits || has(code_point_at(inside, 0));
    }
    if (bar == std::string_view::npos) {
      return head;
    }
    inside.remove_prefix(bar + 1);
  }
}

// `done?` between braces.
Head head_of_reference(std::string_view inside, const std::function<bool(const std::string&)>& set_has) {
  Head head;
  if (!inside.empty() && inside.back() == '?') {
    head.optional = true;
    inside.remove_suffix(1);
  }
  head.fits = quantity_named(inside) || set_has(std::string(inside));
  return head;
}

}  // namespace

void sort_words(std::vector<std::u32string>& words) {
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

bool may_begin(std::string_view text, const std::function<bool(char32_t)>& has,
               const std::function<bool(const std::string&)>& set_has) {
  while (!text.empty()) {
    const char c = text.front();
    if (c == '[' || c == '{') {
      const std::size_t end = text.find(c == '[' ? ']' : '}');
      const std::string_view inside = text.substr(1, end - 1);
      const Head head = c == '[' ? head_of_alternatives(inside, has) : head_of_reference(inside, set_has);
      if (head.fits || !head.optional) {
        return head.fits;
      }
      text.remove_prefix(end + 1);
    } else if (c == ',') {
      text.remove_prefix(1);
    } else if (const std::string_view gap = "…"; text.substr(0, gap.size()) == gap) {
      text.remove_prefix(gap.size());
    } else {
      return has(code_point_at(text, 0));
    }
  }
  return false;
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
