#include "json/object.h"

#include <algorithm>

#include "base/suggest.h"

namespace siqingdan::json {
namespace {

const std::vector<Node> kNone;

std::string list_of(std::initializer_list<const char*> words) {
  std::string list;
  for (const char* word : words) {
    list += list.empty() ? "`" : ", `";
    list += word;
    list += '`';
  }
  return list;
}

}  // namespace

Text name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return {" null", "null"};
    case Node::Kind::boolean:
      return {" true 或 false", "true or false"};
    case Node::Kind::integer:
      return {"整数", "an integer"};
    case Node::Kind::text:
      return {"文字", "text"};
    case Node::Kind::array:
      return {"数组 [ ]", "an array"};
    case Node::Kind::object:
      return {"对象 { }", "an object"};
  }
  return {};
}

Object::Object(const Context& context, const Node& node, Called called)
    : context_(context), node_(node), called_(called), usable_(node.kind == Node::Kind::object) {
  if (!usable_) {
    const Text what = called_.text();
    const Text found = name_of(node.kind);
    context_.error("wrong-type", node,
                   {fmt::format("{}应当是对象 {{ }},这里是{}", what.zh, found.zh),
                    fmt::format("{} must be an object, not {}", what.en, found.en)});
  }
}

const Node* Object::find(std::string_view key) {
  known_.push_back(key);
  return usable_ ? node_.find(key) : nullptr;
}

const Node* Object::require(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr && usable_) {
    const Text what = called_.text();
    context_.error("missing-key", node_,
                   {fmt::format("{}缺少 `{}`", what.zh, key), fmt::format("{} lacks `{}`", what.en, key)});
  }
  return node;
}

bool Object::check(const Node& node, std::string_view key, Node::Kind wanted) {
  if (node.kind == wanted) {
    return true;
  }
  const Text should = name_of(wanted);
  const Text found = name_of(node.kind);
  context_.error("wrong-type", node,
                 {fmt::format("`{}` 应当是{},这里是{}", key, should.zh, found.zh),
                  fmt::format("`{}` must be {}, not {}", key, should.en, found.en)});
  return false;
}

std::string Object::text(std::string_view key) {
  const Node* node = require(key);
  if (node == nullptr || !check(*node, key, Node::Kind::text)) {
    return {};
  }
  if (node->text.empty()) {
    context_.error("empty-text", *node, say("`{}` 不能为空", "`{}` must not be empty", std::string(key)));
  }
  return node->text;
}

std::optional<std::string> Object::optional_text(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr || node->kind == Node::Kind::null || !check(*node, key, Node::Kind::text)) {
    return std::nullopt;
  }
  return node->text;
}

std::optional<std::int64_t> Object::optional_integer(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr || node->kind == Node::Kind::null || !check(*node, key, Node::Kind::integer)) {
    return std::nullopt;
  }
  return node->integer;
}

bool Object::boolean(std::string_view key) {
  const Node* node = require(key);
  return node != nullptr && check(*node, key, Node::Kind::boolean) && node->boolean;
}

std::optional<bool> Object::optional_boolean(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr || !check(*node, key, Node::Kind::boolean)) {
    return std::nullopt;
  }
  return node->boolean;
}

Date Object::date(std::string_view key) {
  const Node* node = require(key);
  return node == nullptr ? Date{} : read_date(context_, *node).value_or(Date{});
}

std::optional<Date> Object::optional_date(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr || node->kind == Node::Kind::null) {
    return std::nullopt;
  }
  return read_date(context_, *node);
}

const std::vector<Node>& Object::array(std::string_view key) {
  const Node* node = require(key);
  return node != nullptr && check(*node, key, Node::Kind::array) ? node->items : kNone;
}

const std::vector<Node>& Object::optional_array(std::string_view key) {
  const Node* node = find(key);
  return node != nullptr && check(*node, key, Node::Kind::array) ? node->items : kNone;
}

std::vector<std::string> Object::optional_texts(std::string_view key) {
  std::vector<std::string> texts;
  for (const Node& item : optional_array(key)) {
    if (check(item, key, Node::Kind::text)) {
      texts.push_back(item.text);
    }
  }
  return texts;
}

std::size_t Object::index_of(const Node& node, std::string_view key,
                             std::initializer_list<const char*> words) {
  if (!check(node, key, Node::Kind::text)) {
    return 0;
  }
  const auto it = std::find(words.begin(), words.end(), node.text);
  if (it == words.end()) {
    context_.error("unknown-word", node,
                   say("`{}` 不能是 `{}`", "`{}` cannot be `{}`", std::string(key), node.text),
                   say("可以写: {}", "one of: {}", list_of(words)));
    return 0;
  }
  return static_cast<std::size_t>(it - words.begin());
}

std::size_t Object::one_of(std::string_view key, std::initializer_list<const char*> words) {
  const Node* node = require(key);
  return node == nullptr ? 0 : index_of(*node, key, words);
}

std::size_t Object::one_of_or(std::string_view key, std::initializer_list<const char*> words,
                              std::size_t otherwise) {
  const Node* node = find(key);
  return node == nullptr ? otherwise : index_of(*node, key, words);
}

void Object::finish() {
  if (!usable_) {
    return;
  }
  for (const auto& [key, member] : node_.members) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
      const Text what = called_.text();
      context_.issues.error("unknown-key", context_.key_place(member),
                            {fmt::format("{}没有 `{}` 这一项", what.zh, key),
                             fmt::format("{} has no `{}`", what.en, key)},
                            suggestion(key, {known_.begin(), known_.end()}));
    }
  }
}

std::optional<Date> read_date(const Context& context, const Node& node) {
  if (node.kind == Node::Kind::text) {
    if (const auto date = parse_date(node.text)) {
      return date;
    }
  }
  if (node.kind != Node::Kind::text) {
    const Text found = name_of(node.kind);
    context.error("wrong-type", node,
                  say("应当是日期,这里是{0}", "must be a date, not {1}", found.zh, found.en),
                  say("写成 \"2026-11-23\" 这样", "write it like \"2026-11-23\""));
    return std::nullopt;
  }
  const std::string& written = node.text;
  context.error("bad-date", node,
                say("`{}` 不是 1900 到 2199 年间的日期", "`{}` is no date of the years 1900 to 2199",
                    written),
                say("写成 2026-11-23 这样", "write it like 2026-11-23"));
  return std::nullopt;
}

}  // namespace siqingdan::json
