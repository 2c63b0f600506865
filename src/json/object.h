// Reading an object key by key, with an exact message for everything that is not as it should be.
//
//   Object o(context, node, {"案件", "a case"});
//   std::string title = o.text("title");              // required: a missing one is an issue
//   std::optional<Date> on = o.optional_date("on");
//   o.finish();                                       // every key that nobody asked for is an issue
//
// Readers go on after an issue with an empty value; nothing they return is used unless no issue was raised.

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/issue.h"
#include "json/node.h"

namespace siqingdan::json {

// The file that is being read and where its issues go.
struct Context {
  std::string file;
  Issues& issues;

  Place place(const Node& node) const { return {file, node.line, node.column}; }
  Place key_place(const Node& node) const {
    return node.key_line > 0 ? Place{file, node.key_line, node.key_column} : place(node);
  }
  void error(std::string_view code, const Node& node, Text message, Text hint = {}) const {
    issues.error(code, place(node), std::move(message), std::move(hint));
  }
};

// What kind of value people see in a message.
Text name_of(Node::Kind kind);

// What an object is called, put into words only where there is something to say.
struct Called {
  const char* zh;
  const char* en;
  std::string_view name = {};  // stands where `zh` and `en` have {}

  Text text() const { return {fmt::format(fmt::runtime(zh), name), fmt::format(fmt::runtime(en), name)}; }
};

class Object {
 public:
  // `called` names the object in messages. If `node` is no object, that is an issue and every key is missing
  // without further ado.
  Object(const Context& context, const Node& node, Called called);

  // The member called `key`, or nullptr; asking makes the key known, and it must outlive this. `null` counts
  // as present.
  const Node* find(std::string_view key);
  const Node* require(std::string_view key);

  std::string text(std::string_view key);
  std::optional<std::string> optional_text(std::string_view key);  // absent or null: nothing
  std::optional<std::int64_t> optional_integer(std::string_view key);
  bool boolean(std::string_view key);
  std::optional<bool> optional_boolean(std::string_view key);
  Date date(std::string_view key);
  std::optional<Date> optional_date(std::string_view key);
  const std::vector<Node>& array(std::string_view key);  // required
  const std::vector<Node>& optional_array(std::string_view key);  // absent: empty
  std::vector<std::string> optional_texts(std::string_view key);

  // One of `words`; a required key. Returns its index, 0 after an issue.
  std::size_t one_of(std::string_view key, std::initializer_list<const char*> words);
  std::size_t one_of_or(std::string_view key, std::initializer_list<const char*> words,
                        std::size_t otherwise);

  const Context& context() const { return context_; }
  const Node& node() const { return node_; }

  // Names every key that was not asked for, with the nearest known one.
  void finish();

 private:
  bool check(const Node& node, std::string_view key, Node::Kind wanted);
  std::size_t index_of(const Node& node, std::string_view key, std::initializer_list<const char*> words);

  const Context& context_;
  const Node& node_;
  Called called_;
  bool usable_;
  std::vector<std::string_view> known_;
};

// A date at `node`, or an issue.
std::optional<Date> read_date(const Context& context, const Node& node);

}  // namespace siqingdan::json
