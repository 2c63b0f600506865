#include <algorithm>
#include <set>

#include "base/suggest.h"
#include "json/object.h"
#include "rules/descriptions.h"

namespace siqingdan {
namespace {

// Adds the texts of an array: none empty, none twice.
void read_texts(const json::Context& context, const json::Node& node, std::vector<std::string>& texts) {
  if (node.kind != json::Node::Kind::array) {
    context.error("wrong-type", node, say("这里应当是句子的数组", "this must be an array of sentences"));
    return;
  }
  std::set<std::string> seen(texts.begin(), texts.end());
  for (const json::Node& item : node.items) {
    if (item.kind != json::Node::Kind::text || item.text.empty()) {
      context.error("wrong-type", item,
                    say("句子应当是不空的文字", "a sentence must be text, and not empty"));
    } else if (!seen.insert(item.text).second) {
      context.error("written-twice", item, say("`{}` 写了两次", "`{}` is written twice", item.text));
    } else {
      texts.push_back(item.text);
    }
  }
}

}  // namespace

void read_descriptions(const json::Document& document, const Catalogue& catalogue, Descriptions& descriptions,
                       Issues& issues) {
  const json::Context context{document.file, issues};
  json::Object root(context, document.root, {"描述文件", "a file of descriptions"});
  const json::Node* offences = root.find("offences");
  const json::Node* outside = root.find("outside");
  root.optional_text("$schema");
  root.finish();
  if (outside != nullptr) {
    read_texts(context, *outside, descriptions.outside);
  }
  if (offences == nullptr) {
    return;
  }
  const json::Object by_offence(context, *offences, {"`offences`", "`offences`"});
  for (const auto& [id, texts] : by_offence.node().members) {
    if (catalogue.offences.count(id) == 0) {
      context.error("unknown-offence", texts, say("没有案由 `{}`", "there is no offence `{}`", id),
                    suggestion(id, catalogue.offence_ids()));
      continue;
    }
    read_texts(context, texts, descriptions.of[id]);
  }
}

}  // namespace siqingdan
