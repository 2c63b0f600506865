#include "rules/read_list.h"

#include <algorithm>

namespace siqingdan {

using json::Node;

namespace {

// Values stand by date; on one day the general one first, then those for single offences.
bool follows(const Number::Value& before, const Number::Value& value) {
  return before.from < value.from || (before.from == value.from && !value.offences.empty());
}

Number read_number(const json::Context& context, const Node& node, const std::string& name,
                   const Catalogue& catalogue) {
  json::Object o(context, node, {"数 `{}`", "number `{}`", name});
  Number number;
  number.unit = static_cast<Unit>(
      o.one_of("unit", {"working_days", "calendar_days", "months", "years", "fen", "count"}));
  for (const Node& entry : o.array("by_date")) {
    json::Object e(context, entry, {"数 `{}` 的值", "a value of `{}`", name});
    Number::Value value;
    value.from = e.date("from");
    value.is = e.optional_integer("is").value_or(0);
    value.offences = e.optional_texts("offences");
    check_offences(context, entry, value.offences, catalogue);
    value.cites = read_citations(e, "cites", catalogue);
    value.origin = read_origin(e, value.cites);
    value.note = e.optional_text("note").value_or("");
    e.finish();
    // A hundred years in days: more is a slip, and would not fit the calendar.
    constexpr std::int64_t kLongest = 36500;
    const bool time = number.unit != Unit::fen && number.unit != Unit::count;
    if (time && value.is > kLongest) {
      context.error("bad-number", entry, say("`is` 太大", "`is` is too large"));
    }
    if (value.is < 1) {
      context.error("bad-number", entry, say("`is` 应当是正整数", "`is` must be a positive integer"));
    }
    if (!number.by_date.empty() && !follows(number.by_date.back(), value)) {
      context.error("bad-order", entry, say("`from` 应当由早到晚", "`from` must grow from entry to entry"));
    }
    number.by_date.push_back(std::move(value));
  }
  o.finish();
  return number;
}

void read_numbers(json::Object& o, const Catalogue& catalogue, List& list) {
  const Node* numbers = o.find("numbers");
  if (numbers == nullptr) {
    return;
  }
  json::Object all(o.context(), *numbers, {"`numbers`", "`numbers`"});
  for (const auto& [name, node] : numbers->members) {
    list.numbers.emplace(name, read_number(o.context(), node, name, catalogue));
  }
}

void read_document(json::Object& o) {
  const Node* node = o.require("document");
  if (node == nullptr) {
    return;
  }
  json::Object d(o.context(), *node, {"`document`", "`document`"});
  d.optional_text("number");
  d.optional_texts("issuers");
  d.optional_text("issued");
  d.optional_text("note");
  d.finish();
}

void read_period(json::Object& o, List& list) {
  list.from = o.date("from");
  list.maybe_from = o.optional_date("maybe_from");
  list.until = o.optional_date("until");
  if ((list.until && *list.until <= list.from) || (list.maybe_from && *list.maybe_from >= list.from)) {
    o.context().error("empty-period", o.node(),
                      say("应当 `maybe_from` < `from` < `until`",
                          "it must be `maybe_from` < `from` < `until`"));
  }
}

void read_both_laws(json::Object& o, const Catalogue& catalogue, List& list) {
  const Node* node = o.find("both_laws");
  if (node == nullptr) {
    return;
  }
  json::Object b(o.context(), *node, {"`both_laws`", "`both_laws`"});
  list.both_laws = BothLaws{b.text("says"), read_citations(b, "cites", catalogue)};
  if (list.both_laws->cites.empty()) {
    o.context().error("no-citation", *node,
                      say("`both_laws` 要写依据", "`both_laws` must cite what it rests on"));
  }
  b.finish();
}

void read_classes(json::Object& o, const Words& words, ListParts& parts) {
  const Node* classes = o.find("classes");
  if (classes == nullptr) {
    return;
  }
  json::Object all(o.context(), *classes, {"`classes`", "`classes`"});
  for (const auto& [name, node] : classes->members) {
    json::Object c(o.context(), node, {"类别 `{}`", "class `{}`", name});
    ListParts::Class result;
    result.title = c.text("title");
    c.optional_integer("count");
    c.optional_text("note");
    result.cites = read_citations(c, "cites", words.catalogue);
    if (const Node* conditions = c.find("conditions")) {
      result.conditions = read_condition(o.context(), *conditions, words, Condition::Role::condition);
    }
    c.finish();
    parts.classes.emplace(name, std::move(result));
  }
}

// An exclusion is a leaf, or `when` with a whole condition under an id of its own.
void read_exclusions(json::Object& o, const Words& words, ListParts& parts) {
  std::vector<std::uint16_t> roots;
  for (const Node& node : o.optional_array("exclusions")) {
    json::Object e(o.context(), node, {"排除情形", "an exclusion"});
    const bool for_question = e.one_of_or("binds", {"list", "question"}, 0) == 1;
    const Expression when = read_leaf(e, words, Condition::Role::exclusion);
    e.finish();
    if (when.empty()) {
      continue;
    }
    if (for_question) {
      parts.list.bars.push_back({when});
    } else {
      roots.push_back(append(parts.exclusions, when));
    }
  }
  if (!roots.empty()) {
    join(parts.exclusions, Condition::Op::any, std::move(roots), Condition::Role::exclusion);
  }
}

}  // namespace

ListParts read_list(const json::Context& context, const Node& root, const Vocabulary& vocabulary,
                    const Catalogue& catalogue) {
  json::Object o(context, root, {"清单", "a list"});
  ListParts parts;
  List& list = parts.list;
  o.find("$schema");
  list.id = o.text("id");
  list.statute = o.one_of("kind", {"list", "statute"}) == 1;
  list.question = static_cast<Question>(
      o.one_of("question", {"no_site_inspection", "no_filing", "no_coercive_measure", "no_penalty"}));
  list.title = o.text("title");
  list.short_title = o.optional_text("short").value_or("");
  read_document(o);
  read_period(o, list);
  parts.effect = static_cast<Effect>(o.one_of("effect", {"may", "must"}));
  parts.approver = o.optional_text("approver").value_or("");
  list.published_count = o.optional_integer("published_count").value_or(0);
  list.replaces = o.optional_texts("replaces");
  read_both_laws(o, catalogue, list);
  read_numbers(o, catalogue, list);
  const Words words{vocabulary, catalogue, list.numbers, list.from};
  if (const Node* conditions = o.find("conditions")) {
    parts.conditions = read_condition(context, *conditions, words, Condition::Role::condition);
  }
  read_classes(o, words, parts);
  read_exclusions(o, words, parts);
  list.duties = read_duties(o, words);
  list.cautions = read_cautions(o, words);
  const Provenance provenance = read_provenance(o);
  list.standing = provenance.standing;
  list.source = provenance.source;
  list.open = provenance.open;
  parts.tests = o.find("tests");
  o.optional_array("caution_tests");
  parts.caution_tests = o.find("caution_tests");
  o.finish();
  return parts;
}

}  // namespace siqingdan
