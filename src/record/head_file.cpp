#include "record/head_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>

#include "base/file.h"

namespace siqingdan {
namespace {

constexpr std::string_view kWord = "siqingdan/head/1 ";
constexpr std::size_t kLimit = 1024;  // bytes
constexpr int kDigits = 19;           // of any 64-bit number, so that one line overwrites another whole

}  // namespace

std::string head_file_of(const std::string& log_path) { return log_path + "-head"; }

HeadFile::~HeadFile() {
  if (file_ >= 0) {
    close(file_);
  }
}

bool HeadFile::open_anew() {
  if (file_ >= 0) {
    close(file_);
  }
  file_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  return file_ >= 0;
}

void HeadFile::write(const Head& head) {
  struct stat ours{};
  struct stat there{};
  const bool still_there = file_ >= 0 && fstat(file_, &ours) == 0 && lstat(path_.c_str(), &there) == 0 &&
                           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
  if (still_there || open_anew()) {
    const std::string line = fmt::format("{}{:0{}} {}\n", kWord, head.count, kDigits, head.digest);
    [[maybe_unused]] const auto written = pwrite(file_, line.data(), line.size(), 0);
  }
}

std::optional<Anchor> read_head_file(const std::string& log_path) {
  const std::string path = head_file_of(log_path);
  if (!file_exists(path)) {
    return std::nullopt;
  }
  const std::string text = read_file(path, kLimit);
  const std::size_t end = text.find('\n');
  const std::size_t count_at = kWord.size();
  const std::size_t digest_at = count_at + kDigits + 1;
  if (end == std::string::npos || end <= digest_at || text.substr(0, count_at) != kWord) {
    return std::nullopt;
  }
  Anchor anchor;
  const auto [stop, error] = std::from_chars(text.data() + count_at, text.data() + digest_at - 1,
                                             anchor.count);
  anchor.digest = text.substr(digest_at, end - digest_at);
  anchor.name = path.substr(path.find_last_of('/') + 1);
  return error == std::errc() && stop == text.data() + digest_at - 1 ? std::optional(anchor) : std::nullopt;
}

}  // namespace siqingdan
