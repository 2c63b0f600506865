// Several files in one string, for compiling them in: name, length, bytes, one after the other.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace siqingdan {

std::string to_archive(const std::vector<SourceFile>& files);
std::vector<SourceFile> from_archive(std::string_view archive);

}  // namespace siqingdan
