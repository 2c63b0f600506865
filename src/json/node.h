// A JSON value that remembers its line and column.
//
// Rule files and cases hold only null, booleans, 64-bit integers, text, arrays and objects: there is no
// floating point in law, and a parser that finds one says so (json/parse.h).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace siqingdan::json {

struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, text, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;
  std::vector<Node> items;                             // array
  std::vector<std::pair<std::string, Node>> members;   // object, in reading order, no key twice
  int line = 1;
  int column = 1;      // of the value
  int key_line = 0;    // of the key, for a member of an object
  int key_column = 0;

  const Node* find(std::string_view key) const {
    for (const auto& [name, value] : members) {
      if (name == key) {
        return &value;
      }
    }
    return nullptr;
  }
};

struct Document {
  std::string file;  // as it is shown to people
  Node root;
};

}  // namespace siqingdan::json
