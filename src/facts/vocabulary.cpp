#include "facts/vocabulary.h"

#include <algorithm>

#include "base/suggest.h"
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
    json::Object value(o.context(), node, say("`values` 的一项", "one of `values`"));
    fact.codes.push_back(value.text("code"));
    fact.labels.push_back(value.text("label"));
    value.finish();
    if (std::count(fact.codes.begin(), fact.codes.end(), fact.codes.back()) > 1) {
      o.context().error("duplicate-id", node, say("`{}` 写了两次", "`{}` stands twice", fact.codes.back()));
    }
  }
}

// The name of the fact that a derived one is computed from; linked when all are read.
std::string read_derivation(json::Object& o, Fact& fact) {
  const json::Node* node = o.find("derived_from");
  if ((fact.type == FactType::derived) != (node != nullptr)) {
    o.context().error("bad-fact", o.node(),
                      say("`derived_from` 只属于 derived,而且必须有",
                          "`derived_from` belongs to a derived fact, and only there"));
    return {};
  }
  if (node == nullptr) {
    return {};
  }
  json::Object from(o.context(), *node, say("`derived_from`", "`derived_from`"));
  const std::string name = from.text("fact");
  fact.derived_number = from.text("number");
  from.finish();
  return name;
}

// A domain's own name for a fact of every domain must be of the same kind.
void link_twin(const json::Context& context, const Vocabulary& vocabulary,
               const std::pair<std::string, const json::Node*>& twin, Fact& fact) {
  if (twin.first.empty()) {
    return;
  }
  fact.same_as = vocabulary.find(twin.first);
  if (fact.same_as == kNoFact || vocabulary.facts[fact.same_as].type != fact.type) {
    context.error("unknown-fact", *twin.second,
                  say("没有同一类型的事实 `{}`", "there is no fact `{}` of the same type", twin.first),
                  suggestion(twin.first, vocabulary.names()));
  }
}

}  // namespace

const char* name_of(FactType type) { return *(kTypes.begin() + static_cast<std::size_t>(type)); }

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
  for (std::size_t id = 0; id < facts.size(); ++id) {
    by_name_[facts[id].name] = static_cast<FactId>(id);
  }
}

Vocabulary read_vocabulary(const json::Document& document, Issues& issues) {
  const json::Context context{document.file, issues};
  Vocabulary vocabulary;
  json::Object o(context, document.root, say("事实词表", "the vocabulary"));
  o.find("$schema");
  const json::Node* facts = o.require("facts");
  o.finish();
  if (facts == nullptr) {
    return vocabulary;
  }
  json::Object all(context, *facts, say("`facts`", "`facts`"));
  std::map<std::string, std::pair<std::string, const json::Node*>> derivations;
  std::map<std::string, std::pair<std::string, const json::Node*>> twins;
  for (const auto& [name, node] : facts->members) {
    json::Object entry(context, node, say("事实 `{}`", "fact `{}`", name));
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
    derivations[name] = {read_derivation(entry, fact), &node};
    twins[name] = {entry.optional_text("same_as").value_or(""), &node};
    entry.finish();
    vocabulary.facts.push_back(std::move(fact));
  }
  std::sort(vocabulary.facts.begin(), vocabulary.facts.end(),
            [](const Fact& a, const Fact& b) { return a.name < b.name; });
  vocabulary.index();
  for (Fact& fact : vocabulary.facts) {
    link_twin(context, vocabulary, twins[fact.name], fact);
    const auto& [from, node] = derivations[fact.name];
    if (from.empty()) {
      continue;
    }
    fact.derived_from = vocabulary.find(from);
    if (fact.derived_from == kNoFact || vocabulary.facts[fact.derived_from].type != FactType::date) {
      context.error("unknown-fact", *node, say("没有日期事实 `{}`", "there is no date fact `{}`", from),
                    suggestion(from, vocabulary.names()));
    }
  }
  return vocabulary;
}

}  // namespace siqingdan
