// A JSON value that remembers its line and column.
//
// Rule files and cases hold only null, booleans, 64-bit integers, text, arrays and objects: there is no
// floating point in law, and a parser that finds one says so (json/parse.h).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan::json {

struct Member;

struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, text, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;
  std::vector<Node> items;                             // array
  std::vector<Member> members;                         // object, in reading order, no key twice
  int line = 1;
  int column = 1;      // of the value
  int key_line = 0;    // of the key, for a member of an object
  int key_column = 0;

  // The member called `key`, or nullptr.
  const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Node value;
};

inline const Node* Node::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) {
      return &member.value;
    }
  }
  return nullptr;
}

struct Document {
  std::string file;  // as it is shown to people
  Node root;
};

}  // namespace siqingdan::json
