#include "json/canonical.h"

#include <algorithm>

#include "base/failure.h"
#include "base/unicode.h"

namespace siqingdan::json {
namespace {

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

std::string normal(const std::string& text) { return is_ascii(text) ? text : to_nfc(text); }

// `text` is in normal form.
void write_text(const std::string& text, std::string& out) {
  const bool plain = std::none_of(text.begin(), text.end(),
                                  [](unsigned char c) { return c < 0x20 || c == '"' || c == '\\'; });
  if (plain) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += nlohmann::json(text).dump();
  }
}

void write(const Value& value, std::string& out);

void write_object(const Value& value, std::string& out) {
  std::vector<std::pair<std::string, const Value*>> members;
  members.reserve(value.size());
  for (const auto& [key, member] : value.items()) {
    members.emplace_back(normal(key), &member);
  }
  std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) {
      out += ',';
    }
    write_text(members[i].first, out);
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
    write_text(normal(value.get_ref<const std::string&>()), out);
  } else if (value.is_number_float()) {
    bug("a float in canonical JSON");
  } else if (value.is_number_unsigned()) {
    out += std::to_string(value.get<std::uint64_t>());
  } else if (value.is_number_integer()) {
    out += std::to_string(value.get<std::int64_t>());
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
