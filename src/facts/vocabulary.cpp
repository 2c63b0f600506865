#include "facts/vocabulary.h"

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "facts/case.h"
#include "json/object.h"

namespace siqingdan {
namespace {

constexpr auto kTypes = {"bool", "judgement", "derived", "enum", "integer", "money", "date", "text"};

void read_values(json::Object& o, Fact& fact) {
  const json::Node* values = o.find("values");
  if ((fact.type == FactType::enumeration) != (values != nullptr)) {
    o.context().error("bad-fact", o.node(),
                      say("`values` 只属于 enum,而且必须有", "`values` belongs to an enum, and only there"));
    return;
  }
  if (values == nullptr) {
    return;
  }
  for (const json::Node& node : o.array("values")) {
    json::Object value(o.context(), node, {"`values` 的一项", "one of `values`"});
    fact.codes.push_back(value.text("code"));
    fact.labels.push_back(value.text("label"));
    value.finish();
    if (std::count(fact.codes.begin(), fact.codes.end(), fact.codes.back()) > 1) {
      o.context().error("duplicate-id", node, say("`{}` 写了两次", "`{}` stands twice", fact.codes.back()));
    }
  }
}

void read_decision_kinds(json::Object& from, Fact& fact) {
  for (const json::Node& node : from.optional_array("decisions")) {
    json::Object entry(from.context(), node, {"`decisions` 的一项", "one of `decisions`"});
    DecisionKind kind;
    kind.code = entry.text("kind");
    kind.words = entry.optional_texts("words");
    if (kind.words.empty()) {
      from.context().error("bad-fact", node, say("`words` 是空的", "`words` is empty"));
    }
    constexpr std::array kCounts = {Truth::yes, Truth::no, Truth::unknown};
    kind.counts = kCounts[entry.one_of("counts", {"yes", "no", "unknown"})];
    entry.text("why");
    entry.finish();
    for (const DecisionKind& other : fact.decision_kinds) {
      for (const std::string& word : kind.words) {
        if (other.code == kind.code || other.code == word ||
            std::count(other.words.begin(), other.words.end(), word) > 0) {
          from.context().error("duplicate-id", node,
                               say("`{0}` 与 `{1}` 重复", "`{0}` clashes with `{1}`", kind.code, other.code));
          break;
        }
      }
    }
    fact.decision_kinds.push_back(std::move(kind));
  }
}

// The facts one fact names, which may stand behind it in the file.
struct Links {
  const json::Node* node = nullptr;
  std::string derived_from;
  std::string found_on;
  std::string clear_since;
  std::string remedy_lost_if;
  std::string same_as;
};

// The names of the dates that a derived fact is computed from; linked when all are read.
void read_derivation(json::Object& o, Fact& fact, Links& links) {
  const json::Node* node = o.find("derived_from");
  if ((fact.type == FactType::derived) != (node != nullptr)) {
    o.context().error("bad-fact", o.node(),
                      say("`derived_from` 只属于 derived,而且必须有",
                          "`derived_from` belongs to a derived fact, and only there"));
    return;
  }
  if (node == nullptr) {
    return;
  }
  json::Object from(o.context(), *node, {"`derived_from`", "`derived_from`"});
  links.derived_from = from.text("fact");
  links.found_on = from.optional_text("found").value_or("");
  links.clear_since = from.optional_text("clear_since").value_or("");
  fact.derived_number = from.text("number");
  read_decision_kinds(from, fact);
  from.finish();
  const bool any = !links.found_on.empty() || !links.clear_since.empty() || !fact.decision_kinds.empty();
  const bool all = !links.found_on.empty() && !links.clear_since.empty() && !fact.decision_kinds.empty();
  if (any != all) {
    o.context().error("bad-fact", *node,
                      say("`found`、`clear_since` 和 `decisions` 必须同时写",
                          "`found`, `clear_since` and `decisions` stand together"));
  }
}

// What the party can still do, and the value the fact has then; one is nothing without the other. What a
// person judges, what follows from a date, and dates themselves are out of the party's hands.
void read_remedy(json::Object& o, Fact& fact) {
  fact.remedy = o.optional_text("remedy").value_or("");
  const json::Node* gives = o.find("remedy_gives");
  const bool can_be = fact.type == FactType::boolean || fact.type == FactType::enumeration ||
                      fact.is_number();
  if (fact.remedy.empty() != (gives == nullptr) || (gives != nullptr && !can_be)) {
    o.context().error("bad-fact", o.node(),
                      say("`remedy` 和 `remedy_gives` 必须同时写,而且只属于 bool、enum、integer、money",
                          "`remedy` and `remedy_gives` stand together, in a bool, enum, integer or money"));
    return;
  }
  bool asked = false;
  const auto known = gives == nullptr ? std::nullopt : read_known(o.context(), fact, *gives, asked);
  if (asked) {
    o.context().error("wrong-type", *gives, say("补救的结果不能是 null", "a remedy cannot bring about null"));
  }
  fact.remedy_gives = known ? known->number : 0;
}

void link(const json::Context& context, const Vocabulary& vocabulary, const Links& links, Fact& fact) {
  const auto is = [&](FactId id, FactType type) {
    return id != kNoFact && vocabulary.facts[id].type == type;
  };
  for (const auto& [id, name] :
       {std::pair{&fact.derived_from, &links.derived_from}, std::pair{&fact.found_on, &links.found_on},
        std::pair{&fact.clear_since, &links.clear_since}}) {
    *id = vocabulary.find(*name);
    if (!name->empty() && !is(*id, FactType::date)) {
      context.error("unknown-fact", *links.node,
                    say("没有日期事实 `{}`", "there is no date fact `{}`", *name),
                    suggestion(*name, vocabulary.names()));
    }
  }
  fact.remedy_lost_if = vocabulary.find(links.remedy_lost_if);
  if (!links.remedy_lost_if.empty() && (fact.remedy.empty() || !is(fact.remedy_lost_if, FactType::boolean))) {
    context.error("bad-fact", *links.node,
                  say("`remedy_lost_if` 应当是一个 bool 事实的名称,并且有 `remedy`",
                      "`remedy_lost_if` must name a bool fact and stand beside a `remedy`"));
  }
  fact.same_as = vocabulary.find(links.same_as);
  if (!links.same_as.empty() && !is(fact.same_as, fact.type)) {
    context.error("unknown-fact", *links.node,
                  say("没有同一类型的事实 `{}`", "there is no fact `{}` of the same type", links.same_as),
                  suggestion(links.same_as, vocabulary.names()));
  }
}

}  // namespace

const char* name_of(FactType type) { return *(kTypes.begin() + static_cast<std::size_t>(type)); }

const DecisionKind* Fact::kind_of_decision(std::string_view code) const {
  const auto found = std::find_if(decision_kinds.begin(), decision_kinds.end(),
                                  [&](const DecisionKind& kind) { return kind.code == code; });
  return found == decision_kinds.end() ? nullptr : &*found;
}

FactId Vocabulary::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? kNoFact : found->second;
}

