#include "base/issue.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/unicode.h"

namespace siqingdan {

void Issues::error(std::string_view code, Place place, Text message, Text hint) {
  issues_.push_back(
      {Issue::Severity::error, std::string(code), std::move(place), std::move(message), std::move(hint)});
}

void Issues::warning(std::string_view code, Place place, Text message, Text hint) {
  issues_.push_back(
      {Issue::Severity::warning, std::string(code), std::move(place), std::move(message), std::move(hint)});
}

bool Issues::has_errors() const {
  return std::any_of(issues_.begin(), issues_.end(),
                     [](const Issue& i) { return i.severity == Issue::Severity::error; });
}

void Issues::append(const Issues& others) {
  issues_.insert(issues_.end(), others.issues_.begin(), others.issues_.end());
}

void Issues::sort_by_place() {
  std::stable_sort(issues_.begin(), issues_.end(), [](const Issue& a, const Issue& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
}

std::string to_line(const Issue& issue, bool english) {
  const Text& message = issue.message;
  std::string line = visible(issue.place.file);
  if (issue.place.line > 0) {
    line += fmt::format(":{}:{}", issue.place.line, issue.place.column);
  }
  // "error" and "warning" stay English in every language: editors look for them.
  line += issue.severity == Issue::Severity::error ? ": error: " : ": warning: ";
  line += visible(english ? message.en : message.zh) + " [" + issue.code + "]\n";
  if (!issue.hint.empty()) {
    line += english ? "  hint: " + visible(issue.hint.en) : "  提示: " + visible(issue.hint.zh);
    line += "\n";
  }
  return line;
}

}  // namespace siqingdan
