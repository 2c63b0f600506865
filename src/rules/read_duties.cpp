// Duties, cautions and provenance: what lists and items have in common beside their conditions.

#include <algorithm>

#include "base/digest.h"
#include "base/suggest.h"
#include "json/canonical.h"
#include "json/value.h"
#include "rules/read_list.h"

namespace siqingdan {

using json::Node;

namespace {

Expression read_when(json::Object& o, const Words& words, bool required) {
  const Node* when = required ? o.require("when") : o.find("when");
  return when == nullptr ? Expression{}
                         : read_condition(o.context(), *when, words, Condition::Role::condition);
}

std::vector<Answer> read_answers(json::Object& o) {
  static constexpr std::array kAnswers = {Answer::not_listed, Answer::does_not_apply, Answer::undetermined,
                                          Answer::applies};
  std::vector<Answer> answers;
  for (const Node& node : o.array("if")) {
    const auto it = std::find_if(kAnswers.begin(), kAnswers.end(),
                                 [&](Answer a) { return node.text == name_of(a); });
    if (it == kAnswers.end()) {
      o.context().error("unknown-word", node, say("没有答案 `{}`", "there is no answer `{}`", node.text));
    } else {
      answers.push_back(*it);
    }
  }
  return answers;
}

FactId fact_named(json::Object& o, const Node& node, const Words& words) {
  const FactId id = words.vocabulary.find(node.text);
  if (id == kNoFact) {
    o.context().error("unknown-fact", node, say("没有事实 `{}`", "there is no fact `{}`", node.text),
                      suggestion(node.text, words.vocabulary.names()));
  }
  return id;
}

// kNoFact if the key is not there, says `decision`, or names no date fact (an issue).
FactId read_day(json::Object& o, const char* key, const Words& words, bool or_decision) {
  const Node* node = o.find(key);
  if (node == nullptr || (or_decision && node->text == "decision")) {
    return kNoFact;
  }
  const FactId id = words.vocabulary.find(node->text);
  if (id == kNoFact || words.vocabulary.facts[id].type != FactType::date) {
    o.context().error("unknown-fact", *node,
                      say("没有日期事实 `{}`", "there is no date fact `{}`", node->text),
                      suggestion(node->text, words.vocabulary.names()));
    return kNoFact;
  }
  return id;
}

// The number of the list that `node` names, which must be a length of time; nullptr if there is none.
const Number* length_named(json::Object& o, const Node& node, const Words& words) {
  const auto found = words.numbers.find(node.text);
  if (found == words.numbers.end()) {
    o.context().error("unknown-number", node,
                      say("清单没有名为 `{}` 的数", "the list has no number `{}`", node.text));
    return nullptr;
  }
  const Unit unit = found->second.unit;
  if (unit == Unit::fen || unit == Unit::count) {
    o.context().error("wrong-unit", node,
                      say("`{}` 不是时间,期限要用时间单位", "`{}` is no length of time, which a period needs",
                          node.text));
  }
  return &found->second;
}

// Who may extend the period, and how far: a number in the unit of the period.
std::optional<Extension> read_extension(json::Object& o, const Number* length, const Words& words) {
  const Node* node = o.find("extended_by");
  if (node == nullptr) {
    return std::nullopt;
  }
  json::Object e(o.context(), *node, {"`extended_by`", "`extended_by`"});
  Extension extension;
  extension.number = e.text("number");
  extension.who = e.text("who");
  extension.further = e.optional_text("further").value_or("");
  extension.cites = read_citations(e, "cites", words.catalogue);
  e.finish();
  const Node* number = node->find("number");
  const Number* more = number == nullptr ? nullptr : length_named(o, *number, words);
  if (more != nullptr && length != nullptr && more->unit != length->unit) {
    o.context().error("wrong-unit", *number,
                      say("延长用的单位({})和期限的({})不一样", "the extension is in {}, the period in {}",
                          name_of(more->unit), name_of(length->unit)));
  }
  return extension;
}

std::optional<Suspension> read_suspension(json::Object& o, const Words& words) {
  const Node* node = o.find("paused_for");
  if (node == nullptr) {
    return std::nullopt;
  }
  json::Object p(o.context(), *node, {"`paused_for`", "`paused_for`"});
  Suspension suspension{p.text("what"), read_citations(p, "cites", words.catalogue)};
  p.finish();
  return suspension;
}

// How long the duty has, from when, and what may change that.
void read_period(json::Object& d, const Words& words, Duty& duty) {
  const Node* within = d.find("within");
  const Number* length = within == nullptr ? nullptr : length_named(d, *within, words);
  duty.within = length == nullptr ? "" : within->text;
  duty.after = read_day(d, "after", words, true);
  // One that runs from a fact may begin on a day for which there is no value; it then waits.
  if (length != nullptr && duty.after == kNoFact && length->on(words.from) == nullptr) {
    d.context().error("number-gap", *within,
                      say("数 `{}` 在 {} 还没有值", "the number `{}` has no value on {}", within->text,
                          to_text(words.from)));
  }
  duty.extended_by = read_extension(d, length, words);
  duty.paused_for = read_suspension(d, words);
  if (within == nullptr && (duty.extended_by || duty.paused_for)) {
    d.context().error("no-period", d.node(),
                      say("没有 `within` 就没有期限可以延长或者中止",
                          "without `within` there is no period to extend or to suspend"));
  }
}

// Where the duty appears at all.
void read_reach(json::Object& d, const Words& words, Duty& duty) {
  duty.covers.all = true;
  if (const Node* covers = d.find("covers")) {
    duty.covers = read_coverage(d.context(), *covers, words.catalogue);
  }
  for (const Node& node : d.optional_array("once_known")) {
    const FactId fact = fact_named(d, node, words);
    if (fact != kNoFact) {
      duty.once_known.push_back(fact);
    }
  }
  duty.done_on = read_day(d, "done_on", words, false);
  duty.when = read_when(d, words, false);
}

}  // namespace

std::vector<Duty> read_duties(json::Object& o, const Words& words) {
  std::vector<Duty> duties;
  for (const Node& node : o.optional_array("duties")) {
    json::Object d(o.context(), node, {"后续义务", "a duty"});
    Duty duty;
    duty.id = d.text("id");
    duty.what = d.text("what");
    duty.who = d.text("who");
    duty.cites = read_citations(d, "cites", words.catalogue);
    duty.origin = read_origin(d, duty.cites);
    duty.if_answer = read_answers(d);
    duty.for_question = d.one_of_or("scope", {"ground", "question"}, 0) == 1;
    read_period(d, words, duty);
    duty.follow_up = d.optional_boolean("follow_up").value_or(false);
    duty.on_restart = d.optional_boolean("on_restart").value_or(false);
    if (duty.on_restart != duty.if_answer.empty()) {
      d.context().error("restart-or-answer", node,
                        say("义务或者由答案产生(`if` 不空),或者由重新启动产生(`on_restart`,`if` 写 [])",
                            "a duty follows either from answers (`if` is not empty) or from a restart "
                            "(`on_restart`, and `if` is [])"));
    }
    read_reach(d, words, duty);
    d.optional_text("note");
    d.finish();
    duties.push_back(std::move(duty));
  }
  return duties;
}

std::vector<Caution> read_cautions(json::Object& o, const Words& words) {
  std::vector<Caution> cautions;
  for (const Node& node : o.optional_array("cautions")) {
    json::Object c(o.context(), node, {"警示", "a caution"});
    Caution caution;
    caution.id = c.text("id");
    caution.says = c.text("says");
    caution.cites = read_citations(c, "cites", words.catalogue);
    read_origin(c, caution.cites);
    caution.covers.all = true;
    if (const Node* covers = c.find("covers")) {
      caution.covers = read_coverage(o.context(), *covers, words.catalogue);
    }
    caution.when = read_when(c, words, true);
    c.finish();
    cautions.push_back(std::move(caution));
  }
  return cautions;
}

std::string reviewed_digest(const Node& root) {
  json::Value value = json::to_value(root);
  value.erase("provenance");
  value.erase("tests");
  return digest_of(json::canonical(value));
}

Provenance read_provenance(json::Object& o) {
  Provenance result;
  const Node* node = o.require("provenance");
  if (node == nullptr) {
    return result;
  }
  json::Object p(o.context(), *node, {"`provenance`", "`provenance`"});
  result.standing = static_cast<Standing>(p.one_of("standing", {"drafted", "reported", "official"}));
  result.source = p.text("source");
  result.open = p.optional_texts("open");
  for (const Node& review : p.optional_array("reviews")) {
    json::Object r(o.context(), review, {"核对记录", "a review"});
    r.text("by");
    r.date("on");
    const std::string digest = r.text("digest");
    r.finish();
    const std::string now = reviewed_digest(o.node());
    if (digest == now) {
      result.standing = Standing::confirmed;
    } else if (!digest.empty()) {
      o.context().issues.warning("stale-review", o.context().place(review),
                                 say("核对之后文件改过,核对不再算数",
                                     "the file was changed after this review"),
                                 say("再核对一次;现在的摘要是 {}", "review it again; its digest is now {}",
                                     now));
    }
  }
  p.finish();
  return result;
}

}  // namespace siqingdan
