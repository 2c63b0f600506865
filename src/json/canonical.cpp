#include "json/canonical.h"

#include <algorithm>
#include <array>
#include <forward_list>
#include <string_view>

#include "base/failure.h"
#include "base/unicode.h"
#include "json/canonical_text.h"
#include "json/value.h"

namespace siqingdan::json {
namespace {

// What some byte of a text asks for; none of these in most texts.
enum : std::uint8_t { kEscape = 1, kForm = 2 };

constexpr auto kAsks = [] {
  std::array<std::uint8_t, 256> asks{};
  for (unsigned byte = 0; byte < asks.size(); ++byte) {
    asks[byte] = byte < 0x20 || byte == '"' || byte == '\\' ? kEscape : byte >= 0x80 ? kForm : 0;
  }
  return asks;
}();

std::uint8_t asked_by(std::string_view text) {
  std::uint8_t asked = 0;
  for (const char c : text) {
    asked |= kAsks[static_cast<unsigned char>(c)];
  }
  return asked;
}

// Text in normal form.
void write_formed(std::string_view text, std::uint8_t asked, std::string& out) {
  if ((asked & kEscape) != 0) {
    out += nlohmann::json(text).dump();
  } else {
    out += '"';
    out += text;
    out += '"';
  }
}

}  // namespace

void write_text(std::string_view text, std::string& out) {
  const std::uint8_t asked = asked_by(text);
  if ((asked & kForm) == 0 || is_plainly_nfc(text)) {
    write_formed(text, asked, out);
  } else {
    const std::string formed = to_nfc(text);
    write_formed(formed, asked_by(formed), out);
  }
}

namespace {

void write(const Value& value, std::string& out);

void write_object(const Value& value, std::string& out) {
  std::vector<std::pair<std::string_view, const Value*>> members;
  members.reserve(value.size());
  std::forward_list<std::string> formed;  // keys that had to be brought into normal form
  for (const auto& [key, member] : value.get_ref<const Value::object_t&>()) {
    members.emplace_back(is_plainly_nfc(key) ? key : formed.emplace_front(to_nfc(key)), &member);
  }
  std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) {
      out += ',';
    }
    write_formed(members[i].first, asked_by(members[i].first), out);
    out += ':';
    write(*members[i].second, out);
  }
  out += '}';
}

void write_array(const Value& value, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (i > 0) {
      out += ',';
    }
    write(value[i], out);
  }
  out += ']';
}

void write(const Value& value, std::string& out) {
  if (value.is_object()) {
    write_object(value, out);
  } else if (value.is_array()) {
    write_array(value, out);
  } else if (value.is_string()) {
    write_text(value.get_ref<const std::string&>(), out);
  } else if (value.is_number_float()) {
    bug("a float in canonical JSON");
  } else if (value.is_number_unsigned()) {
    out += std::to_string(value.get<std::uint64_t>());
  } else if (value.is_number_integer()) {
    out += std::to_string(value.get<std::int64_t>());
  } else if (value.is_boolean()) {
    out += value.get<bool>() ? "true" : "false";
  } else {
    out += value.dump();
  }
}

}  // namespace

std::string canonical(const Value& value) {
  std::string out;
  write(value, out);
  return out;
}

std::string canonical(const Node& node) { return canonical(to_value(node)); }

Value to_value(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return nullptr;
    case Node::Kind::boolean:
      return node.boolean;
    case Node::Kind::integer:
      return node.integer;
    case Node::Kind::text:
      return node.text;
    case Node::Kind::array: {
      Value array = Value::array();
      for (const Node& item : node.items) {
        array.push_back(to_value(item));
      }
      return array;
    }
    case Node::Kind::object: {
      Value object = Value::object();
      for (const auto& [key, member] : node.members) {
        object[key] = to_value(member);
      }
      return object;
    }
  }
  bug("a JSON node of no kind");
}

std::string pretty(const Value& value) { return value.dump(2, ' ', false, Value::error_handler_t::replace); }

std::string compact(const Value& value) {
  return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

}  // namespace siqingdan::json
