// Canonical JSON (json/canonical.h) written piece by piece, for the few records that are made by the hundred
// thousand and cannot afford to be built first.
//
//   CanonicalWriter out;
//   out.begin_object();
//   out.key("answer").text("applies");
//   out.key("listed").boolean(true);
//   out.end_object();
//
// Keys must come in the order of their bytes; one that does not is our bug, and so says the program.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan::json {

class CanonicalWriter {
 public:
  // `room`: bytes that are most likely enough for all of it.
  explicit CanonicalWriter(std::size_t room = 0) { out_.reserve(room); }

  CanonicalWriter& begin_object() { return begin('{'); }
  CanonicalWriter& end_object() { return end('}'); }
  CanonicalWriter& begin_array() { return begin('['); }
  CanonicalWriter& end_array() { return end(']'); }

  CanonicalWriter& key(std::string_view key);  // ASCII without anything to escape, until the next key
  CanonicalWriter& text(std::string_view text);  // valid UTF-8
  CanonicalWriter& word(std::string_view word);  // ASCII without anything to escape: what we named ourselves
  CanonicalWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  CanonicalWriter& integer(std::int64_t value) { return raw(std::to_string(value)); }
  CanonicalWriter& null() { return raw("null"); }
  // A value that is canonical already.
  CanonicalWriter& canonical(std::string_view json) { return raw(json); }

  std::string take() { return std::move(out_); }

 private:
  CanonicalWriter& begin(char bracket);
  CanonicalWriter& end(char bracket);
  CanonicalWriter& raw(std::string_view value);
  void separate();

  std::string out_;
  std::vector<std::string_view> last_keys_;  // of the objects that are open
  bool first_ = true;  // nothing stands yet in what is open, or a key has just been written
};

}  // namespace siqingdan::json
