#include "rules/read_words.h"

#include <algorithm>
#include <set>

#include "base/suggest.h"
#include "json/object.h"

namespace siqingdan {
namespace {

using Lists = EverydayWords::Lists;

std::vector<std::string> names_of(const Lists& lists) {
  std::vector<std::string> names;
  for (const auto& entry : lists) {
    names.push_back(entry.first);
  }
  return names;
}

// The strings of an array: none empty, none twice.
std::vector<std::string> read_texts(const json::Context& context, const json::Node& node) {
  std::vector<std::string> texts;
  std::set<std::string> seen;
  if (node.kind != json::Node::Kind::array) {
    context.error("wrong-type", node, say("这里应当是词语的数组", "this must be an array of words"));
    return texts;
  }
  for (const json::Node& item : node.items) {
    if (item.kind != json::Node::Kind::text || item.text.empty()) {
      context.error("wrong-type", item, say("词语应当是不空的文字", "a word must be text, and not empty"));
    } else if (!seen.insert(item.text).second) {
      context.error("written-twice", item, say("`{}` 写了两次", "`{}` is written twice", item.text));
    } else {
      texts.push_back(item.text);
    }
  }
  return texts;
}

Lists read_lists(const json::Context& context, const json::Node* node) {
  Lists lists;
  if (node == nullptr) {
    return lists;
  }
  // Only the check that it is an object is wanted of this one.
  const json::Object object(context, *node, say("这里", "this"));
  for (const auto& [name, texts] : node->members) {
    lists[name] = read_texts(context, texts);
  }
  return lists;
}

constexpr std::pair<const char*, std::vector<std::string> EverydayWords::*> kNamedGroups[] = {
    {"common", &EverydayWords::common},
    {"deniable", &EverydayWords::deniable}};

struct Wanted {
  const char* code;
  Text what;
  std::vector<std::string> known;
};

void check_known(const json::Context& context, const json::Node& place, const std::string& name,
                 const Wanted& wanted) {
  if (std::find(wanted.known.begin(), wanted.known.end(), name) == wanted.known.end()) {
    context.error(wanted.code, place,
                  say("没有{1} `{0}`", "there is no {2} `{0}`", name, wanted.what.zh, wanted.what.en), suggestion(name, wanted.known));
  }
}

void check_groups(const json::Context& context, const json::Node& array, const Wanted& groups) {
  for (const json::Node& item : array.items) {
    if (item.kind == json::Node::Kind::text) {
      check_known(context, item, item.text, groups);
    }
  }
}

void check_names(const json::Context& context, const json::Node& root, const EverydayWords& words,
                 const Catalogue& catalogue) {
  const Wanted groups{"unknown-group", {"词组", "group"}, names_of(words.groups)};
  const Wanted offences{"unknown-offence", {"案由", "offence"}, catalogue.offence_ids()};
  Wanted domains{"unknown-domain", {"领域", "domain"}, {}};
  for (const auto& entry : catalogue.domains) {
    domains.known.push_back(entry.first);
  }
  for (const auto& [key, names] : kNamedGroups) {
    if (const json::Node* node = root.find(key)) {
      check_groups(context, *node, groups);
    }
  }
  if (const json::Node* by_domain = root.find("domains")) {
    for (const auto& [domain, array] : by_domain->members) {
      check_known(context, array, domain, domains);
      check_groups(context, array, groups);
    }
  }
  if (const json::Node* phrases = root.find("phrases")) {
    for (const auto& [offence, array] : phrases->members) {
      check_known(context, array, offence, offences);
    }
  }
}

}  // namespace

EverydayWords read_words(const json::Document& document, const Catalogue& catalogue, Issues& issues) {
  const json::Context context{document.file, issues};
  json::Object o(context, document.root, say("词语文件", "a file of words"));
  o.find("$schema");
  EverydayWords words;
  words.groups = read_lists(context, o.find("groups"));
  words.domains = read_lists(context, o.find("domains"));
  words.phrases = read_lists(context, o.find("phrases"));
  for (const auto& [key, names] : kNamedGroups) {
    if (const json::Node* node = o.find(key)) {
      words.*names = read_texts(context, *node);
    }
  }
  if (const json::Node* outside = o.find("outside")) {
    words.outside = read_texts(context, *outside);
  }
  o.find("facts");
  o.finish();
  check_names(context, document.root, words, catalogue);
  return words;
}

}  // namespace siqingdan
