#include "base/unicode.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "base/failure.h"

namespace siqingdan {
namespace {

struct Step {
  utf8proc_int32_t code = -1;  // -1: not valid here
  std::size_t bytes = 1;
};

Step step(std::string_view text, std::size_t at) {
  Step s;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &s.code);
  if (read > 0) {
    s.bytes = static_cast<std::size_t>(read);
  } else {
    s.code = -1;
  }
  return s;
}

bool must_escape(utf8proc_int32_t code) {
  if (code < 0) {
    return true;
  }
  const auto category = utf8proc_category(code);
  const bool reorders = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || reorders;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Step s = step(text, at);
    if (s.code < 0) {
      return at;
    }
    at += s.bytes;
  }
  return std::nullopt;
}

bool is_plainly_nfc(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  for (std::size_t at = 0; at < text.size();) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      ++at;
    } else if (lead >= 0xC2 && lead < 0xCC && follows(at + 1)) {
      at += 2;  // up to U+02FF; combining marks begin behind it
    } else if (lead >= 0xE2 && lead <= 0xEF && follows(at + 1) && follows(at + 2)) {
      const unsigned code = (lead & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU);
      const bool plain = (code >= 0x2010 && code <= 0x2027) || (code >= 0x3000 && code <= 0x3029) ||
                         (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0xFF01 && code <= 0xFF60);
      if (!plain) {
        return false;
      }
      at += 3;
    } else {
      return false;
    }
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  if (is_plainly_nfc(text)) {
    return std::string(text);
  }
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length < 0) {
    bug("normal form of invalid UTF-8");
  }
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const auto tail = [&](std::size_t i) { return byte(i) & 0x3F; };
  const char32_t first = byte(0);
  return first < 0x80   ? first
         : first < 0xE0 ? (first & 0x1F) << 6 | tail(1)
         : first < 0xF0 ? (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
                        : (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      points += byte;
      ++at;
      continue;
    }
    const Step s = step(text, at);
    if (s.code < 0) {
      bug("code points of invalid UTF-8");
    }
    points += static_cast<char32_t>(s.code);
    at += s.bytes;
  }
  return points;
}

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t point : text) {
    std::array<utf8proc_uint8_t, 4> buffer{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), buffer.data());
    bytes.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
  }
  return bytes;
}

std::optional<char32_t> plain_form(char32_t character) {
  if (character >= 0x4E00 && character <= 0x9FFF) {
    return character;  // nearly every one
  }
  if (character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029) {
    return U'\n';
  }
  const auto code = static_cast<utf8proc_int32_t>(character);
  const auto category = utf8proc_category(code);
  if (character == '\t' || category == UTF8PROC_CATEGORY_ZS) {
    return U' ';
  }
  const bool selector = (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
  if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || selector) {
    return std::nullopt;
  }
  std::array<utf8proc_int32_t, 8> form{};
  int last_class = 0;
  const auto length = utf8proc_decompose_char(code, form.data(), static_cast<utf8proc_ssize_t>(form.size()),
                                              static_cast<utf8proc_option_t>(
                                                  UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                  UTF8PROC_CASEFOLD),
                                              &last_class);
  return length == 1 ? static_cast<char32_t>(form[0]) : character;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Step s = step(text, at);
    width += s.code < 0 ? 1 : utf8proc_charwidth(s.code);
    at += s.bytes;
  }
  return width;
}

std::string pad(std::string_view text, int columns) {
  const int missing = columns - display_width(text);
  return std::string(text) + std::string(missing > 0 ? static_cast<std::size_t>(missing) : 0, ' ');
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Step s = step(text, at);
    if (s.code < 0) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at]));
    } else if (must_escape(s.code)) {
      out += fmt::format("\\u{:04x}", s.code);
    } else {
      out += text.substr(at, s.bytes);
    }
    at += s.bytes;
  }
  return out;
}

bool has_control_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= 0x20 && text[at] < 0x7F) {
      ++at;
      continue;
    }
    const Step s = step(text, at);
    if (must_escape(s.code) && s.code != '\n' && s.code != '\t') {
      return true;
    }
    at += s.bytes;
  }
  return false;
}

}  // namespace siqingdan
