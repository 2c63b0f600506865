#include <algorithm>
#include <set>

#include "rules/read_list.h"

namespace siqingdan {

using json::Node;

namespace {
using Role = Condition::Role;
using Op = Condition::Op;

// The conditions of the item's classes: any one of them suffices.
void add_classes(json::Object& o, const ListParts& parts, Rule& rule, std::vector<std::uint16_t>& must) {
  std::vector<std::uint16_t> roots;
  bool free_class = false;
  for (const Node& node : o.optional_array("classes")) {
    const auto found = parts.classes.find(node.text);
    if (found == parts.classes.end()) {
      o.context().error("unknown-class", node,
                        say("清单没有类别 `{}`", "the list has no class `{}`", node.text));
      continue;
    }
    rule.classes.push_back(node.text);
    for (const Citation& cite : found->second.cites) {
      const bool known = std::any_of(rule.basis.begin(), rule.basis.end(),
                                     [&](const Citation& c) { return c.same_place(cite); });
      if (!known) {
        rule.basis.push_back(cite);
      }
    }
    if (found->second.conditions.empty()) {
      free_class = true;
    } else {
      roots.push_back(append(rule.condition, found->second.conditions));
    }
  }
  if (free_class || roots.empty()) {
    return;
  }
  if (roots.size() > 1) {
    join(rule.condition, Op::any, std::move(roots), Role::condition);
    roots = {static_cast<std::uint16_t>(rule.condition.size() - 1)};
  }
  must.push_back(roots[0]);
}

// The item's own exclusions and those of its list, as one "none of them holds".
void add_exclusions(json::Object& o, const ListParts& parts, const Words& words, Rule& rule,
                    std::vector<std::uint16_t>& must) {
  std::vector<std::uint16_t> roots;
  if (!parts.exclusions.empty()) {
    roots.push_back(append(rule.condition, parts.exclusions));
  }
  for (const Node& node : o.optional_array("exclusions")) {
    json::Object e(o.context(), node, {"排除情形", "an exclusion"});
    e.one_of_or("binds", {"item"}, 0);
    const Expression when = read_leaf(e, words, Role::exclusion);
    e.finish();
    if (!when.empty()) {
      roots.push_back(append(rule.condition, when));
    }
  }
  if (roots.empty()) {
    return;
  }
  join(rule.condition, Op::any, std::move(roots), Role::exclusion);
  join(rule.condition, Op::negation, {static_cast<std::uint16_t>(rule.condition.size() - 1)},
       Role::exclusion);
  must.push_back(static_cast<std::uint16_t>(rule.condition.size() - 1));
}

void build_condition(json::Object& o, const ListParts& parts, const Words& words, Rule& rule) {
  std::vector<std::uint16_t> must;
  if (!parts.conditions.empty()) {
    must.push_back(append(rule.condition, parts.conditions));
  }
  add_classes(o, parts, rule, must);
  if (const Node* own = o.find("conditions")) {
    const Expression part = read_condition(o.context(), *own, words, Role::condition);
    if (!part.empty()) {
      must.push_back(append(rule.condition, part));
    }
  }
  if (must.empty()) {
    o.context().error("no-condition", o.node(),
                      say("一个条件也没有,就等于一律宽免", "no condition at all: it would always grant"));
  }
  add_exclusions(o, parts, words, rule, must);
  join(rule.condition, Op::all, std::move(must), Role::condition);
}

void check_leaf_ids(const json::Context& context, const Node& root, const Rule& rule, const List& list) {
  std::set<std::string> seen;
  const auto check = [&](const Expression& nodes) {
    for (const auto& node : nodes) {
      if (node.is_leaf() && !seen.insert(node.id).second) {
        context.error("duplicate-id", root,
                      say("条件 id `{}` 用了两次(连同类别和清单的)",
                          "the condition id `{}` is used twice (class and list included)", node.id));
      }
    }
  };
  check(rule.condition);
  for (const Bar& bar : list.bars) {
    check(bar.when);
  }
}

}  // namespace

Rule read_item(const json::Context& context, const Node& root, const ListParts& parts,
               const Vocabulary& vocabulary, const Catalogue& catalogue, const Node*& tests) {
  json::Object o(context, root, {"条目", "an item"});
  Rule rule;
  o.find("$schema");
  rule.id = o.text("id");
  const auto number = o.optional_integer("number");
  rule.number = number ? std::to_string(*number) : "";
  rule.number_provisional = o.optional_boolean("number_provisional").value_or(false);
  rule.title = o.text("title");
  rule.from = o.optional_date("from").value_or(parts.list.from);
  rule.until = parts.list.until;
  if (const auto until = o.optional_date("until")) {
    rule.until = until;
  }
  rule.effect = static_cast<Effect>(
      o.one_of_or("effect", {"may", "must"}, static_cast<std::size_t>(parts.effect)));
  rule.approver = o.optional_text("approver").value_or(parts.approver);
  if (const Node* covers = o.require("covers")) {
    rule.covers = read_coverage(context, *covers, catalogue);
  }
  rule.basis = read_citations(o, "basis", catalogue);
  const Words words{vocabulary, catalogue, parts.list.numbers, rule.from};
  build_condition(o, parts, words, rule);
  check_leaf_ids(context, root, rule, parts.list);
  rule.duties = read_duties(o, words);
  o.optional_text("note");
  const Provenance provenance = read_provenance(o);
  rule.standing = provenance.standing;
  rule.source = provenance.source;
  rule.open = provenance.open;
  tests = o.find("tests");
  o.finish();
  if (rule.from < parts.list.from || (rule.until && *rule.until <= rule.from)) {
    context.error("empty-period", root,
                  say("条目的有效期应当在清单的有效期之内",
                      "the item must be in force within its list's period"));
  }
  return rule;
}

}  // namespace siqingdan
