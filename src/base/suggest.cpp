#include "base/suggest.h"

#include <algorithm>
#include <limits>

namespace siqingdan {
namespace {

// Optimal string alignment over bytes: names in rule files are ASCII, and a Chinese slip of one character
// costs at most three bytes.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before = last;
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t kLongestWord = 100;  // a longer word is no slip of a name
  if (word.empty() || word.size() > kLongestWord) {
    return {};
  }
  std::string best;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (const std::string& candidate : candidates) {
    const std::size_t n = edits(word, candidate);
    if (n < fewest || (n == fewest && candidate < best)) {
      fewest = n;
      best = candidate;
    }
  }
  return fewest <= std::max<std::size_t>(1, word.size() / 3) ? best : std::string{};
}

Text suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? Text{} : say("是不是 `{}`?", "did you mean `{}`?", near);
}

}  // namespace siqingdan
