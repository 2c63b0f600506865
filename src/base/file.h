// Reading files whole, with a limit, so that a 100 MB mistake costs a sentence and not the memory.

#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/text.h"

namespace siqingdan {

struct SourceFile {
  std::string path;  // as it is shown to people
  std::string text;
};

inline constexpr std::size_t kCaseLimit = 1u << 20;       // bytes of one case
inline constexpr std::size_t kRuleFileLimit = 8u << 20;   // bytes of one rule file

// Why the system refused (an errno), in both languages for the reasons people meet.
Text system_reason(int error);

bool file_exists(const std::string& path);  // of whatever kind; a broken link, too

// Throws Failure (exit 3) if the file cannot be opened or read, and (exit 1) if it is larger than `limit`
// bytes; at most `limit` + 1 bytes are held.
std::string read_file(const std::string& path, std::size_t limit);

// The same for a stream that is already open (standard input); `name` is what people see.
std::string read_stream(std::istream& in, const std::string& name, std::size_t limit);

// Every *.json below `folder`, by path in alphabetical order. Throws Failure if the folder is not there.
std::vector<SourceFile> read_json_tree(const std::string& folder, std::size_t limit);

}  // namespace siqingdan
