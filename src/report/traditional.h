// Simplified to Traditional characters. The only door to OpenCC, which is loaded when it is first called.

#pragma once

#include <string>

namespace siqingdan {

// Throws Failure if OpenCC's tables are not installed.
std::string to_traditional(const std::string& simplified);

}  // namespace siqingdan
