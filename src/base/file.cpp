#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>

#include "base/failure.h"

namespace siqingdan {
namespace fs = std::filesystem;

Text system_reason(int error) {
  switch (error) {
    case ENOENT:
      return say("没有这个文件", "there is no such file");
    case EACCES:
    case EPERM:
      return say("没有权限", "permission denied");
    case EROFS:
      return say("那里只读", "it is read-only there");
    case ENOTDIR:
      return say("路径里有一段不是文件夹", "part of the path is no folder");
    case ENOSPC:
      return say("磁盘已满", "the disk is full");
    default:
      return same(std::strerror(error));
  }
}

bool file_exists(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

std::string read_stream(std::istream& in, const std::string& name, std::size_t limit) {
  std::string text;
  std::string chunk(1 << 16, '\0');
  while (in && text.size() <= limit) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    text.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    throw Failure(say("读不了 `{}`", "cannot read `{}`", name));
  }
  if (text.size() > limit) {
    throw Failure(say("`{}` 太大:超过 {} KB", "`{}` is too large: more than {} KB", name, limit >> 10),
                  Exit::wrong_file);
  }
  return text;
}

std::string read_file(const std::string& path, std::size_t limit) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    throw Failure(say("`{}` 是文件夹,不是文件", "`{}` is a folder, not a file", path));
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const Text why = system_reason(errno);
    throw Failure(say("打不开 `{0}`: {1}", "cannot open `{0}`: {2}", path, why.zh, why.en));
  }
  return read_stream(in, path, limit);
}

std::vector<SourceFile> read_json_tree(const std::string& folder, std::size_t limit) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw Failure(say("没有规则文件夹 `{}`", "there is no rules folder `{}`", folder));
  }
  std::vector<std::string> paths;
  auto it = fs::recursive_directory_iterator(folder, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (it->is_regular_file(error) && it->path().extension() == ".json") {
      paths.push_back(it->path().generic_string());
    }
  }
  if (error) {
    throw Failure(say("读不了文件夹 `{}`: {}", "cannot read the folder `{}`: {}", folder, error.message()));
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SourceFile> files;
  files.reserve(paths.size());
  for (std::string& path : paths) {
    files.push_back({path, read_file(path, limit)});
  }
  return files;
}

}  // namespace siqingdan
