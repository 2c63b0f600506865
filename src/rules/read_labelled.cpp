#include <set>

#include "base/suggest.h"
#include "facts/case.h"
#include "json/object.h"
#include "rules/labelled.h"

namespace siqingdan {
namespace {

class LabelledReader {
 public:
  LabelledReader(const json::Context& context, const Vocabulary& vocabulary, const Catalogue& catalogue,
                 bool seen, std::vector<Labelled>& labelled)
      : context_(context),
        vocabulary_(vocabulary),
        catalogue_(catalogue),
        labelled_(labelled),
        hand_(labelled.empty() ? 0 : labelled.back().hand + 1),
        seen_(seen) {
    for (const Labelled& one : labelled) {
      written_.insert(one.id);
      written_.insert(one.text);
    }
  }

  void read(const json::Node& node) {
    json::Object object(context_, node, {"一段有标注的话", "a labelled text"});
    Labelled one;
    one.hand = hand_;
    one.seen = seen_;
    one.id = once(object, "id");
    one.on = object.date("on");
    object.one_of("kind", {"call", "ticket", "note", "report"});
    one.text = once(object, "text");
    one.outside = is_outside(object);
    read_facts(object, one);
    object.finish();
    labelled_.push_back(std::move(one));
  }

 private:
  std::string once(json::Object& object, const char* key) {
    std::string text = object.text(key);
    const json::Node* node = object.find(key);
    if (node != nullptr && !text.empty() && !written_.insert(text).second) {
      context_.error("written-twice", *node, say("`{}` 写了两次", "`{}` is written twice", text));
    }
    return text;
  }

  // Is it said that it speaks of no offence? Without a word on it, the offence was told elsewhere.
  bool is_outside(json::Object& object) const {
    const json::Node* best = object.find("offence");
    const bool none = best != nullptr && best->kind == json::Node::Kind::null;
    if (best != nullptr && !none) {
      check_offence(*best);
    }
    const auto& others = object.optional_array("or");
    for (const json::Node& other : others) {
      check_offence(other);
    }
    return none && others.empty();
  }

  void check_offence(const json::Node& node) const {
    if (node.kind != json::Node::Kind::text || catalogue_.offences.count(node.text) == 0) {
      context_.error("unknown-offence", node, say("没有案由 `{}`", "there is no offence `{}`", node.text),
                     suggestion(node.text, catalogue_.offence_ids()));
    }
  }

  void read_facts(json::Object& object, Labelled& one) const {
    const json::Node* facts = object.find("facts");
    if (facts == nullptr) {
      return;
    }
    const json::Object by_name(context_, *facts, {"`facts`", "`facts`"});
    if (one.outside && !by_name.node().members.empty()) {
      context_.error("facts-of-nothing", *facts,
                     say("没有案由的话不能有事实", "a text that speaks of no offence has no facts"));
    }
    FactSheet sheet(vocabulary_.facts.size());
    for (const auto& [name, value] : by_name.node().members) {
      read_fact(context_, vocabulary_, name, value, sheet);
    }
    for (std::size_t id = 0; id < vocabulary_.facts.size(); ++id) {
      const auto& known = sheet.at(static_cast<FactId>(id));
      if (known) {
        one.facts.push_back({static_cast<FactId>(id), known->number});
      }
    }
  }

  const json::Context& context_;
  const Vocabulary& vocabulary_;
  const Catalogue& catalogue_;
  std::vector<Labelled>& labelled_;
  std::size_t hand_;
  bool seen_;  // Labelled::seen
  std::set<std::string> written_;  // ids and texts
};

}  // namespace

void read_labelled(const json::Document& document, const Vocabulary& vocabulary, const Catalogue& catalogue,
                   std::vector<Labelled>& labelled, Issues& issues) {
  const json::Context context{document.file, issues};
  json::Object root(context, document.root, {"有标注的话的文件", "a file of labelled texts"});
  root.optional_text("$schema");
  const bool seen = root.optional_boolean("seen").value_or(false);
  LabelledReader reader(context, vocabulary, catalogue, seen, labelled);
  for (const json::Node& node : root.array("texts")) {
    reader.read(node);
  }
  root.finish();
}

}  // namespace siqingdan
