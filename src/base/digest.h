// SHA-256, written with the algorithm's name beside it so that another one can follow: `sha256:3b1f…`.
//
// The only door to nettle, which uses the processor's own instructions for it where there are any; linked
// statically, for a shared library costs every start of the program.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace siqingdan {

inline constexpr const char* kDigestAlgorithm = "sha256";

// `sha256:` and 64 lower-case hex digits.
std::string digest_of(std::string_view bytes);

// The same of pieces, one after the other.
std::string digest_of(std::initializer_list<std::string_view> pieces);

}  // namespace siqingdan
