// What verification has found so far.

#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "record/verify.h"

namespace siqingdan {

// Each flaw once, and not without end: after a hundred the point is made.
class Flaws {
 public:
  void add(const std::string& place, Text what) {
    const auto same = [&](const Flaw& known) { return known.place == place && known.what.en == what.en; };
    if (!full() && std::none_of(all_.begin(), all_.end(), same)) {
      all_.push_back({place, std::move(what)});
    }
  }
  bool full() const { return all_.size() >= kMost; }
  std::vector<Flaw> take() { return std::move(all_); }

  static constexpr std::size_t kMost = 100;

 private:
  std::vector<Flaw> all_;
};

// `entries 17`
inline std::string place_of(const char* table, std::int64_t id) { return fmt::format("{} {}", table, id); }

}  // namespace siqingdan
