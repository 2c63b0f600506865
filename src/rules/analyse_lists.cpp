#include <algorithm>
#include <map>

#include "rules/analysis.h"

namespace siqingdan {
namespace {

const List* find_list(const RuleSet& rules, const std::string& id) {
  const auto found = std::find_if(rules.lists.begin(), rules.lists.end(),
                                  [&](const List& list) { return list.id == id; });
  return found == rules.lists.end() ? nullptr : &*found;
}

void succession(const RuleSet& rules, const List& list, std::vector<Finding>& out) {
  for (const std::string& id : list.replaces) {
    const List* old = find_list(rules, id);
    if (old == nullptr || (old->until && *old->until == list.from)) {
      continue;
    }
    const bool gap = old->until && *old->until < list.from;
    const std::string until = old->until ? to_text(*old->until) : "…";
    out.push_back({gap ? "list-gap" : "list-overlap",
                   gap ? say("`{0}` {2} 起不再有效,接替它的 `{1}` {3} 才起施行",
                             "`{0}` ends on {2}, and `{1}`, which replaces it, begins on {3} only", id,
                             list.id, until, to_text(list.from))
                       : say("`{1}` 接替 `{0}`,{3} 起施行,而 `{0}` 到 {2} 才失效",
                             "`{1}` replaces `{0}` from {3} on, but `{0}` ends on {2}", id, list.id, until,
                             to_text(list.from)),
                   {}});
  }
}

void changes(const List& list, const Window& window, std::vector<Finding>& out) {
  if (window.coming(list.from)) {
    out.push_back(
        {"list-coming", say("`{}` {} 起施行", "`{}` takes effect on {}", list.id, to_text(list.from)), {}});
  }
  if (list.until && window.coming(*list.until)) {
    out.push_back(
        {"list-ending", say("`{}` {} 起失效", "`{}` ends on {}", list.id, to_text(*list.until)), {}});
  }
  for (const auto& [name, number] : list.numbers) {
    for (const Number::Value& value : number.by_date) {
      if (window.coming(value.from)) {
        out.push_back({"number-coming",
                       say("`{0}` 的 `{1}` {2} 起是 {3}", "`{1}` of `{0}` is {3} from {2} on", list.id, name,
                           to_text(value.from), value.is),
                       {}});
      }
    }
  }
}

// Does an item of a list in force on the day answer the same question for the offence?
bool covered_on(const RuleSet& rules, const Rule& ended, const Offence& offence, Date day) {
  return std::any_of(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) {
    const List& list = rules.lists[rule.list];
    return list.question == rules.lists[ended.list].question && !list.statute && list.in_force(day) &&
           rule.in_force(day) && rule.covers.includes(offence);
  });
}

void without_successor(const RuleSet& rules, const Window& window, std::vector<Finding>& out) {
  std::map<std::pair<std::string, Date>, std::vector<std::string>> by_list;
  for (const Rule& rule : rules.rules) {
    const List& list = rules.lists[rule.list];
    if (list.statute || !rule.until || window.on < *rule.until) {
      continue;
    }
    for (const std::string& id : rule.covers.offences) {
      if (!covered_on(rules, rule, rules.catalogue.offences.at(id), *rule.until)) {
        by_list[{list.id, *rule.until}].push_back(rule.id + " " + id);
      }
    }
  }
  for (auto& [key, items] : by_list) {
    out.push_back({"no-successor",
                   say("`{0}` {1} 失效,下列案由从那天起没有清单条目接替",
                       "`{0}` ended on {1}; from that day no list item covers these offences", key.first,
                       to_text(key.second)),
                   std::move(items)});
  }
}

}  // namespace

void analyse_lists(const RuleSet& rules, const Window& window, std::vector<Finding>& out) {
  for (const List& list : rules.lists) {
    succession(rules, list, out);
    changes(list, window, out);
  }
  without_successor(rules, window, out);
}

}  // namespace siqingdan
