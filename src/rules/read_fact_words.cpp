#include "rules/read_fact_words.h"

#include <algorithm>

#include "base/suggest.h"
#include "facts/case.h"
#include "rules/fact_pattern.h"

namespace siqingdan {
namespace {

using json::Node;
using Kind = PatternPart::Kind;

class WordsReader {
 public:
  WordsReader(const json::Context& context, const Vocabulary& vocabulary, FactWords& words)
      : context_(context), vocabulary_(vocabulary), words_(words) {}

  // What other files may name.
  void read_names(const Node& node) {
    json::Object o(context_, node, {"事实的说法", "words of facts"});
    if (const Node* sets = o.find("sets")) {
      read_sets(*sets);
    }
    for (const Node& guard : o.optional_array("guards")) {
      read_guard(guard);
    }
  }

  void read_cues(const Node& node) {
    json::Object o(context_, node, {"事实的说法", "words of facts"});
    for (const char* known : {"$schema", "sets", "guards"}) {
      o.find(known);
    }
    for (const Node& cue : o.optional_array("cues")) {
      read_cue(cue);
    }
    for (const Node& yield : o.optional_array("yields")) {
      read_yield(yield);
    }
    for (const std::string& fact : o.optional_texts("of_violation")) {
      words_.of_violation.push_back(known_fact(node, fact));
    }
    o.finish();
  }

 private:
  void read_sets(const Node& node) {
    json::Object o(context_, node, {"`sets`", "`sets`"});
    for (const auto& member : node.members) {
      if (!words_.sets.emplace(member.key, WordList(in_order(texts_of(o, member.key, node)))).second) {
        context_.error("duplicate-id", member.value,
                       say("词组 `{}` 已经在另一个文件里了", "another file has the set `{}` as well",
                           member.key));
      }
    }
  }

  std::vector<std::string> texts_of(json::Object& o, std::string_view key, const Node& node) {
    std::vector<std::string> texts = o.optional_texts(key);
    std::erase_if(texts, [&](const std::string& text) {
      const bool bad = text.empty() || text.find('\n') != std::string::npos;
      if (bad) {
        context_.error("bad-pattern", node,
                       say("`{}` 里有空的词或者换行", "`{}` holds an empty word or a line break", key));
      }
      return bad;
    });
    return texts;
  }

  void read_guard(const Node& node) {
    json::Object o(context_, node, {"一道限制", "a guard"});
    FactWords::Guard guard;
    guard.name = o.text("name");
    guard.reach = static_cast<FactWords::Reach>(o.one_of("reach", {"right", "clause", "next", "sentence"}));
    guard.done_beats = o.optional_boolean("done_beats").value_or(false);
    guard.words = WordList(texts_of(o, "words", node));
    o.finish();
    words_.guards.push_back(std::move(guard));
  }

  void read_cue(const Node& node) {
    json::Object o(context_, node, {"一条线索词", "a cue"});
    FactWords::Cue cue;
    const std::string name = o.text("fact");
    cue.fact = known_fact(node, name);
    const Node* value = o.find("value");
    const Node* negated = o.find("negated");
    cue.doubtful = o.optional_boolean("doubtful").value_or(false);
    cue.wins = o.optional_boolean("wins").value_or(false);
    cue.words = WordList(texts_of(o, "words", node));
    cue.with = WordList(texts_of(o, "with", node));
    cue.anywhere = WordList(texts_of(o, "anywhere", node));
    cue.nowhere = WordList(texts_of(o, "nowhere", node));
    cue.without = WordList(texts_of(o, "without", node));
    cue.after = WordList(texts_of(o, "after", node));
    cue.ignores = WordList(texts_of(o, "ignores", node));
    o.optional_text("note");
    o.finish();
    if (cue.fact == kNoFact) {
      return;
    }
    read_values(node, value, negated, cue);
    check_patterns(node, cue);
    check_guards(node, cue);
    for (auto* list : {&cue.words, &cue.with, &cue.anywhere, &cue.nowhere, &cue.without, &cue.after}) {
      order(*list);
    }
    words_.cues.push_back(std::move(cue));
  }

  void read_yield(const Node& node) {
    json::Object o(context_, node, {"一条让位", "a yield"});
    FactWords::Yield yield;
    yield.fact = known_fact(node, o.text("fact"));
    const Node* value = o.find("value");
    yield.then = WordList(texts_of(o, "then", node));
    const bool to_words = !yield.then.empty();
    const Node* is = to_words ? nullptr : o.require("is");
    yield.to = to_words ? kNoFact : known_fact(node, o.text("to"));
    o.finish();
    for (const std::string_view text : yield.then) {
      check_pattern(node, text, Kind::words);
    }
    if (yield.fact == kNoFact || (!to_words && (yield.to == kNoFact || is == nullptr))) {
      return;
    }
    order(yield.then);
    yield.value = read_value(vocabulary_.facts[yield.fact], value);
    yield.is = to_words ? 0 : read_value(vocabulary_.facts[yield.to], is).value_or(0);
    words_.yields.push_back(std::move(yield));
  }

