#include "report/zip.h"

#include <zlib.h>

#include <limits>
#include <utility>

#include "base/failure.h"

namespace siqingdan {
namespace {

constexpr std::uint64_t kLimit = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint16_t kVersion = 20;             // of the format: folders and deflate
constexpr std::uint16_t kSizesFollow = 1u << 3;    // flag: sizes and checksum stand behind the data
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint32_t kFirstDay = 0x0021u << 16;  // 1980-01-01 00:00, date above time
constexpr int kLevel = 6;
constexpr int kRawDeflate = -15;  // without zlib's own header
constexpr int kMemory = 8;

// Numbers are written with their lowest byte first.
void add16(std::uint64_t value, std::string& out) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>(value >> 8 & 0xFF);
}

void add32(std::uint64_t value, std::string& out) {
  add16(value, out);
  add16(value >> 16, out);
}

// Pointers of zlib's type to bytes that it does not change.
Bytef* bytes_of(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }

}  // namespace

struct ZipWriter::Deflater {
  z_stream stream{};
  std::string packed = std::string(1u << 16, '\0');

  Deflater() {
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kRawDeflate, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw Failure(say("内存不足", "there is not enough memory"));
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream); }
};

ZipWriter::ZipWriter(std::function<void(std::string_view)> sink)
    : sink_(std::move(sink)), deflater_(std::make_unique<Deflater>()) {}

ZipWriter::~ZipWriter() = default;

void ZipWriter::put(std::string_view bytes) {
  written_ += bytes.size();
  if (written_ > kLimit) {
    throw Failure(say("超过 4 GB,这种文件放不下", "more than 4 GB, which this kind of file cannot hold"));
  }
  sink_(bytes);
}

void ZipWriter::begin(const std::string& name) {
  files_.push_back({name, 0, 0, 0, written_});
  std::string header = "PK\x03\x04";
  add16(kVersion, header);
  add16(kSizesFollow, header);
  add16(kDeflated, header);
  add32(kFirstDay, header);
  header.append(12, '\0');  // checksum and sizes
  add16(name.size(), header);
  add16(0, header);  // no extra field
  put(header + name);
}

void ZipWriter::write(std::string_view bytes) {
  if (!bytes.empty()) {  // zlib starts a new checksum at a null pointer
    deflate(bytes, Z_NO_FLUSH);
  }
}

void ZipWriter::deflate(std::string_view bytes, int flush) {
  File& file = files_.back();
  file.size += bytes.size();
  if (file.size > kLimit) {
    throw Failure(say("超过 4 GB,这种文件放不下", "more than 4 GB, which this kind of file cannot hold"));
  }
  const auto length = static_cast<uInt>(bytes.size());
  file.crc = static_cast<std::uint32_t>(crc32(file.crc, bytes_of(bytes), length));
  z_stream& stream = deflater_->stream;
  stream.next_in = bytes_of(bytes);
  stream.avail_in = length;
  std::string& packed = deflater_->packed;
  do {
    stream.next_out = bytes_of(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    if (::deflate(&stream, flush) == Z_STREAM_ERROR) {
      bug("zlib was called wrongly");
    }
    const std::string_view made(packed.data(), packed.size() - stream.avail_out);
    file.packed += made.size();
    if (!made.empty()) {
      put(made);
    }
  } while (stream.avail_out == 0);
}

void ZipWriter::end() {
  deflate("", Z_FINISH);
  deflateReset(&deflater_->stream);
  const File& file = files_.back();
  std::string descriptor = "PK\x07\x08";
  add32(file.crc, descriptor);
  add32(file.packed, descriptor);
  add32(file.size, descriptor);
  put(descriptor);
}

void ZipWriter::finish() {
  const std::uint64_t start = written_;
  std::string list;
  for (const File& file : files_) {
    list += "PK\x01\x02";
    add16(kVersion, list);
    add16(kVersion, list);
    add16(kSizesFollow, list);
    add16(kDeflated, list);
    add32(kFirstDay, list);
    add32(file.crc, list);
    add32(file.packed, list);
    add32(file.size, list);
    add16(file.name.size(), list);
    list.append(12, '\0');  // no extra field, no comment, first disk, no attributes
    add32(file.offset, list);
    list += file.name;
  }
  const std::size_t length = list.size();
  list += "PK\x05\x06";
  add32(0, list);  // one disk
  add16(files_.size(), list);
  add16(files_.size(), list);
  add32(length, list);
  add32(start, list);
  add16(0, list);  // no comment
  put(list);
}

}  // namespace siqingdan
