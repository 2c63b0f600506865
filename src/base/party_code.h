// The unified social credit code (统一社会信用代码) of a party, by GB 32100-2015: 18 digits and capital
// letters, the last of which checks the others.
//
// The standard weighs the character in place i (from 1) by 3^(i-1) mod 31 and sets the last one so that the
// sum is a multiple of 31. Letters that can be taken for a digit or for one another are not used. Read on
// 2026-11-29 in the standard's public description (https://www.cods.org.cn/c/2020-10-29/12575.html) and in
// python-stdnum (stdnum.cn.uscc), which agree.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace siqingdan {

// The code as it is compared: without blanks around it, in capital letters.
std::string normal_party_code(std::string_view code);

inline constexpr const char* kPlaceholderFault = "party-code-placeholder";

// What is wrong with a code, written in normal form; nothing if it is one.
struct PartyCodeFault {
  std::string code;  // an issue's code: party-code-length, -letter, -placeholder, -region, -check-digit
  Text message;
  Text hint;
};
std::optional<PartyCodeFault> fault_of_party_code(std::string_view code);

}  // namespace siqingdan
