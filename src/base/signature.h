// Ed25519 signatures and keyed pseudonyms. The door to libsodium.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace siqingdan {

// 64 bytes as 128 lower-case hex digits; its second half is the public key.
struct SecretKey {
  std::string hex;
};

SecretKey new_secret_key();
std::optional<SecretKey> read_secret_key(std::string_view hex);  // nothing if it is no key
std::string public_key_of(const SecretKey& key);                 // 64 hex digits

bool is_public_key(std::string_view hex);

std::string sign(std::string_view bytes, const SecretKey& key);  // 128 hex digits
bool is_signed_by(std::string_view bytes, std::string_view signature, std::string_view public_key);

// The same text and key always give the same 16 hex digits; without the key nobody can tell which text it
// was. `key` is any text of its owner's choosing.
std::string pseudonym_of(std::string_view text, std::string_view key);

}  // namespace siqingdan
