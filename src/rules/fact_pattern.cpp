#include "rules/fact_pattern.h"

#include <algorithm>

#include "base/unicode.h"

namespace siqingdan {
namespace {

using Kind = PatternPart::Kind;

// Calls `use` with each word of `a|b|`, the empty one too.
template <class Char, class Use>
void each_alternative(std::basic_string_view<Char> inside, const Use& use) {
  for (auto bar = inside.find(Char{'|'}); bar != inside.npos; bar = inside.find(Char{'|'})) {
    use(inside.substr(0, bar));
    inside.remove_prefix(bar + 1);
  }
  use(inside);
}

// `a|b|` between brackets.
PatternPart alternatives(std::u32string_view inside) {
  PatternPart part;
  each_alternative(inside, [&](std::u32string_view word) {
    if (word.empty()) {
      part.optional = true;
    } else {
      part.words.emplace_back(word);
    }
  });
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

// `a|b|` between brackets: can one of them stand there, or nothing?
bool may_be_one_of(std::string_view inside, const std::function<bool(std::string_view)>& stands) {
  bool may = false;
  each_alternative(inside, [&](std::string_view word) { may = may || word.empty() || stands(word); });
  return may;
}

}  // namespace

void sort_words(std::vector<std::u32string>& words) {
  const auto before = [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  };
  if (!std::is_sorted(words.begin(), words.end(), before)) {  // what was read from files is, see in_order
    std::sort(words.begin(), words.end(), before);
  }
}

std::vector<std::string> in_order(const std::vector<std::string>& words) {
  std::vector<std::u32string> decoded;
  for (const std::string& word : words) {
    decoded.push_back(to_code_points(word));
  }
  sort_words(decoded);
  std::vector<std::string> sorted;
  for (const std::u32string& word : decoded) {
    sorted.push_back(to_utf8(word));
  }
  return sorted;
}

std::string with_alternatives_in_order(std::string_view pattern) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('[');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find(']', open);
    if (close == std::string_view::npos) {
      break;
    }
    std::vector<std::string> words;
    each_alternative(pattern.substr(open + 1, close - open - 1),
                     [&](std::string_view word) { words.emplace_back(word); });
    text += pattern.substr(0, open);
    char before = '[';
    for (const std::string& word : in_order(words)) {
      text.append(1, before).append(word);
      before = '|';
    }
    text += ']';
    pattern.remove_prefix(close + 1);
  }
  return text.append(pattern);
}

bool may_match(std::string_view text, const std::function<bool(std::string_view)>& stands,
               const std::function<bool(const std::string&)>& set_stands) {
  static constexpr std::string_view kOthers[] = {",", "…", "→"};
  while (!text.empty()) {
    if (text.front() == '[' || text.front() == '{') {
      const bool words = text.front() == '[';
      const std::size_t end = text.find(words ? ']' : '}');
      const std::string_view inside = text.substr(1, end - 1);
      const bool may = words ? may_be_one_of(inside, stands)
                             : inside.back() == '?' || quantity_named(inside) ||
                                   set_stands(std::string(inside));
      if (!may) {
        return false;
      }
      text.remove_prefix(end + 1);
      continue;
    }
    const auto other = std::find_if(std::begin(kOthers), std::end(kOthers),
                                    [&](std::string_view mark) { return text.rfind(mark, 0) == 0; });
    if (other != std::end(kOthers)) {
      text.remove_prefix(other->size());
      continue;
    }
    const std::size_t size = std::min(
        {text.find_first_of("[{,"), text.find("…"), text.find("→"), text.size()});
    if (!stands(text.substr(0, size))) {
      return false;
    }
    text.remove_prefix(size);
  }
  return true;
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
