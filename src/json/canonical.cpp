#include "json/canonical.h"

#include <algorithm>

#include "base/failure.h"
#include "base/unicode.h"
#include "json/value.h"

namespace siqingdan::json {
namespace {

void write_text(const std::string& raw, std::string& out) {
  const bool ascii = std::all_of(raw.begin(), raw.end(), [](unsigned char c) { return c < 0x80; });
  out += nlohmann::json(ascii ? raw : to_nfc(raw)).dump();
}

void write(const Value& value, std::string& out);

void write_object(const Value& value, std::string& out) {
  std::vector<std::pair<std::string, const Value*>> members;
  members.reserve(value.size());
  for (const auto& [key, member] : value.items()) {
    members.emplace_back(to_nfc(key), &member);
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
    write_text(value.get_ref<const std::string&>(), out);
  } else if (value.is_number_float()) {
    bug("a float in canonical JSON");
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
