#include "base/signature.h"

#include <sodium.h>

#include <vector>

#include "base/failure.h"

namespace siqingdan {
namespace {

using Bytes = std::vector<unsigned char>;

void start() {
  if (sodium_init() < 0) {
    throw Failure(say("没有可用的随机数", "there is no source of random numbers"));
  }
}

std::string to_hex(const Bytes& bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return hex;
}

// Nothing unless it is exactly `size` bytes in hex.
std::optional<Bytes> from_hex(std::string_view hex, std::size_t size) {
  Bytes bytes(size);
  std::size_t written = 0;
  const char* end = nullptr;
  const bool read = hex.size() == size * 2 &&
                    sodium_hex2bin(bytes.data(), size, hex.data(), hex.size(), nullptr, &written, &end) == 0;
  return read && written == size ? std::optional(bytes) : std::nullopt;
}

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

SecretKey new_secret_key() {
  start();
  Bytes secret(crypto_sign_SECRETKEYBYTES);
  Bytes open(crypto_sign_PUBLICKEYBYTES);
  crypto_sign_keypair(open.data(), secret.data());
  return {to_hex(secret)};
}

std::optional<SecretKey> read_secret_key(std::string_view hex) {
  start();
  const auto secret = from_hex(hex, crypto_sign_SECRETKEYBYTES);
  if (!secret) {
    return std::nullopt;
  }
  // A key whose halves do not belong together signs what nobody can verify.
  Bytes open(crypto_sign_PUBLICKEYBYTES);
  Bytes again(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(open.data(), again.data(), secret->data());
  return again == *secret ? std::optional(SecretKey{std::string(hex)}) : std::nullopt;
}

std::string public_key_of(const SecretKey& key) { return key.hex.substr(crypto_sign_SEEDBYTES * 2); }

bool is_public_key(std::string_view hex) { return from_hex(hex, crypto_sign_PUBLICKEYBYTES).has_value(); }

std::string sign(std::string_view bytes, const SecretKey& key) {
  start();
  const auto secret = from_hex(key.hex, crypto_sign_SECRETKEYBYTES);
  if (!secret) {
    bug("a secret key that is none");
  }
  Bytes signature(crypto_sign_BYTES);
  crypto_sign_detached(signature.data(), nullptr, data_of(bytes), bytes.size(), secret->data());
  return to_hex(signature);
}

bool is_signed_by(std::string_view bytes, std::string_view signature, std::string_view public_key) {
  start();
  const auto value = from_hex(signature, crypto_sign_BYTES);
  const auto key = from_hex(public_key, crypto_sign_PUBLICKEYBYTES);
  return value && key &&
         crypto_sign_verify_detached(value->data(), data_of(bytes), bytes.size(), key->data()) == 0;
}

std::string pseudonym_of(std::string_view text, std::string_view key) {
  start();
  // Keys of people's choosing have any length: their digest is the key.
  Bytes fixed(crypto_generichash_KEYBYTES);
  crypto_generichash(fixed.data(), fixed.size(), data_of(key), key.size(), nullptr, 0);
  Bytes short_hash(8);
  Bytes hash(crypto_generichash_BYTES);
  crypto_generichash(hash.data(), hash.size(), data_of(text), text.size(), fixed.data(), fixed.size());
  short_hash.assign(hash.begin(), hash.begin() + 8);
  return to_hex(short_hash);
}

}  // namespace siqingdan
