// In which language, and with or without colour, something is printed.

#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace siqingdan {

enum class Language { zh, zh_hant, en };

struct Style {
  Language language = Language::zh;
  bool colour = false;  // only on a terminal

  bool english() const { return language == Language::en; }

  // The sentence in this language. Traditional characters are made at the very end, by `finish`.
  const std::string& operator()(const Text& text) const { return english() ? text.en : text.zh; }
};

enum class Tone { plain, good, open, bad, faint, loud };

// `text` in a tone: the same text where there is no colour.
std::string paint(const Style& style, Tone tone, std::string_view text);

// What goes out: in Traditional characters if the language asks for them. Throws Failure if they cannot be
// made (OpenCC's tables are missing).
std::string finish(const Style& style, const std::string& text);

}  // namespace siqingdan
