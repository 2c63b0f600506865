#include "match/features.h"

#include "match/syllable.h"

namespace siqingdan {
namespace {

constexpr unsigned kHalf = 16;
constexpr std::uint32_t kLower = 0xFFFF;

// The character as a feature knows it; 0: it is none.
std::uint32_t telling(char32_t c) {
  const bool digit = c >= U'0' && c <= U'9';
  const bool letter = c >= U'a' && c <= U'z';
  const bool chinese = c >= 0x3400 && c <= 0x9FFF;
  return digit ? U'0' : letter || chinese ? static_cast<std::uint32_t>(c) : 0;
}

// Characters that join others and mean little beside them.
bool is_particle(std::uint32_t character) {
  return std::u32string_view(U"的了着地得吗呢吧啊呀嘛啦").find(static_cast<char32_t>(character)) !=
         std::u32string_view::npos;
}

// Where a day or an hour of the calendar that is written in digits ends: 2026年, 10月12日, 8号, 9时; `at` if
// none begins there. When something was says nothing of what it was.
std::size_t after_day(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= U'0' && text[end] <= U'9') {
    ++end;
  }
  const bool unit = end > at && end < text.size() &&
                    std::u32string_view(U"年月日号时").find(text[end]) != std::u32string_view::npos;
  return unit ? end + 1 : at;
}

// The number of a sound, which is below every Chinese character, or the character itself.
std::uint32_t small_sound(std::uint32_t character) {
  const char32_t sound = sound_of(character);
  return static_cast<std::uint32_t>(sound >= 0x110000 ? sound - 0x110000 : sound);
}

}  // namespace

std::vector<Feature> features_of(std::u32string_view folded) {
  std::vector<Feature> features;
  features.reserve(2 * folded.size());
  std::uint32_t before = 0;
  for (std::uint32_t at = 0; at < folded.size(); ++at) {
    if (const std::size_t end = after_day(folded, at); end > at) {
      at = static_cast<std::uint32_t>(end) - 1;
      before = 0;
      continue;
    }
    const std::uint32_t character = telling(folded[at]);
    if (character != 0 && before != 0 && !is_particle(character) && !is_particle(before)) {
      features.push_back({(before << kHalf) | character, at - 1, at + 1});
    }
    if (character != 0) {
      features.push_back({character, at, at + 1});
    }
    before = character;
  }
  return features;
}

std::uint32_t sound_of_pair(std::uint32_t key) {
  return key <= kLower ? 0 : (small_sound(key >> kHalf) << kHalf) | small_sound(key & kLower);
}

}  // namespace siqingdan
