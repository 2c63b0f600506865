// Which file holds a version of a law.

#include <algorithm>

#include "law/statute_texts.h"

namespace siqingdan {
namespace {

const StatuteFile* with_date(const std::vector<StatuteFile>& files, const std::string& date) {
  // `2025` in a file's name stands for any day of that year.
  const auto found = std::find_if(files.rbegin(), files.rend(), [&](const StatuteFile& file) {
    return !file.date.empty() && date.starts_with(file.date);
  });
  return found == files.rend() ? nullptr : &*found;
}

// The file of the day of the wording, else of the day it took effect.
const StatuteFile* dated(const std::vector<StatuteFile>& files, const LawVersion& version) {
  const StatuteFile* file = version.text.empty() ? nullptr : with_date(files, version.text);
  return file == nullptr && version.from ? with_date(files, to_text(*version.from)) : file;
}

// The one file that can only be this version: the only one left for the only version whose wording has no
// date, or the only one at all, without a date, for a law of one version.
const StatuteFile* left_over(const std::vector<StatuteFile>& files, const Law& law,
                             const LawVersion& version) {
  if (files.size() == 1 && files[0].date.empty() && law.versions.size() == 1) {
    return &files[0];
  }
  std::vector<const StatuteFile*> left;
  for (const StatuteFile& file : files) {
    const bool taken = std::any_of(law.versions.begin(), law.versions.end(),
                                   [&](const LawVersion& other) { return dated(files, other) == &file; });
    if (!taken) {
      left.push_back(&file);
    }
  }
  const auto undated = std::count_if(law.versions.begin(), law.versions.end(), [&](const LawVersion& other) {
    return other.text.empty() && dated(files, other) == nullptr;
  });
  return version.text.empty() && undated == 1 && left.size() == 1 ? left[0] : nullptr;
}

std::string names_of(const std::vector<StatuteFile>& files) {
  std::string names;
  for (const StatuteFile& file : files) {
    names += (names.empty() ? "" : ", ") + file.name();
  }
  return names;
}

}  // namespace

StatuteChoice StatuteTexts::choose(const std::string& key, const Law& law, const LawVersion& version) const {
  const std::vector<StatuteFile>& files = files_of(key, law);
  if (files.empty()) {
    return {nullptr, say("文件夹里没有这部法的文本", "the folder has no text of this law")};
  }
  if (const StatuteFile* file = dated(files, version)) {
    return {file, {}};
  }
  if (const StatuteFile* file = left_over(files, law, version)) {
    return {file, say("按 {} 核对,不能确定就是目录里的那一版",
                      "checked against {}, which may not be the version of the catalogue", file->name())};
  }
  return {nullptr, version.text.empty()
                       ? say("目录没有写明文本日期;文件夹里有 {}",
                             "the catalogue does not date this wording; the folder has {}", names_of(files))
                       : say("没有 {} 的文本;文件夹里有 {}", "there is no text of {}; the folder has {}",
                             version.text, names_of(files))};
}

}  // namespace siqingdan
