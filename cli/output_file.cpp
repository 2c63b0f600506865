#include "output_file.h"

#include <filesystem>

#include "base/file.h"
#include "base/unicode.h"

namespace siqingdan::cli {

void check_output_file(const Context& context, const std::string& path, bool may_replace,
                       const std::vector<std::string>& read) {
  std::vector<std::string> needed = read;
  for (const char* ending : {"", "-wal", "-shm", "-journal", "-head"}) {
    needed.push_back(context.database() + ending);
  }
  for (const std::string& file : needed) {
    std::error_code error;
    if (path == file || std::filesystem::equivalent(path, file, error)) {
      throw Failure(say("`{}` 是日志或者正在用的文件,不能写;换一个名字",
                        "`{}` is the log or a file in use and is not written over: choose another name",
                        visible(path)),
                    Exit::usage);
    }
  }
  if (!may_replace && file_exists(path)) {
    throw Failure(say("`{}` 已经存在,不会覆盖;换一个名字,能用 --force 的可以加 --force",
                      "`{}` exists and is not replaced: choose another name, or --force where there is one",
                      visible(path)),
                  Exit::usage);
  }
}

}  // namespace siqingdan::cli
