#include "progress.h"

#include <unistd.h>

#include <iostream>
#include <memory>

namespace siqingdan::cli {
namespace {

class Line {
 public:
  ~Line() { wipe(); }

  void show(std::int64_t done, std::int64_t total) {
    const std::int64_t percent = total > 0 ? done * 100 / total : 100;
    if (percent != shown_) {
      std::cerr << fmt::format("\r{:3} %", percent) << std::flush;
      shown_ = percent;
    }
    if (done >= total) {
      wipe();
    }
  }

 private:
  void wipe() {
    if (shown_ >= 0) {
      std::cerr << "\r     \r" << std::flush;
      shown_ = -1;
    }
  }

  std::int64_t shown_ = -1;
};

}  // namespace

Progress progress(const Context& context) {
  if (context.no_color || isatty(STDERR_FILENO) == 0) {
    return {};
  }
  return
      [line = std::make_shared<Line>()](std::int64_t done, std::int64_t total) { line->show(done, total); };
}

}  // namespace siqingdan::cli
