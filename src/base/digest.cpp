#include "base/digest.h"

#include <nettle/sha2.h>

#include <array>

namespace siqingdan {

std::string digest_of(std::string_view bytes) { return digest_of({bytes}); }

std::string digest_of(std::initializer_list<std::string_view> pieces) {
  sha256_ctx state;
  sha256_init(&state);
  for (const std::string_view piece : pieces) {
    sha256_update(&state, piece.size(), reinterpret_cast<const std::uint8_t*>(piece.data()));
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> hash{};
  sha256_digest(&state, hash.size(), hash.data());
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text = std::string(kDigestAlgorithm) + ":";
  text.reserve(text.size() + 2 * hash.size());
  for (const std::uint8_t byte : hash) {
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

}  // namespace siqingdan
