// A folder of statute texts in the layout of the public collection LawRefBook/Laws: folders of any depth,
// files `法名(YYYY-MM-DD).md`, `法名(2025).md` or `法名.md`. A file is read when it is cited, and once.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/issue.h"
#include "law/law_life.h"
#include "law/statute_text.h"

namespace siqingdan {

struct StatuteFile {
  std::string path;
  std::string date;  // in the file's name: 2021-01-22, 2025, or empty
  std::string name() const;  // of the file, without its folders
};

// The file that holds a version of a law, or why there is none.
struct StatuteChoice {
  const StatuteFile* file = nullptr;
  Text note;  // with a file: what is uncertain about it, mostly empty; without: why there is none
};

class StatuteTexts {
 public:
  // Throws Failure (exit 3) if the folder is not there, cannot be read or holds no statute.
  static StatuteTexts open(const std::string& folder);

  // The versions of a law that are there, by date; the law as in the catalogue.
  const std::vector<StatuteFile>& files_of(const std::string& key, const Law& law) const;

  StatuteChoice choose(const std::string& key, const Law& law, const LawVersion& version) const;

  struct Read {
    std::optional<StatuteText> text;
    Text problem;  // if there is no text
  };
  // Reads the file the first time it is asked for.
  const Read& read(const StatuteFile& file) const;

  // A warning for each file that was asked for and could not be read.
  Issues unreadable() const;

 private:
  std::map<std::string, std::vector<StatuteFile>> files_;  // by plain_name of the law
  mutable std::map<std::string, Read> read_;               // by path
};

// A law's name without 中华人民共和国, book-title marks and spaces, with brackets of one kind.
std::string plain_name(std::string name);

}  // namespace siqingdan