  // kNoFact, and an error, if there is none of that name.
  FactId known_fact(const Node& node, const std::string& name) {
    const FactId fact = vocabulary_.find(name);
    if (fact == kNoFact) {
      context_.error("unknown-fact", node, say("没有名为 `{}` 的事实", "no fact is called `{}`", name),
                     suggestion(name, vocabulary_.names()));
    }
    return fact;
  }

  void read_values(const Node& node, const Node* value, const Node* negated, FactWords::Cue& cue) {
    const Fact& fact = vocabulary_.facts[cue.fact];
    if (fact.type == FactType::judgement || fact.type == FactType::text || fact.about_measure) {
      context_.error("never-from-words", node,
                     say("`{}` 要由人判断,不从文字里取", "`{}` is judged by a person, never taken from words",
                         fact.name));
      return;
    }
    const bool quantity = fact.is_number() || fact.type == FactType::date;
    if (quantity == (value != nullptr || negated != nullptr)) {
      context_.error(
          "bad-cue", node,
          say("数额、日期取自文字,不写 `value`;其余的要写 `value` 或者 `negated`",
              "a quantity comes from the words and has no `value`; others need `value` or `negated`"));
      return;
    }
    cue.value = read_value(fact, value);
    cue.negated = read_value(fact, negated);
  }

  std::optional<std::int64_t> read_value(const Fact& fact, const Node* node) {
    bool asked = false;
    const auto known = node == nullptr ? std::nullopt : read_known(context_, fact, *node, asked);
    return known ? std::optional<std::int64_t>(known->number) : std::nullopt;
  }

  static Kind quantity_of(const Fact& fact) {
    return fact.type == FactType::date    ? Kind::date
           : fact.type == FactType::money ? Kind::money
           : fact.is_number()             ? Kind::days
                                          : Kind::words;
  }

  void check_patterns(const Node& node, const FactWords::Cue& cue) {
    const Kind wanted = quantity_of(vocabulary_.facts[cue.fact]);
    for (const auto* list : {&cue.words, &cue.with, &cue.anywhere, &cue.nowhere, &cue.without, &cue.after}) {
      for (const std::string_view text : *list) {
        check_pattern(node, text, list == &cue.words ? wanted : Kind::words);
      }
    }
    if (cue.words.empty()) {
      context_.error("bad-cue", node, say("没有词", "it has no words"));
    }
  }

  void check_pattern(const Node& node, std::string_view text, Kind wanted) {
    const auto pattern = parse_pattern(text);
    if (!pattern) {
      context_.error("bad-pattern", node, say("读不懂 `{}`", "cannot read `{}`", text));
      return;
    }
    bool has_quantity = wanted == Kind::words;
    for (const PatternPart& part : *pattern) {
      has_quantity = has_quantity || part.kind == wanted ||
                     (part.kind == Kind::that_day && wanted == Kind::date);
      if (part.kind == Kind::set && words_.sets.count(part.set) == 0) {
        context_.error("unknown-set", node,
                       say("`{}` 里的 `{}` 不是 `sets` 里的词组", "`{1}` in `{0}` is none of the `sets`",
                           text, part.set),
                       suggestion(part.set, set_names()));
      }
    }
    if (!has_quantity) {
      context_.error("bad-pattern", node,
                     say("`{}` 里没有数额或者日期", "`{}` holds no quantity of the fact's kind", text));
    }
  }

  static void order(WordList& patterns) {
    std::vector<std::string> ordered;
    std::transform(patterns.begin(), patterns.end(), std::back_inserter(ordered), with_alternatives_in_order);
    patterns = WordList(ordered);
  }

  void check_guards(const Node& node, const FactWords::Cue& cue) {
    std::vector<std::string> names;
    for (const auto& guard : words_.guards) {
      names.push_back(guard.name);
    }
    for (const std::string_view name : cue.ignores) {
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        context_.error("unknown-guard", node, say("没有限制 `{}`", "there is no guard `{}`", name),
                       suggestion(name, names));
      }
    }
  }

  std::vector<std::string> set_names() const {
    std::vector<std::string> names;
    for (const auto& entry : words_.sets) {
      names.push_back(entry.first);
    }
    return names;
  }

  const json::Context& context_;
  const Vocabulary& vocabulary_;
  FactWords& words_;
};

// The sets that the matcher itself looks at; said of the first file if there is any.
void check_needed_sets(const std::vector<const json::Document*>& files, const FactWords& words,
                       Issues& issues) {
  for (const char* name : kFactSets) {
    if (!files.empty() && words.sets.count(name) == 0) {
      issues.error("missing-key", {files.front()->file, 1, 1},
                   say("`words/facts/` 的文件里没有词组 `{}`", "no file of `words/facts/` has the set `{}`",
                       name));
    }
  }
}

}  // namespace

FactWords read_fact_words(const std::vector<const json::Document*>& files, const Vocabulary& vocabulary,
                          Issues& issues) {
  FactWords words;
  for (const json::Document* file : files) {
    const json::Context context{file->file, issues};
    WordsReader(context, vocabulary, words).read_names(file->root);
  }
  check_needed_sets(files, words, issues);
  for (const json::Document* file : files) {
    const json::Context context{file->file, issues};
    WordsReader(context, vocabulary, words).read_cues(file->root);
  }
  return words;
}

}  // namespace siqingdan
