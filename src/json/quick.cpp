#include "json/quick.h"

#include <simdjson.h>

#include <algorithm>

#include "json/parse.h"

namespace siqingdan::json {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

class Taker {
 public:
  explicit Taker(std::span<const std::string_view> hollow) : hollow_(hollow) {}

  bool take(element from, int depth, Node& to) {
    if (depth > kDeepest) {
      return false;
    }
    switch (from.type()) {
      case element_type::OBJECT:
        to.kind = Node::Kind::object;
        return take_members(from.get_object().value_unsafe(), depth, to);
      case element_type::ARRAY:
        to.kind = Node::Kind::array;
        return take_items(from.get_array().value_unsafe(), depth, to);
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

 private:
  bool take_members(simdjson::dom::object from, int depth, Node& to) {
    to.members.reserve(from.size());
    for (const auto& [key, value] : from) {
      to.members.emplace_back();
      to.members.back().key = key;
      Node& member = to.members.back().value;
      if (is_hollow(key) && (value.is_object() || value.is_array())) {
        member.kind = value.is_object() ? Node::Kind::object : Node::Kind::array;
      } else if (!take(value, depth + 1, member)) {
        return false;
      }
    }
    return true;
  }

  bool take_items(simdjson::dom::array from, int depth, Node& to) {
    to.items.reserve(from.size());
    for (const element item : from) {
      to.items.emplace_back();
      if (!take(item, depth + 1, to.items.back())) {
        return false;
      }
    }
    return true;
  }

  bool is_hollow(std::string_view key) const {
    return std::find(hollow_.begin(), hollow_.end(), key) != hollow_.end();
  }

  std::span<const std::string_view> hollow_;
};

}  // namespace

std::optional<Node> read_quickly(std::string_view text, std::span<const std::string_view> hollow) {
  thread_local simdjson::dom::parser parser;
  element root;
  Node node;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS ||
      !Taker(hollow).take(root, 1, node)) {
    return std::nullopt;
  }
  return node;
}

}  // namespace siqingdan::json
