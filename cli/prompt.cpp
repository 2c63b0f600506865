#include "prompt.h"

#include <iostream>

#include "base/unicode.h"

namespace siqingdan::cli {

std::optional<std::string> Prompt::line() const {
  put("> ");
  std::string line;
  if (!std::getline(std::cin, line)) {
    put("\n");
    return std::nullopt;
  }
  if (!line.empty() && line.back() == '\r') {
    line.pop_back();
  }
  if (!input_is_terminal()) {
    std::cerr << visible(line) << "\n";
  }
  return line;
}

}  // namespace siqingdan::cli
