#include "json/canonical_writer.h"

#include "base/failure.h"
#include "json/canonical_text.h"

namespace siqingdan::json {

void CanonicalWriter::separate() {
  if (!first_) {
    out_ += ',';
  }
  first_ = false;
}

CanonicalWriter& CanonicalWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  last_keys_.emplace_back();
  first_ = true;
  return *this;
}

CanonicalWriter& CanonicalWriter::end(char bracket) {
  out_ += bracket;
  last_keys_.pop_back();
  first_ = false;
  return *this;
}

CanonicalWriter& CanonicalWriter::key(std::string_view key) {
  if (!last_keys_.back().empty() && key <= last_keys_.back()) {
    bug("a key of canonical JSON out of order: " + std::string(key));
  }
  last_keys_.back() = key;
  separate();
  out_ += '"';
  out_ += key;
  out_ += "\":";
  first_ = true;
  return *this;
}

CanonicalWriter& CanonicalWriter::text(std::string_view text) {
  separate();
  write_text(text, out_);
  return *this;
}

CanonicalWriter& CanonicalWriter::word(std::string_view word) {
  separate();
  out_ += '"';
  out_ += word;
  out_ += '"';
  return *this;
}

CanonicalWriter& CanonicalWriter::raw(std::string_view value) {
  separate();
  out_ += value;
  return *this;
}

}  // namespace siqingdan::json
