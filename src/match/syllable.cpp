#include "match/syllable.h"

#include <array>
#include <cstdint>
#include <iterator>

namespace siqingdan {
namespace {

// The characters of GB 2312 by sound, one string a syllable (ICU's transliteration, made once).
constexpr const char32_t* kSyllables[] = {
#include "syllables.inc"
};

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;
using Sounds = std::array<std::uint16_t, kLast - kFirst + 1>;

Sounds make_sounds() {
  Sounds sounds{};
  for (std::size_t i = 0; i < std::size(kSyllables); ++i) {
    for (const char32_t* c = kSyllables[i]; *c != 0; ++c) {
      sounds[*c - kFirst] = static_cast<std::uint16_t>(i + 1);
    }
  }
  return sounds;
}

}  // namespace

char32_t sound_of(char32_t character) {
  static const Sounds sounds = make_sounds();
  if (character < kFirst || character > kLast || sounds[character - kFirst] == 0) {
    return character;
  }
  return 0x110000 + sounds[character - kFirst];  // beyond every character
}

}  // namespace siqingdan
