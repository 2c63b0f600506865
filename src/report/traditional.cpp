#include "report/traditional.h"

#include <opencc/opencc.h>

#include <exception>

#include "base/failure.h"

namespace siqingdan {

std::string to_traditional(const std::string& simplified) {
  try {
    static const opencc::SimpleConverter converter("s2t.json");
    return converter.Convert(simplified);
  } catch (const std::exception& problem) {
    throw Failure(
        say("转不成繁体: {}", "cannot write Traditional characters: {}", std::string(problem.what())));
  }
}

}  // namespace siqingdan
