#include "rules/read_condition.h"

#include <algorithm>

#include "base/suggest.h"
#include "facts/case.h"

namespace siqingdan {
namespace {

std::vector<std::string> names_of(const std::map<std::string, Number>& numbers) {
  std::vector<std::string> names;
  for (const auto& entry : numbers) {
    names.push_back(entry.first);
  }
  return names;
}

const Number* find_number(const json::Context& context, const json::Node& node, const Words& words) {
  const auto found = words.numbers.find(node.text);
  if (found == words.numbers.end()) {
    context.error("unknown-number", node,
                  say("清单没有名为 `{}` 的数", "the list has no number `{}`", node.text),
                  suggestion(node.text, names_of(words.numbers)));
    return nullptr;
  }
  if (found->second.on(words.from) == nullptr) {
    context.error("number-gap", node,
                  say("数 `{}` 在 {} 还没有值", "the number `{}` has no value on {}", node.text,
                      to_text(words.from)));
  }
  return &found->second;
}

bool is_span(Unit unit) { return unit == Unit::calendar_days || unit == Unit::months || unit == Unit::years; }

FactId find_fact(const json::Context& context, const json::Node& node, const Words& words) {
  const FactId id = words.vocabulary.find(node.text);
  if (id == kNoFact) {
    context.error("unknown-fact", node, say("没有名为 `{}` 的事实", "no fact is called `{}`", node.text),
                  suggestion(node.text, words.vocabulary.names()));
  }
  return id;
}

void wrong_test(const json::Context& context, const json::Node& node, const Fact& fact, const char* test) {
  context.error("wrong-test", node,
                say("`{}` 不能用于 {} 类型的事实 `{}`", "`{}` does not fit the {} fact `{}`",
                    std::string(test), std::string(name_of(fact.type)), fact.name));
}

// `is` and `one_of`: the values that make the leaf hold.
void read_values(const json::Context& context, const Fact& fact, const json::Node& node, Condition& leaf,
                 const char* test) {
  if (!fact.is_yes_or_no() && fact.type != FactType::enumeration) {
    wrong_test(context, node, fact, test);
    return;
  }
  bool asked = false;
  const auto known = read_known(context, fact, node, asked);
  if (asked) {
    context.error("wrong-type", node, say("条件不能等于 null", "a condition cannot be null"));
  } else if (known) {
    leaf.values.push_back(known->number);
  }
}

// A literal or the name of a number, to compare an amount or a count with.
void read_limit(const json::Context& context, const Fact& fact, const json::Node& node, const Words& words,
                Condition& leaf, const char* test) {
  if (!fact.is_number()) {
    wrong_test(context, node, fact, test);
  } else if (node.kind == json::Node::Kind::integer) {
    leaf.limit = node.integer;
  } else if (node.kind == json::Node::Kind::text) {
    const Number* number = find_number(context, node, words);
    const Unit unit = fact.type == FactType::money ? Unit::fen : Unit::count;
    if (number != nullptr && number->unit != unit) {
      context.error("wrong-unit", node,
                    say("数 `{}` 的单位应当是 {}", "the number `{}` must be in {}", node.text,
                        std::string(name_of(unit))));
    }
    leaf.number = node.text;
  } else {
    context.error("wrong-type", node, say("应当是整数或者数的名称", "an integer or the name of a number"));
  }
}

void read_day(const json::Context& context, const Fact& fact, const json::Node& node, Condition& leaf,
              const char* test) {
  if (fact.type != FactType::date) {
    wrong_test(context, node, fact, test);
    return;
  }
  leaf.limit = to_number(json::read_date(context, node).value_or(Date{}));
}

FactId read_end(const json::Context& context, const json::Node* node, const Words& words) {
  if (node == nullptr) {
    return kNoFact;
  }
  const FactId id = find_fact(context, *node, words);
  if (id != kNoFact && words.vocabulary.facts[id].type != FactType::date) {
    wrong_test(context, *node, words.vocabulary.facts[id], "span");
  }
  return id;
}

void read_span(json::Object& o, const json::Node& node, const Words& words, Condition& leaf) {
  const json::Context& context = o.context();
  json::Object span(context, node, {"`span`", "`span`"});
  leaf.fact = read_end(context, span.require("from"), words);
  const json::Node* to = span.require("to");
  leaf.until_fact = to != nullptr && to->text == "decision" ? kNoFact : read_end(context, to, words);
  span.finish();
  const json::Node* longer = o.find("longer_than");
  const json::Node* limit = longer != nullptr ? longer : o.find("at_most");
  if (limit == nullptr) {
    context.error("missing-key", o.node(),
                  say("`span` 缺少 `longer_than` 或者 `at_most`", "`span` lacks `longer_than` or `at_most`"));
    return;
  }
  leaf.op = longer != nullptr ? Condition::Op::longer_than : Condition::Op::not_longer_than;
  leaf.number = limit->text;
  const Number* number = find_number(context, *limit, words);
  if (number != nullptr &&
      (number->unit == Unit::fen || number->unit == Unit::count || number->unit == Unit::working_days)) {
    context.error("wrong-unit", *limit,
                  say("时间只能用日历日、月、年", "a span is measured in calendar days, months or years"));
  }
}

struct Test {
  const char* key;
  Condition::Op op;
  enum class Kind { value, values, amount, day } kind;
};
constexpr Test kTests[] = {{"is", Condition::Op::one_of, Test::Kind::value},
                           {"one_of", Condition::Op::one_of, Test::Kind::values},
                           {"at_least", Condition::Op::at_least, Test::Kind::amount},
                           {"at_most", Condition::Op::at_most, Test::Kind::amount},
                           {"more_than", Condition::Op::more_than, Test::Kind::amount},
                           {"less_than", Condition::Op::less_than, Test::Kind::amount},
                           {"on_or_after", Condition::Op::at_least, Test::Kind::day},
                           {"before", Condition::Op::less_than, Test::Kind::day}};

void read_test(const json::Context& context, const Fact& fact, const Test& test, const json::Node& node,
               const Words& words, Condition& leaf) {
  leaf.op = test.op;
  switch (test.kind) {
    case Test::Kind::value:
      read_values(context, fact, node, leaf, test.key);
      break;
    case Test::Kind::values:
      for (const json::Node& item : node.items) {
        read_values(context, fact, item, leaf, test.key);
      }
      if (node.items.empty()) {
        context.error("wrong-type", node,
                      say("`one_of` 应当是不空的数组", "`one_of` must be a non-empty array"));
      }
      break;
    case Test::Kind::amount:
      read_limit(context, fact, node, words, leaf, test.key);
      break;
    case Test::Kind::day:
      read_day(context, fact, node, leaf, test.key);
      break;
  }
}

// A derived fact needs a number of calendar time in its list. It may begin later than the list: before that
// day only what a person states counts.
void look_back(const json::Context& context, const json::Node& node, const Fact& fact, const Words& words,
               Condition& leaf) {
  leaf.number = fact.derived_number;
  const auto number = words.numbers.find(fact.derived_number);
  if (number == words.numbers.end()) {
    context.error("unknown-number", node,
                  say("`{}` 要用数 `{}`,清单没有", "`{}` needs the number `{}`, which the list lacks",
                      fact.name, fact.derived_number));
  } else if (!is_span(number->second.unit)) {
    context.error("wrong-unit", node,
                  say("数 `{}` 只能用日历日、月、年",
                      "the number `{}` must be in calendar days, months or years", fact.derived_number));
  }
}

void read_fact_test(json::Object& o, const json::Node& fact_node, const Words& words, Condition& leaf) {
  const json::Context& context = o.context();
  leaf.fact = find_fact(context, fact_node, words);
  int tests = 0;
  for (const Test& test : kTests) {
    const json::Node* node = o.find(test.key);
    if (node == nullptr) {
      continue;
    }
    ++tests;
    if (leaf.fact != kNoFact) {
      read_test(context, words.vocabulary.facts[leaf.fact], test, *node, words, leaf);
    }
  }
  if (tests != 1) {
    context.error("one-test", o.node(),
                  say("一个条件只能有一种比较,这里有 {} 种", "a leaf has exactly one test, this one has {}",
                      tests),
                  say("is、one_of、at_least、at_most、more_than、less_than、on_or_after、before 选一",
                      "one of is, one_of, at_least, at_most, more_than, less_than, on_or_after, before"));
  }
  if (leaf.fact != kNoFact && words.vocabulary.facts[leaf.fact].type == FactType::derived) {
    look_back(context, fact_node, words.vocabulary.facts[leaf.fact], words, leaf);
  }
}

Expression read_group(json::Object& o, const json::Node& node, const Words& words, Condition::Op op,
                      Condition::Role role) {
  Expression whole;
  std::vector<std::uint16_t> roots;
  const bool negation = op == Condition::Op::negation;
  const std::vector<json::Node> single = negation ? std::vector<json::Node>{node} : node.items;
  if (single.empty()) {
    o.context().error("empty-group", node, say("这一组没有条件", "this group has no conditions"));
  }
  for (const json::Node& child : single) {
    const Expression part = read_condition(o.context(), child, words, role);
    if (!part.empty()) {
      roots.push_back(append(whole, part));
    }
  }
  join(whole, op, std::move(roots), role);
  return whole;
}

}  // namespace

std::uint16_t append(Expression& whole, const Expression& part) {
  const auto offset = static_cast<std::uint16_t>(whole.size());
  for (Condition node : part) {
    for (std::uint16_t& child : node.children) {
      child = static_cast<std::uint16_t>(child + offset);
    }
    whole.push_back(std::move(node));
  }
  return static_cast<std::uint16_t>(whole.size() - 1);
}

void join(Expression& whole, Condition::Op op, std::vector<std::uint16_t> roots, Condition::Role role) {
  Condition node;
  node.op = op;
  node.role = role;
  node.children = std::move(roots);
  whole.push_back(std::move(node));
}

std::string read_origin(json::Object& o, const std::vector<Citation>& cites) {
  static constexpr auto kOrigins = {"official", "statute",      "published_case",
                                    "reported", "sibling_list", "drafted"};
  const std::string origin = *(kOrigins.begin() + o.one_of("origin", kOrigins));
  if (origin == "statute" && cites.empty()) {
    o.context().error("no-citation", o.node(),
                      say("出自法条(`statute`)的,必须写明 `cites`",
                          "what comes from a statute must cite it"));
  }
  return origin;
}

Expression read_leaf(json::Object& o, const Words& words, Condition::Role role) {
  Condition leaf;
  leaf.role = role;
  leaf.id = o.text("id");
  leaf.says = o.text("says");
  leaf.cites = read_citations(o, "cites", words.catalogue);
  leaf.origin = read_origin(o, leaf.cites);
  const json::Node* fact = o.find("fact");
  const json::Node* span = o.find("span");
  if ((fact == nullptr) == (span == nullptr)) {
    o.context().error("one-test", o.node(),
                      say("条件要么有 `fact`,要么有 `span`", "a leaf has either `fact` or `span`"),
                      say("或者写成 all / any / not", "or write it as all / any / not"));
    return {};
  }
  if (fact != nullptr) {
    read_fact_test(o, *fact, words, leaf);
  } else {
    read_span(o, *span, words, leaf);
  }
  return {leaf};
}

Expression read_condition(const json::Context& context, const json::Node& node, const Words& words,
                          Condition::Role role) {
  json::Object o(context, node, {"条件", "a condition"});
  Expression result;
  const json::Node* all = o.find("all");
  const json::Node* any = o.find("any");
  const json::Node* negation = o.find("not");
  if ((all != nullptr) + (any != nullptr) + (negation != nullptr) > 1) {
    context.error("one-test", node, say("all、any、not 只能有一个", "only one of all, any and not"),
                  say("套起来写", "put one inside the other"));
  }
  if (all != nullptr) {
    result = read_group(o, *all, words, Condition::Op::all, role);
  } else if (any != nullptr) {
    result = read_group(o, *any, words, Condition::Op::any, role);
  } else if (negation != nullptr) {
    result = read_group(o, *negation, words, Condition::Op::negation, role);
  } else if (node.kind == json::Node::Kind::object) {
    result = read_leaf(o, words, role);
  }
  o.finish();
  return result;
}

}  // namespace siqingdan
