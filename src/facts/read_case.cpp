#include <array>

#include "base/suggest.h"
#include "base/unicode.h"
#include "facts/case.h"
#include "json/canonical.h"
#include "json/object.h"

namespace siqingdan {
namespace {

using json::Node;

// The dates that may stand at the top of a case instead of among its facts.
constexpr std::array kDates = {"act_on", "found_on", "clue_received_on"};

std::string clean_text(json::Object& o, const char* key) {
  const Node* node = o.node().find(key);
  std::string text = o.optional_text(key).value_or("");
  if (node != nullptr && has_control_characters(text)) {
    o.context().error("control-character", *node,
                      say("`{}` 里有控制字符", "`{}` has control characters", std::string(key)),
                      say("删去看不见的字符", "delete the invisible characters"));
  }
  return text;
}

void read_party(json::Object& o, Case& result) {
  const Node* party = o.find("party");
  if (party == nullptr || party->kind == Node::Kind::null) {
    return;
  }
  json::Object p(o.context(), *party, say("当事人", "the party"));
  result.party_name = clean_text(p, "name");
  result.party_uscc = clean_text(p, "uscc");
  p.finish();
}

void read_facts(const json::Context& context, const Vocabulary& vocabulary, const Node* node,
                FactSheet& sheet) {
  if (node == nullptr || node->kind == Node::Kind::null) {
    return;
  }
  json::Object o(context, *node, say("`facts`", "`facts`"));
  for (const auto& [name, value] : node->members) {
    read_fact(context, vocabulary, name, value, sheet);
  }
}

void read_dates(json::Object& o, const Vocabulary& vocabulary, FactSheet& sheet) {
  for (const char* key : kDates) {
    const Node* node = o.find(key);
    const FactId id = vocabulary.find(key);
    if (node == nullptr || id == kNoFact) {
      continue;
    }
    if (sheet.at(id)) {
      o.context().error("given-twice", *node,
                        say("`{}` 在 `facts` 里也有", "`{}` also stands in `facts`", std::string(key)),
                        say("只写一处", "write it once"));
      continue;
    }
    read_fact(o.context(), vocabulary, key, *node, sheet);
  }
}

void read_measures(json::Object& o, const Vocabulary& vocabulary, Case& result) {
  for (const Node& node : o.optional_array("measures")) {
    json::Object m(o.context(), node, say("拟采取的措施", "a contemplated measure"));
    static constexpr auto kObjects = {"goods",     "raw_materials", "tools",
                                      "documents", "facilities",    "premises"};
    Measure measure;
    measure.object = *(kObjects.begin() + m.one_of("object", kObjects));
    measure.facts = FactSheet(vocabulary.facts.size());
    const Node* facts = m.find("facts");
    read_facts(o.context(), vocabulary, facts, measure.facts);
    for (const Fact& fact : vocabulary.facts) {
      const Node* value = facts == nullptr ? nullptr : facts->find(fact.name);
      if (value != nullptr && !fact.about_measure) {
        o.context().issues.error("not-about-measure", o.context().key_place(*value),
                                 say("`{}` 是整个案件的事实,不是某一措施的",
                                     "`{}` is a fact of the case, not of one measure", fact.name),
                                 say("移到案件的 `facts` 里", "move it to the `facts` of the case"));
      }
    }
    m.finish();
    result.measures.push_back(std::move(measure));
  }
}

void read_offence(json::Object& o, const Catalogue& catalogue, Case& result) {
  result.offence = o.optional_text("offence").value_or("");
  if (!result.offence.empty() && catalogue.offences.count(result.offence) == 0) {
    o.context().error("unknown-offence", *o.node().find("offence"),
                      say("案由目录里没有 `{}`", "the catalogue has no offence `{}`", result.offence),
                      suggestion(result.offence, catalogue.offence_ids()));
  }
}

// What cannot be true of any case, whatever the rules say.
void check_sense(json::Object& o, const Vocabulary& vocabulary, Date on, const FactSheet& sheet) {
  for (std::size_t i = 0; i < vocabulary.facts.size(); ++i) {
    const Fact& fact = vocabulary.facts[i];
    const auto& known = sheet.at(static_cast<FactId>(i));
    if (known && fact.type == FactType::date && known->number > to_number(on)) {
      const std::string day = to_text(from_number(static_cast<int>(known->number)));
      o.context().error(fact.name == "act_on" ? "act-after-decision" : "date-after-decision", o.node(),
                        say("`{0}` {1} 晚于决定日 {2}", "`{0}` {1} is after the day of decision, {2}",
                            fact.name, day, to_text(on)),
                        say("核对日期,或者用 --on 指定决定日", "check the date, or give the day with --on"));
    }
    if (known && fact.type == FactType::derived && sheet.at(fact.derived_from)) {
      const std::string& source = vocabulary.facts[fact.derived_from].name;
      o.context().error("derived-and-stated", o.node(),
                        say("`{0}` 由 `{1}` 推出,两个只写一个",
                            "`{0}` follows from `{1}`: state only one of them", fact.name, source));
    }
  }
}

}  // namespace

std::optional<Case> read_case(const json::Document& document, const Vocabulary& vocabulary,
                              const Catalogue& catalogue, Date on, Issues& issues) {
  Issues found;
  const json::Context context{document.file, found};
  json::Object o(context, document.root, say("案件", "a case"));
  Case result;
  o.find("$schema");
  result.id = clean_text(o, "case");
  read_party(o, result);
  result.description = clean_text(o, "description");
  read_offence(o, catalogue, result);
  result.facts = FactSheet(vocabulary.facts.size());
  read_facts(context, vocabulary, o.find("facts"), result.facts);
  read_dates(o, vocabulary, result.facts);
  read_measures(o, vocabulary, result);
  o.finish();
  check_sense(o, vocabulary, on, result.facts);
  result.written = json::to_value(document.root);
  issues.append(found);
  return found.has_errors() ? std::nullopt : std::optional<Case>(std::move(result));
}

}  // namespace siqingdan
