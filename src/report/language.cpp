#include "report/language.h"

#include "report/traditional.h"

namespace siqingdan {

std::string paint(const Style& style, Tone tone, std::string_view text) {
  const char* code = "";
  switch (tone) {
    case Tone::plain:
      break;
    case Tone::good:
      code = "\x1b[32m";
      break;
    case Tone::open:
      code = "\x1b[33m";
      break;
    case Tone::bad:
      code = "\x1b[31m";
      break;
    case Tone::faint:
      code = "\x1b[2m";
      break;
    case Tone::loud:
      code = "\x1b[1;31m";
      break;
  }
  if (!style.colour || *code == '\0') {
    return std::string(text);
  }
  return code + std::string(text) + "\x1b[0m";
}

std::string finish(const Style& style, const std::string& text) {
  return style.language == Language::zh_hant ? to_traditional(text) : text;
}

}  // namespace siqingdan
