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

FactId read_start(json::Object& o, const Words& words) {
  const Node* node = o.find("after");
  if (node == nullptr || node->text == "decision") {
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

std::string read_within(json::Object& o, const Words& words) {
  const Node* node = o.find("within");
  if (node == nullptr) {
    return {};
  }
  const auto found = words.numbers.find(node->text);
  if (found == words.numbers.end()) {
    o.context().error("unknown-number", *node,
                      say("清单没有名为 `{}` 的数", "the list has no number `{}`", node->text));
    return {};
  }
  const Unit unit = found->second.unit;
  if (unit == Unit::fen || unit == Unit::count) {
    o.context().error("wrong-unit", *node, say("`within` 要用时间单位", "`within` needs a unit of time"));
  }
  if (found->second.on(words.from) == nullptr) {
    o.context().error("number-gap", *node,
                      say("数 `{}` 在 {} 还没有值", "the number `{}` has no value on {}", node->text,
                          to_text(words.from)));
  }
  return node->text;
}

}  // namespace

std::vector<Duty> read_duties(json::Object& o, const Words& words) {
  std::vector<Duty> duties;
  for (const Node& node : o.optional_array("duties")) {
    json::Object d(o.context(), node, say("后续义务", "a duty"));
    Duty duty;
    duty.id = d.text("id");
    duty.what = d.text("what");
    duty.who = d.text("who");
    duty.cites = read_citations(d, "cites", words.catalogue);
    duty.origin = read_origin(d, duty.cites);
    duty.if_answer = read_answers(d);
    duty.for_question = d.one_of_or("scope", {"ground", "question"}, 0) == 1;
    duty.within = read_within(d, words);
    duty.after = read_start(d, words);
    duty.follow_up = d.optional_boolean("follow_up").value_or(false);
    duty.when = read_when(d, words, false);
    d.optional_text("note");
    d.finish();
    duties.push_back(std::move(duty));
  }
  return duties;
}

std::vector<Caution> read_cautions(json::Object& o, const Words& words) {
  std::vector<Caution> cautions;
  for (const Node& node : o.optional_array("cautions")) {
    json::Object c(o.context(), node, say("警示", "a caution"));
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
  json::Object p(o.context(), *node, say("`provenance`", "`provenance`"));
  result.standing = static_cast<Standing>(p.one_of("standing", {"drafted", "reported", "official"}));
  result.source = p.text("source");
  result.open = p.optional_texts("open");
  for (const Node& review : p.optional_array("reviews")) {
    json::Object r(o.context(), review, say("核对记录", "a review"));
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
