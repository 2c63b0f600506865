// A witness beside the log: a small file, `decisions.db-head`, that says how many entries there were and the
// digest of the last.
//
// It is written after each commit, without waiting for the disk, so it may lag behind but never runs ahead:
// whoever cuts the tail of the log, or puts an older copy of the one file back, is shown by it. Whoever
// replaces both is not; for that there are checkpoints kept elsewhere (record/checkpoint.h).
//
//   siqingdan/head/1 17 sha256:…

#pragma once

#include <optional>
#include <string>

#include "record/checkpoint.h"
#include "record/read.h"

namespace siqingdan {

std::string head_file_of(const std::string& log_path);

// Stays open, but always writes to the file that has the name: whoever moves one away gets a new one.
class HeadFile {
 public:
  explicit HeadFile(const std::string& log_path) : path_(head_file_of(log_path)) {}
  ~HeadFile();
  HeadFile(const HeadFile&) = delete;
  HeadFile& operator=(const HeadFile&) = delete;

  // Where it cannot be written the log is none the worse: what was there before still holds.
  void write(const Head& head);

 private:
  bool open_anew();

  std::string path_;
  int file_ = -1;
};

// Nothing if there is none or a power cut left half of it.
std::optional<Anchor> read_head_file(const std::string& log_path);

}  // namespace siqingdan
