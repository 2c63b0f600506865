#include "base/party_code.h"

#include <cstddef>

namespace siqingdan {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kLength = 18;
constexpr std::size_t kRegionFrom = 2;  // six digits: where the party is registered
constexpr std::size_t kRegionTo = 8;
constexpr std::size_t kOldNumberLength = 15;
constexpr std::string_view kPlaceholder = "XXXX";

Text copy_it() { return {"照营业执照抄写", "copy it from the licence"}; }

// The check digit that belongs to the first 17 characters, which must all be among kCharacters.
char check_digit(std::string_view code) {
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char c : code.substr(0, kLength - 1)) {
    sum += kCharacters.find(c) * weight;
    weight = weight * 3 % kCharacters.size();
  }
  return kCharacters[(kCharacters.size() - sum % kCharacters.size()) % kCharacters.size()];
}

std::size_t characters_in(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) {
    count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
  }
  return count;
}

PartyCodeFault wrong_length(std::string_view code) {
  const std::size_t length = characters_in(code);
  return {"party-code-length",
          say("统一社会信用代码应当是 18 位,这里是 {} 位", "a party code has 18 characters, not {}", length),
          length == kOldNumberLength
              ? Text{"15 位的是旧注册号,换成营业执照上的统一社会信用代码",
                     "15 digits are an old registration number; write the code on the licence instead"}
              : copy_it()};
}

}  // namespace

std::string normal_party_code(std::string_view code) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = code.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    return {};
  }
  std::string normal(code.substr(first, code.find_last_not_of(kBlanks) - first + 1));
  for (char& c : normal) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return normal;
}

std::optional<PartyCodeFault> fault_of_party_code(std::string_view code) {
  if (characters_in(code) != kLength) {
    return wrong_length(code);
  }
  const std::size_t strange = code.find_first_not_of(kCharacters);
  if (strange != std::string_view::npos) {
    return PartyCodeFault{
        "party-code-letter",
        say("统一社会信用代码第 {} 位不是可用的字符", "character {} of the party code cannot stand in one",
            strange + 1),
        {"只用数字和大写字母,不用 I、O、S、V、Z;不用全角字符",
         "only digits and capital letters other than I, O, S, V and Z; no full-width ones"}};
  }
  if (code.find(kPlaceholder) != std::string_view::npos) {
    return PartyCodeFault{kPlaceholderFault,
                          {"统一社会信用代码里有 XXXX,只是占位",
                           "the party code has XXXX in it: a placeholder"},
                          copy_it()};
  }
  const std::string_view region = code.substr(kRegionFrom, kRegionTo - kRegionFrom);
  if (region.find_first_not_of("0123456789") != std::string_view::npos) {
    return PartyCodeFault{"party-code-region",
                          {"统一社会信用代码第 3 至 8 位是行政区划,只能是数字",
                           "characters 3 to 8 of the party code are the region: digits only"},
                          copy_it()};
  }
  const char expected = check_digit(code);
  if (code.back() != expected) {
    return PartyCodeFault{"party-code-check-digit",
                          say("统一社会信用代码的校验码是 `{0}`,按前 17 位应当是 `{1}`",
                              "the party code's check digit is `{0}`; the first 17 characters make `{1}`",
                              std::string(1, code.back()), std::string(1, expected)),
                          {"有一位抄错了;照营业执照核对",
                           "some character is wrong; compare with the licence"}};
  }
  return std::nullopt;
}

}  // namespace siqingdan
