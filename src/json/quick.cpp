#include "json/quick.h"

#include <simdjson.h>

#include "json/parse.h"

namespace siqingdan::json {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

bool take(element from, int depth, Node& to);

bool take_object(simdjson::dom::object from, int depth, Node& to) {
  to.kind = Node::Kind::object;
  to.members.reserve(from.size());
  for (const auto& [key, value] : from) {
    to.members.push_back({std::string(key), {}});
    if (!take(value, depth + 1, to.members.back().value)) {
      return false;
    }
  }
  return true;
}

bool take_array(simdjson::dom::array from, int depth, Node& to) {
  to.kind = Node::Kind::array;
  to.items.reserve(from.size());
  for (const element item : from) {
    to.items.emplace_back();
    if (!take(item, depth + 1, to.items.back())) {
      return false;
    }
  }
  return true;
}

bool take(element from, int depth, Node& to) {
  if (depth > kDeepest) {
    return false;
  }
  switch (from.type()) {
    case element_type::OBJECT:
      return take_object(from.get_object().value_unsafe(), depth, to);
    case element_type::ARRAY:
      return take_array(from.get_array().value_unsafe(), depth, to);
    case element_type::STRING:
      to.kind = Node::Kind::text;
      to.text = from.get_string().value_unsafe();
      return true;
    case element_type::INT64:
      to.kind = Node::Kind::integer;
      to.integer = from.get_int64().value_unsafe();
      return true;
    case element_type::BOOL:
      to.kind = Node::Kind::boolean;
      to.boolean = from.get_bool().value_unsafe();
      return true;
    case element_type::NULL_VALUE:
      return true;
    case element_type::UINT64:
    case element_type::DOUBLE:
      return false;
  }
  return false;
}

}  // namespace

std::optional<Node> read_quickly(std::string_view text) {
  thread_local simdjson::dom::parser parser;
  element root;
  Node node;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS || !take(root, 1, node)) {
    return std::nullopt;
  }
  return node;
}

}  // namespace siqingdan::json
