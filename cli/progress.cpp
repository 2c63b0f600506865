#include "progress.h"

#include <unistd.h>

#include <memory>

#include "usage.h"

namespace siqingdan::cli {

Progress progress(const Context& context) {
  if (isatty(STDERR_FILENO) != 1) {
    return {};
  }
  return [&context, shown = std::make_shared<std::int64_t>(-1)](std::int64_t done, std::int64_t all) {
    const std::int64_t percent = all <= 0 ? 100 : std::min<std::int64_t>(done * 100 / all, 100);
    if (percent == *shown) {
      return;
    }
    *shown = percent;
    context.err(percent == 100 ? "\r\033[K" : fmt::format("\r{}/{}  {}%", done, all, percent));
  };
}

}  // namespace siqingdan::cli
