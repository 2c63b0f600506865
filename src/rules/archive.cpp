#include "rules/archive.h"

#include <charconv>

#include "base/failure.h"

namespace siqingdan {

std::string to_archive(const std::vector<SourceFile>& files) {
  std::string archive;
  for (const SourceFile& file : files) {
    archive += file.path + "\n" + std::to_string(file.text.size()) + "\n" + file.text;
  }
  return archive;
}

std::vector<SourceFile> from_archive(std::string_view archive) {
  std::vector<SourceFile> files;
  while (!archive.empty()) {
    const auto path_end = archive.find('\n');
    const auto size_end = archive.find('\n', path_end + 1);
    if (path_end == std::string_view::npos || size_end == std::string_view::npos) {
      bug("a broken archive");
    }
    std::size_t size = 0;
    std::from_chars(archive.data() + path_end + 1, archive.data() + size_end, size);
    files.push_back(
        {std::string(archive.substr(0, path_end)), std::string(archive.substr(size_end + 1, size))});
    archive.remove_prefix(size_end + 1 + size);
  }
  return files;
}

}  // namespace siqingdan
