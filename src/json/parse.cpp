// nlohmann's SAX parser calls back after each token; a counting iterator tells how far it has read. From
// there and from the end of the token before, the place of each value is known. (json::parse would keep the
// last of two equal keys in silence and turn large integers into doubles.)

#include "json/parse.h"

#include <cstddef>
#include <iterator>
#include <limits>
#include <unordered_set>

#include "base/unicode.h"
#include "json/value.h"

namespace siqingdan::json {
namespace {

// Walks over the text and tells the outside how many bytes were taken.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

// Turns growing byte offsets into lines and columns, reading the text once.
class Places {
 public:
  explicit Places(const std::string& text) : text_(text) {}

  std::pair<int, int> at(std::size_t offset) {
    for (; seen_ < offset && seen_ < text_.size(); ++seen_) {
      const auto byte = static_cast<unsigned char>(text_[seen_]);
      if (byte == '\n') {
        ++line_;
        column_ = 1;
      } else if ((byte & 0xC0) != 0x80) {
        ++column_;
      }
    }
    return {line_, column_};
  }

 private:
  const std::string& text_;
  std::size_t seen_ = 0;
  int line_ = 1;
  int column_ = 1;
};

class TreeBuilder {
 public:
  TreeBuilder(const SourceFile& source, const std::size_t& taken, Issues& issues)
      : source_(source), taken_(taken), issues_(issues), places_(source.text) {}

  bool null() { return put({}); }
  bool boolean(bool value) {
    Node node;
    node.kind = Node::Kind::boolean;
    node.boolean = value;
    return put(std::move(node));
  }
  bool number_integer(std::int64_t value) {
    Node node;
    node.kind = Node::Kind::integer;
    node.integer = value;
    return put(std::move(node));
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return too_large();
    }
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double /*value*/, const std::string& written) {
    if (written.find_first_of(".eE") == std::string::npos) {
      return too_large();
    }
    error("float", say("这里不能用小数 `{}`", "a number with a fraction or an exponent: `{}`", written),
          say("金额写成整数分:66 元写 6600", "write money in whole fen: 6600 for 66 yuan"));
    return put({});
  }
  bool string(std::string& value) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = std::move(value);
    return put(std::move(node));
  }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }

  bool key(std::string& name) {
    const auto [line, column] = token_place();
    cursor_ = taken_;
    Open& open = open_.back();
    // Two spellings of one name in Unicode would be one key in canonical JSON.
    if (!open.keys.insert(to_nfc(name)).second) {
      issues_.error("duplicate-key", {source_.path, line, column},
                    say("键 `{}` 写了两次", "the key `{}` stands twice", name),
                    say("删去一处,或者合并", "delete one of them, or merge them"));
    }
    open.key = std::move(name);
    open.key_line = line;
    open.key_column = column;
    return true;
  }
  bool start_object(std::size_t /*elements*/) { return start(Node::Kind::object); }
  bool start_array(std::size_t /*elements*/) { return start(Node::Kind::array); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& problem) {
    const auto [line, column] = places_.at(position == 0 ? 0 : position - 1);
    issues_.error("not-json", {source_.path, line, column},
                  say("从这里起不是合法的 JSON", "not JSON from here on: {}", reason(problem.what())),
                  say("看看这里前后的逗号、引号和括号", "look at the commas, quotes and brackets around it"));
    return false;
  }

  Node take_root() { return std::move(root_); }

 private:
  struct Open {
    Node node;
    std::string key;
    int key_line = 0;
    int key_column = 0;
    std::unordered_set<std::string> keys;
  };

  // nlohmann's own sentence, without its id and its place (ours is counted in code points).
  static std::string reason(const std::string& what) {
    const auto at = what.rfind(": ");
    return at == std::string::npos ? what : what.substr(at + 2);
  }

  std::pair<int, int> token_place() {
    std::size_t at = cursor_;
    while (at < source_.text.size() &&
           std::string_view(" \t\r\n,:").find(source_.text[at]) != std::string_view::npos) {
      ++at;
    }
    return places_.at(at);
  }

  void error(std::string_view code, Text message, Text hint = {}) {
    const auto [line, column] = token_place();
    issues_.error(code, {source_.path, line, column}, std::move(message), std::move(hint));
  }

  bool too_large() {
    error("integer-range", say("整数超出范围", "the integer does not fit into 64 bits"));
    return put({});
  }

  bool start(Node::Kind kind) {
    const auto [line, column] = token_place();
    cursor_ = taken_;
    if (static_cast<int>(open_.size()) >= kDeepest) {
      issues_.error("too-deep", {source_.path, line, column},
                    say("嵌套超过 {} 层", "nested more than {} levels deep", kDeepest));
      return false;
    }
    Open open;
    open.node.kind = kind;
    open.node.line = line;
    open.node.column = column;
    open_.push_back(std::move(open));
    return true;
  }

  bool end() {
    cursor_ = taken_;
    Node node = std::move(open_.back().node);
    open_.pop_back();
    return attach(std::move(node));
  }

  bool put(Node node) {
    const auto [line, column] = token_place();
    cursor_ = taken_;
    node.line = line;
    node.column = column;
    return attach(std::move(node));
  }

  bool attach(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return true;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Node::Kind::object) {
      node.key_line = parent.key_line;
      node.key_column = parent.key_column;
      parent.node.members.push_back({std::move(parent.key), std::move(node)});
    } else {
      parent.node.items.push_back(std::move(node));
    }
    return true;
  }

  const SourceFile& source_;
  const std::size_t& taken_;
  Issues& issues_;
  Places places_;
  std::size_t cursor_ = 0;  // just behind the last token
  std::vector<Open> open_;
  Node root_;
};

}  // namespace

std::optional<Document> parse(const SourceFile& source, Issues& issues) {
  if (const auto bad = first_invalid_utf8(source.text)) {
    Places places(source.text);
    const auto [line, column] = places.at(*bad);
    issues.error("invalid-utf8", {source.path, line, column}, say("不是 UTF-8 文字", "not UTF-8 text"),
                 say("用 UTF-8 编码另存一次", "save the file in UTF-8"));
    return std::nullopt;
  }
  if (source.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    issues.error("not-json", {source.path, 0, 0}, say("文件是空的", "the file is empty"));
    return std::nullopt;
  }
  std::size_t taken = 0;
  Issues found;
  TreeBuilder builder(source, taken, found);
  const char* begin = source.text.data();
  const bool whole = nlohmann::json::sax_parse(CountingIterator(begin, &taken),
                                               CountingIterator(begin + source.text.size(), &taken),
                                               &builder);
  issues.append(found);
  if (!whole || found.has_errors()) {
    return std::nullopt;
  }
  return Document{source.path, builder.take_root()};
}

}  // namespace siqingdan::json
