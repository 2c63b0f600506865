#include <algorithm>

#include "base/suggest.h"
#include "base/unicode.h"
#include "facts/case.h"
#include "json/object.h"
#include "json/value.h"

namespace siqingdan {
namespace {

using json::Node;

std::string list_of(const std::vector<std::string>& codes) {
  std::string list;
  for (const std::string& code : codes) {
    list += (list.empty() ? "`" : ", `") + code + "`";
  }
  return list;
}

void wrong_value(const json::Context& context, const Fact& fact, const Node& node, Text wanted) {
  const Text found = json::name_of(node.kind);
  context.error("wrong-type", node,
                {fmt::format("事实 `{}` 应当是{},这里是{}", fact.name, wanted.zh, found.zh),
                 fmt::format("fact `{}` must be {}, not {}", fact.name, wanted.en, found.en)});
}

std::optional<Known> read_code(const json::Context& context, const Fact& fact, const Node& node) {
  const auto it = std::find(fact.codes.begin(), fact.codes.end(), node.text);
  if (node.kind != Node::Kind::text || it == fact.codes.end()) {
    const std::string written = node.kind == Node::Kind::text ? node.text : json::name_of(node.kind).en;
    context.error("unknown-word", node,
                  say("事实 `{}` 不能是 `{}`", "fact `{}` cannot be `{}`", fact.name, written),
                  say("可以写: {}", "one of: {}", list_of(fact.codes)));
    return std::nullopt;
  }
  return Known{it - fact.codes.begin(), {}, {}, {}};
}

std::optional<Known> read_value(const json::Context& context, const Fact& fact, const Node& node) {
  if (fact.is_yes_or_no()) {
    if (node.kind != Node::Kind::boolean) {
      wrong_value(context, fact, node, {" true 或 false", "true or false"});
      return std::nullopt;
    }
    return Known{node.boolean ? 1 : 0, {}, {}, {}};
  }
  if (fact.is_number()) {
    if (node.kind != Node::Kind::integer || (fact.type == FactType::money && node.integer < 0)) {
      wrong_value(context, fact, node,
                  fact.type == FactType::money
                      ? Text{"不小于零的整数(分)", "an integer of fen, not below zero"}
                      : Text{"整数", "an integer"});
      return std::nullopt;
    }
    return Known{node.integer, {}, {}, {}};
  }
  if (fact.type == FactType::enumeration) {
    return read_code(context, fact, node);
  }
  if (fact.type == FactType::date) {
    const auto date = json::read_date(context, node);
    return date ? std::optional<Known>(Known{to_number(*date), {}, {}, {}}) : std::nullopt;
  }
  if (node.kind != Node::Kind::text) {
    wrong_value(context, fact, node, {"文字", "text"});
    return std::nullopt;
  }
  return Known{0, node.text, {}, {}};
}

}  // namespace

json::Value written(const Fact& fact, const Known& known) {
  switch (fact.type) {
    case FactType::boolean:
    case FactType::judgement:
    case FactType::derived:
      return known.number != 0;
    case FactType::enumeration:
      return fact.codes[static_cast<std::size_t>(known.number)];
    case FactType::date:
      return to_text(from_number(static_cast<int>(known.number)));
    case FactType::text:
      return known.text;
    case FactType::integer:
    case FactType::money:
      break;
  }
  return known.number;
}

FactSheet FactSheet::with(const FactSheet& over) const {
  FactSheet result = *this;
  for (std::size_t id = 0; id < over.size(); ++id) {
    const Entry& entry = over.entries_[over.place_[id]];
    if (entry.known) {
      result.set(static_cast<FactId>(id), *entry.known);
    } else if (entry.asked) {
      result.set_unknowable(static_cast<FactId>(id));
    }
  }
  return result;
}

std::optional<Known> read_known(const json::Context& context, const Fact& fact, const Node& node,
                                bool& asked) {
  asked = false;
  const Node* value = &node;
  std::string because;
  std::string from;
  if (node.kind == Node::Kind::object) {
    json::Object o(context, node, {"事实 `{}`", "fact `{}`", fact.name});
    value = o.require("value");
    because = o.optional_text("because").value_or("");
    from = o.optional_text("from").value_or("");
    o.finish();
    if (value == nullptr) {
      return std::nullopt;
    }
    if (has_control_characters(because) || has_control_characters(from)) {
      context.error("control-character", node,
                    say("事实 `{}` 的说明里有控制字符", "the note on fact `{}` has control characters",
                        fact.name));
    }
  }
  if (value->kind == Node::Kind::null) {
    asked = true;
    return std::nullopt;
  }
  auto known = read_value(context, fact, *value);
  if (known) {
    known->because = std::move(because);
    known->from = std::move(from);
    if (has_control_characters(known->text)) {
      context.error("control-character", *value,
                    say("事实 `{}` 里有控制字符", "fact `{}` has control characters", fact.name));
    }
  }
  return known;
}

void read_fact(const json::Context& context, const Vocabulary& vocabulary, const std::string& name,
               const Node& node, FactSheet& sheet) {
  const FactId id = vocabulary.find(name);
  if (id == kNoFact) {
    context.issues.error("unknown-fact", context.key_place(node),
                         say("没有名为 `{}` 的事实", "no fact is called `{}`", name),
                         suggestion(name, vocabulary.names()));
    return;
  }
  bool asked = false;
  if (auto known = read_known(context, vocabulary.facts[id], node, asked)) {
    sheet.set(id, std::move(*known));
  } else if (asked) {
    sheet.set_unknowable(id);
  }
}

}  // namespace siqingdan
