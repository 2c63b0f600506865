// A file that comes into being whole or not at all.
//
//   NewFile file("export.csv");
//   file.write(bytes);  // as often as needed
//   file.keep();        // now, and not before, there is an export.csv
//
// What is written lies beside it until then, as `export.csv.part-XXXXXX`, readable by its owner only (0600)
// as the file itself will be. An older file of that name stays as it was until `keep`, which replaces it.

#pragma once

#include <string>
#include <string_view>

namespace siqingdan {

class NewFile {
 public:
  // Throws Failure (exit 3) if nothing can be written there, or if the path is something else than a file (a
  // folder, a device): that is never replaced. A symbolic link to a file is followed.
  explicit NewFile(std::string path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();  // without `keep`: as if nothing had been

  // Both throw Failure (exit 3) with the system's reason; the file is then not there.
  void write(std::string_view bytes);
  void keep();  // to the disk, then under its name

 private:
  [[noreturn]] void fail(int error);
  void discard() noexcept;

  std::string shown_;  // as people wrote it
  std::string path_;  // where it goes
  std::string part_;  // where it lies until then
  int descriptor_ = -1;  // -1: closed
};

}  // namespace siqingdan
