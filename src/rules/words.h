// Everyday words, as data: what the matcher (src/match) knows of how people speak. `words.json` of a rule base; a
// rule base without it is sound, and its offences are then found by their titles and aliases alone.

#pragma once

#include <map>
#include <string>
#include <vector>

namespace siqingdan {

struct EverydayWords {
  using Lists = std::map<std::string, std::vector<std::string>>;

  // EverydayWords that mean the same, by a name of their own. `…` in a word stands for up to six characters of a clause.
  Lists groups;
  Lists domains;                     // domain of offences → groups that speak of it
  std::vector<std::string> outside;  // phrases of what is no business of market regulation
  std::vector<std::string> common;   // groups that are said of anything, and tell little
  std::vector<std::string> deniable;  // groups that say nothing where they are denied: 没有过期
  Lists phrases;                     // offence → more everyday words for it, read as its aliases are
};

}  // namespace siqingdan
