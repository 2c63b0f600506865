// A ZIP archive written from front to back: files come one after the other, in pieces, deflated; nothing is
// read back and nothing is kept but the list of files. No times: all are of 1980-01-01. The only door to
// zlib.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan {

class ZipWriter {
 public:
  // The sink takes the archive's bytes in their order; what it throws is passed on.
  explicit ZipWriter(std::function<void(std::string_view)> sink);
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter();

  // `begin`, any number of `write`, `end`, for each file; names in ASCII. Throws Failure (exit 3) at 4 GB, of
  // one file or of the archive: more would need ZIP64, which not every reader knows.
  void begin(const std::string& name);
  void write(std::string_view bytes);
  void end();

  // The list of files; after it the archive is whole.
  void finish();

 private:
  struct File {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0;  // bytes
    std::uint64_t size = 0;  // bytes
    std::uint64_t offset = 0;  // of its header
  };
  struct Deflater;

  void put(std::string_view bytes);
  void deflate(std::string_view bytes, int flush);

  std::function<void(std::string_view)> sink_;
  std::unique_ptr<Deflater> deflater_;
  std::vector<File> files_;  // the last is being written
  std::uint64_t written_ = 0;
};

}  // namespace siqingdan
