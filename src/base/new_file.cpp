#include "base/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "base/failure.h"
#include "base/file.h"

namespace siqingdan {
namespace fs = std::filesystem;

NewFile::NewFile(std::string path) : shown_(std::move(path)), path_(shown_) {
  std::error_code error;
  const fs::path target = fs::canonical(path_, error);
  if (!error) {
    path_ = target.string();
    if (!fs::is_regular_file(target, error)) {
      throw Failure(
          say("`{}` 不是普通文件,不会覆盖它", "`{}` is no ordinary file and will not be replaced", shown_));
    }
  }
  part_ = path_ + ".part-XXXXXX";
  descriptor_ = mkstemp(part_.data());
  if (descriptor_ < 0) {
    part_.clear();
    fail(errno);
  }
}

NewFile::~NewFile() { discard(); }

void NewFile::discard() noexcept {
  if (descriptor_ >= 0) {
    close(std::exchange(descriptor_, -1));
  }
  if (!part_.empty()) {
    unlink(part_.c_str());
    part_.clear();
  }
}

void NewFile::fail(int error) {
  discard();
  const Text why = system_reason(error);
  throw Failure(say("写不了 `{0}`: {1}", "cannot write `{0}`: {2}", shown_, why.zh, why.en));
}

void NewFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
}

void NewFile::keep() {
  // Some file systems tell only now that there was no room.
  if (fsync(descriptor_) != 0 || close(std::exchange(descriptor_, -1)) != 0 ||
      std::rename(part_.c_str(), path_.c_str()) != 0) {
    fail(errno);
  }
  part_.clear();
}

}  // namespace siqingdan
