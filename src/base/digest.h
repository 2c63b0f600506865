// SHA-256, written with the algorithm's name beside it so that another one can follow: `sha256:3b1f…`.
// The only door to libsodium.

#pragma once

#include <string>
#include <string_view>

namespace siqingdan {

inline constexpr const char* kDigestAlgorithm = "sha256";

// `sha256:` and 64 lower-case hex digits.
std::string digest_of(std::string_view bytes);

}  // namespace siqingdan
