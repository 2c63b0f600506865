#include "rules/citations.h"

#include <algorithm>

#include "base/failure.h"
#include "json/canonical.h"
#include "json/object.h"
#include "json/parse.h"
#include "rules/bundle.h"

namespace siqingdan {
namespace {

using json::Node;

const Node* text_at(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found != nullptr && found->kind == Node::Kind::text ? found : nullptr;
}

class Collector {
 public:
  Collector(const json::Document& document, std::vector<Cited>& out)
      : context_{document.file, issues_}, out_(out) {}

  // All below `node`. `part` grows on the way by the keys and ids that name a line.
  void collect(const Node& node, const Cited& at) {
    if (text_at(node, "law") != nullptr) {
      Cited cited = at;
      cited.cite = read_citation(context_, node);
      cited.place = context_.place(node);
      out_.push_back(std::move(cited));
      return;
    }
    // The id of the file itself is the owner's.
    const Node* id = at.part.empty() ? nullptr : text_at(node, "id");
    const Cited inner = id == nullptr ? at : within(at, id->text);
    for (const Node& item : node.items) {
      collect(item, inner);
    }
    for (const Member& member : node.members) {
      collect_member(member, inner);
    }
  }

 private:
  using Member = json::Member;

  static Cited within(const Cited& at, const std::string& name) {
    Cited inner = at;
    inner.part += (inner.part.empty() ? "" : " ") + name;
    return inner;
  }

  void collect_member(const Member& member, const Cited& at) {
    if (member.key == "numbers" || member.key == "classes") {
      for (const Member& named : member.value.members) {
        collect(named.value, within(at, member.key + " " + named.key));
      }
    } else if (member.key == "by_date") {
      collect_by_date(member.value, at);
    } else if (at.part.empty() && member.key != "tests" && member.key != "provenance") {
      collect(member.value, within(at, member.key));
    } else if (!at.part.empty()) {
      collect(member.value, at);
    }
  }

  // A value of a number counts until the next one for the same offences does.
  void collect_by_date(const Node& values, const Cited& at) {
    for (const Node& value : values.items) {
      const std::optional<Date> since = begins(value);
      std::optional<Date> until;
      for (const Node& other : values.items) {
        const std::optional<Date> then = begins(other);
        if (then && since < then && (!until || *then < *until) && scope(other) == scope(value)) {
          until = then;
        }
      }
      Cited inner = since ? within(at, to_text(*since)) : at;
      inner.life = both(at.life, {since, until});
      collect(value, inner);
    }
  }

  static std::optional<Date> begins(const Node& value) {
    const Node* from = text_at(value, "from");
    return from == nullptr ? std::nullopt : parse_date(from->text);
  }
  static std::string scope(const Node& value) {
    const Node* offences = value.find("offences");
    return offences == nullptr ? "" : json::canonical(*offences);
  }

  Issues issues_;
  json::Context context_;
  std::vector<Cited>& out_;
};

// The item or list of that id, with the days it is, or may be, in force.
template <class T>
const T* find_by_id(const std::vector<T>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

Period life_of(const List& list) { return {list.maybe_from ? *list.maybe_from : list.from, list.until}; }

Period life_of(const Rule& rule, const List& list) {
  return {rule.from == list.from ? life_of(list).from : rule.from, rule.until};
}

}  // namespace

std::vector<Cited> citations_of(const std::vector<SourceFile>& files, const std::string& root,
                                const RuleSet& rules) {
  std::vector<Cited> all;
  for (const SourceFile& file : files) {
    Issues issues;
    const auto document = json::parse(file, issues);
    if (!document) {
      bug("a rule file that was sound is no JSON: " + file.path);
    }
    Collector collector(*document, all);
    Cited at;
    const std::string path = path_in(root, file.path);
    const Node* id = text_at(document->root, "id");
    if (path.starts_with("offences/")) {
      if (const Node* offences = document->root.find("offences")) {
        for (const json::Member& offence : offences->members) {
          at.owner = offence.key;
          collector.collect(offence.value, at);
        }
      }
    } else if (path.starts_with("lists/") && id != nullptr) {
      at.owner = id->text;
      if (const Rule* rule = find_by_id(rules.rules, id->text)) {
        at.life = life_of(*rule, rules.lists[rule->list]);
      } else if (const List* list = find_by_id(rules.lists, id->text)) {
        at.life = life_of(*list);
      }
      collector.collect(document->root, at);
    }
  }
  return all;
}

}  // namespace siqingdan
