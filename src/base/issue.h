// What is wrong with a file that a person wrote: the place, what, and what to do.
//
// Issues are data. A reader collects all of them and goes on; only its caller decides what to print.
// `code` is a kebab-case word that never changes its meaning, so that people and tests can look it up.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace siqingdan {

struct Place {
  std::string file;
  int line = 0;    // from 1; 0: the file as a whole
  int column = 0;  // from 1, in Unicode code points
};

struct Issue {
  enum class Severity { error, warning };
  Severity severity = Severity::error;
  std::string code;
  Place place;
  Text message;  // lower case, no full stop, the author's words in backticks
  Text hint;     // may be empty
};

class Issues {
 public:
  void error(std::string_view code, Place place, Text message, Text hint = {});
  void warning(std::string_view code, Place place, Text message, Text hint = {});

  bool has_errors() const;
  const std::vector<Issue>& all() const { return issues_; }
  void append(const Issues& others);
  void sort_by_place();

 private:
  std::vector<Issue> issues_;
};

// `file:line:column: error: message [code]` and, on a second line, the hint.
std::string to_line(const Issue& issue, bool english);

}  // namespace siqingdan