std::vector<std::string> Vocabulary::names() const {
  std::vector<std::string> names;
  for (const Fact& fact : facts) {
    names.push_back(fact.name);
  }
  return names;
}

void Vocabulary::index() {
  by_name_.clear();
  by_type_ = {};
  for (std::size_t id = 0; id < facts.size(); ++id) {
    by_name_[facts[id].name] = static_cast<FactId>(id);
    by_type_[static_cast<std::size_t>(facts[id].type)].push_back(static_cast<FactId>(id));
  }
}

Vocabulary read_vocabulary(const json::Document& document, Issues& issues) {
  const json::Context context{document.file, issues};
  Vocabulary vocabulary;
  json::Object o(context, document.root, {"事实词表", "the vocabulary"});
  o.find("$schema");
  const json::Node* facts = o.require("facts");
  o.finish();
  if (facts == nullptr) {
    return vocabulary;
  }
  json::Object all(context, *facts, {"`facts`", "`facts`"});
  std::map<std::string, Links> links;
  for (const auto& [name, node] : facts->members) {
    json::Object entry(context, node, {"事实 `{}`", "fact `{}`", name});
    Fact fact;
    fact.name = name;
    fact.type = static_cast<FactType>(entry.one_of("type", kTypes));
    fact.label = entry.text("label");
    fact.ask = entry.text("ask");
    fact.evidence = entry.optional_text("evidence").value_or("");
    fact.unit = entry.optional_text("unit").value_or("");
    fact.about_measure = entry.one_of_or("about", {"case", "measure"}, 0) == 1;
    fact.personal_data = entry.boolean("personal_data");
    entry.optional_text("note");
    read_values(entry, fact);
    read_remedy(entry, fact);
    Links& named = links[name];
    named.node = &node;
    read_derivation(entry, fact, named);
    named.remedy_lost_if = entry.optional_text("remedy_lost_if").value_or("");
    named.same_as = entry.optional_text("same_as").value_or("");
    entry.finish();
    vocabulary.facts.push_back(std::move(fact));
  }
  std::sort(vocabulary.facts.begin(), vocabulary.facts.end(),
            [](const Fact& a, const Fact& b) { return a.name < b.name; });
  vocabulary.index();
  for (Fact& fact : vocabulary.facts) {
    link(context, vocabulary, links[fact.name], fact);
  }
  return vocabulary;
}

}  // namespace siqingdan
