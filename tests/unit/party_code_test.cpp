#include "base/party_code.h"

#include <catch2/catch.hpp>

namespace siqingdan {
namespace {

std::string fault(std::string_view code) {
  const auto found = fault_of_party_code(code);
  return found ? found->code : "";
}

// The standard's formula, one power at a time.
char naive_check_digit(const std::string& code) {
  const std::string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::size_t sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    std::size_t weight = 1;
    for (std::size_t k = 0; k < i; ++k) {
      weight *= 3;
    }
    sum += characters.find(code[i]) * (weight % 31);
  }
  for (std::size_t digit = 0; digit < 31; ++digit) {
    if ((sum + digit) % 31 == 0) {
      return characters[digit];
    }
  }
  return '?';
}

TEST_CASE("Party codes that are printed as examples are sound", "[party-code]") {
  // Of the standard and of python-stdnum.
  CHECK(fault("91350100M000100Y43") == "");
  CHECK(fault("91110000600037341L") == "");
  CHECK(normal_party_code(" 91350100m000100y43\r\n") == "91350100M000100Y43");
  CHECK(normal_party_code("  ").empty());
}

TEST_CASE("What is wrong with a party code is told apart", "[party-code]") {
  const auto [code, wrong] = GENERATE(table<std::string, std::string>({
      {"", "party-code-length"},
      {"310117000012345", "party-code-length"},
      {"91350100M000100Y4", "party-code-length"},
      {"91350100M000100Y430", "party-code-length"},
      {"91350100M000100I43", "party-code-letter"},
      {"91350100M000100043", "party-code-check-digit"},
      {"91350100M000100Y44", "party-code-check-digit"},
      {"9135010\xEF\xBC\x90M000100Y43", "party-code-letter"},  // a full-width 0
      {"91310117XXXXXXXXXX", "party-code-placeholder"},
      {"913501A0M000100Y43", "party-code-region"},
      {"91350100m000100y43", "party-code-letter"},
  }));
  INFO(code);
  CHECK(fault(code) == wrong);
  const auto found = fault_of_party_code(code);
  CHECK_FALSE(found->message.zh.empty());
  CHECK_FALSE(found->hint.en.empty());
}

TEST_CASE("A wrong check digit is told with the right one", "[party-code]") {
  CHECK(fault_of_party_code("91350100M000100Y44")->message.en ==
        "the party code's check digit is `4`; the first 17 characters make `3`");
}

TEST_CASE("Every slip in one character and every swap of neighbours is found", "[party-code]") {
  const std::string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (const std::string sound : {"91350100M000100Y43", "91110000600037341L"}) {
    CHECK(sound.back() == naive_check_digit(sound));
    for (std::size_t i = 0; i < sound.size(); ++i) {
      for (const char c : characters) {
        std::string slip = sound;
        slip[i] = c;
        CHECK(fault(slip).empty() == (c == sound[i]));
      }
    }
    for (std::size_t i = 0; i + 1 < sound.size(); ++i) {
      std::string swapped = sound;
      std::swap(swapped[i], swapped[i + 1]);
      CHECK(fault(swapped).empty() == (swapped == sound));
    }
  }
}

}  // namespace
}  // namespace siqingdan
