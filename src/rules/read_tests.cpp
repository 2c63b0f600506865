#include <algorithm>

#include "rules/read_list.h"
#include "rules/rule_test.h"

namespace siqingdan {

using json::Node;

namespace {

void lay(const json::Context& context, const Vocabulary& vocabulary, const Node* facts, FactSheet& sheet) {
  if (facts == nullptr) {
    return;
  }
  json::Object o(context, *facts, {"事实", "facts"});
  for (const auto& [name, node] : facts->members) {
    const FactId id = vocabulary.find(name);
    if (id != kNoFact) {
      sheet.clear(id);
    }
    if (node.kind != Node::Kind::null || id == kNoFact) {
      read_fact(context, vocabulary, name, node, sheet);
    }
  }
}

std::optional<Answer> read_answer(json::Object& o) {
  static constexpr std::array kAnswers = {Answer::does_not_apply, Answer::undetermined, Answer::applies};
  const std::size_t index = o.one_of("answer", {"does_not_apply", "undetermined", "applies", "not_in_force"});
  return index < kAnswers.size() ? std::optional<Answer>(kAnswers[index]) : std::nullopt;
}

void read_duty_dates(json::Object& o, RuleTest& test) {
  const Node* duties = o.find("duties");
  if (duties == nullptr) {
    return;
  }
  json::Object d(o.context(), *duties, {"`duties`", "`duties`"});
  for (const auto& [id, node] : duties->members) {
    test.duties[id] = node.kind == Node::Kind::text ? node.text : "";
  }
}

// Is the case meant for items of these classes?
bool meant_for(json::Object& o, const std::vector<std::string>& classes) {
  const std::vector<std::string> wanted = o.optional_texts("classes");
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
           return std::find(classes.begin(), classes.end(), name) != classes.end();
         });
}

// What a test may speak of and starts from.
struct World {
  const Vocabulary& vocabulary;
  const Catalogue& catalogue;
  const FactSheet& ordinary;
};

RuleTest read_test(json::Object& o, const World& world, Date on) {
  RuleTest test;
  test.name = o.text("name");
  test.place = o.context().place(o.node());
  test.on = o.optional_date("on").value_or(on);
  test.offence = o.optional_text("offence").value_or("");
  if (!test.offence.empty()) {
    check_offences(o.context(), o.node(), {test.offence}, world.catalogue);
  }
  test.facts = world.ordinary;
  if (const Node* facts = o.find("facts")) {
    test.facts = FactSheet(world.vocabulary.facts.size());
    lay(o.context(), world.vocabulary, facts, test.facts);
  }
  lay(o.context(), world.vocabulary, o.find("but"), test.facts);
  test.answer = read_answer(o);
  test.because = o.optional_texts("because");
  if (o.find("ask") != nullptr) {
    test.ask = o.optional_texts("ask");
    std::sort(test.ask->begin(), test.ask->end());
  }
  read_duty_dates(o, test);
  return test;
}

void read_cases(const TestSource& source, const Rule& rule, const World& world,
                std::optional<Date> default_on, std::vector<RuleTest>& tests) {
  if (source.node == nullptr) {
    return;
  }
  json::Object o(source.context, *source.node, {"`tests`", "`tests`"});
  const std::optional<Date> own = o.optional_date("on");
  o.find("ordinary");
  if (!own && !default_on) {
    source.context.error("missing-key", *source.node, say("测试缺少 `on`", "the tests lack `on`"));
  }
  const Date on = own ? *own : default_on.value_or(Date{});
  for (const Node& node : o.optional_array("cases")) {
    json::Object c(source.context, node, {"测试", "a test"});
    const bool ours = meant_for(c, rule.classes);
    RuleTest test = read_test(c, world, on);
    c.finish();
    if (ours) {
      tests.push_back(std::move(test));
    }
  }
  o.finish();
}

RuleTest read_caution_test(json::Object& o, const List& list, const World& world) {
  RuleTest test;
  test.name = o.text("name");
  test.place = o.context().place(o.node());
  test.on = o.date("on");
  test.offence = o.optional_text("offence").value_or("");
  if (!test.offence.empty()) {
    check_offences(o.context(), o.node(), {test.offence}, world.catalogue);
  }
  test.facts = world.ordinary;
  lay(o.context(), world.vocabulary, o.find("facts"), test.facts);
  o.require("shows");
  test.because = o.optional_texts("shows");
  std::sort(test.because.begin(), test.because.end());
  for (const std::string& id : test.because) {
    if (std::none_of(list.cautions.begin(), list.cautions.end(),
                     [&](const Caution& c) { return c.id == id; })) {
      o.context().error("unknown-caution", o.node(),
                        say("清单没有警示 `{}`", "the list has no caution `{}`", id));
    }
  }
  return test;
}

}  // namespace

CautionTests read_caution_tests(const List& list, const Vocabulary& vocabulary, const Catalogue& catalogue,
                                const json::Context& context, const Node* node) {
  CautionTests result{list.id, {}};
  const FactSheet nothing(vocabulary.facts.size());
  for (const Node& one : node == nullptr ? std::vector<Node>{} : node->items) {
    json::Object o(context, one, {"警示的测试", "a test of cautions"});
    result.tests.push_back(read_caution_test(o, list, {vocabulary, catalogue, nothing}));
    o.finish();
  }
  return result;
}

RuleTests read_tests(const Rule& rule, const Vocabulary& vocabulary, const Catalogue& catalogue,
                     const TestSource& of_list, const TestSource& of_item) {
  RuleTests result{rule.id, {}};
  FactSheet ordinary(vocabulary.facts.size());
  std::optional<Date> on;
  for (const TestSource* source : {&of_list, &of_item}) {
    if (source->node != nullptr) {
      lay(source->context, vocabulary, source->node->find("ordinary"), ordinary);
      const Node* day = source->node->find("on");
      on = on || day == nullptr ? on : parse_date(day->text);
    }
  }
  read_cases(of_list, rule, {vocabulary, catalogue, ordinary}, on, result.tests);
  read_cases(of_item, rule, {vocabulary, catalogue, ordinary}, on, result.tests);
  return result;
}

}  // namespace siqingdan
