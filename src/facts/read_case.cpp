#include <array>

#include "base/suggest.h"
#include "base/unicode.h"
#include "facts/case.h"
#include "json/canonical.h"
#include "json/object.h"
#include "json/value.h"

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
  json::Object p(o.context(), *party, {"当事人", "the party"});
  result.party_name = clean_text(p, "name");
  result.party_uscc = clean_text(p, "uscc");
  p.finish();
}

void read_facts(const json::Context& context, const Vocabulary& vocabulary, const Node* node,
                FactSheet& sheet) {
  if (node == nullptr || node->kind == Node::Kind::null) {
    return;
  }
  json::Object o(context, *node, {"`facts`", "`facts`"});
  constexpr std::size_t kMostIssues = 100;  // whoever sends 50,000 wrong facts need not read 50,000 lines
  for (const auto& [name, value] : node->members) {
    if (context.issues.all().size() >= kMostIssues) {
      context.issues.error("too-many-issues", context.key_place(value),
                           say("错误太多,从这里起不再看", "too many mistakes: not read from here on"));
      return;
    }
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

void only_about_measure(const json::Context& context, const Vocabulary& vocabulary, const Node& facts) {
  for (const auto& [name, value] : facts.members) {
    const FactId id = vocabulary.find(name);
    if (id != kNoFact && !vocabulary.facts[id].about_measure) {
      context.issues.error("not-about-measure", context.key_place(value),
                           say("`{}` 是整个案件的事实,不是某一措施的",
                               "`{}` is a fact of the case, not of one measure", name),
                           say("移到案件的 `facts` 里", "move it to the `facts` of the case"));
    }
  }
}

void read_measures(json::Object& o, const Vocabulary& vocabulary, Case& result) {
  const Node* named = o.find("measures");
  if (named == nullptr || named->kind == Node::Kind::null) {
    return;
  }
  result.measures_named = true;
  for (const Node& node : o.optional_array("measures")) {
    json::Object m(o.context(), node, {"拟采取的措施", "a contemplated measure"});
    static constexpr auto kObjects = {"goods",     "raw_materials", "tools",
                                      "documents", "facilities",    "premises"};
    Measure measure;
    measure.object = *(kObjects.begin() + m.one_of("object", kObjects));
    measure.facts = FactSheet(vocabulary.facts.size());
    const Node* facts = m.find("facts");
    read_facts(o.context(), vocabulary, facts, measure.facts);
    if (const Node* twice = facts == nullptr ? nullptr : facts->find("measure.object")) {
      o.context().issues.error("given-twice", o.context().key_place(*twice),
                               say("措施的对象已经写在 `object`",
                                   "what the measure is aimed at stands in `object` already"),
                               say("删去这一行", "delete this line"));
    }
    if (facts != nullptr) {
      only_about_measure(o.context(), vocabulary, *facts);
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

// What the words were taken to speak of (check --text writes it into the case that it records).
void read_matched(json::Object& o, const Catalogue& catalogue, Case& result) {
  result.offence_from = clean_text(o, "offence_from");
  for (const Node& node : o.optional_array("candidates")) {
    json::Object c(o.context(), node, {"`candidates` 的一项", "one of `candidates`"});
    OffenceCandidate candidate{c.text("offence"), c.optional_integer("score").value_or(0)};
    c.finish();
    if (catalogue.offences.count(candidate.offence) == 0) {
      o.context().error("unknown-offence", node,
                        say("案由目录里没有 `{}`", "the catalogue has no offence `{}`", candidate.offence),
                        suggestion(candidate.offence, catalogue.offence_ids()));
    }
    result.candidates.push_back(std::move(candidate));
  }
}

// What cannot be true of any case, whatever the rules say.
class Sense {
 public:
  Sense(json::Object& o, const Vocabulary& vocabulary, Date on, const FactSheet& sheet)
      : o_(o), vocabulary_(vocabulary), on_(on), sheet_(sheet) {}

  void check() {
    for (const FactId id : vocabulary_.of(FactType::date)) {
      if (const auto& known = sheet_.at(id)) {
        not_after_decision(vocabulary_.facts[id], known->number);
      }
    }
    for (const FactId id : vocabulary_.of(FactType::derived)) {
      const Fact& fact = vocabulary_.facts[id];
      only_from_records(fact.found_on, fact.derived_from);
      only_from_records(fact.clear_since, fact.derived_from);
    }
    not_before("found_on", "act_on");
    not_before("corrected_on", "act_on");
    const auto corrected = number("corrected");
    if (corrected && *corrected == 0 && number("corrected_on")) {
      error("contradiction", "corrected_on",
            say("`corrected` 是 false,却有改正日期",
                "`corrected` is false, but there is a day of correction"));
    }
  }

 private:
  std::optional<std::int64_t> number(const char* name) const {
    const FactId id = vocabulary_.find(name);
    const bool known = id != kNoFact && sheet_.at(id).has_value();
    return known ? std::optional<std::int64_t>(sheet_.at(id)->number) : std::nullopt;
  }

  static std::string day(std::int64_t number) { return to_text(from_number(static_cast<int>(number))); }

  // At the fact itself, which stands at the top of the case or among its facts.
  void error(const char* code, const std::string& name, Text message, Text hint = {}) {
    const Node* facts = o_.node().find("facts");
    const Node* at = o_.node().find(name);
    at = at == nullptr && facts != nullptr ? facts->find(name) : at;
    o_.context().error(code, at == nullptr ? o_.node() : *at, std::move(message), std::move(hint));
  }

  void not_after_decision(const Fact& fact, std::int64_t value) {
    if (value > to_number(on_)) {
      error(fact.name == "act_on" ? "act-after-decision" : "date-after-decision", fact.name,
            say("`{0}` {1} 晚于决定日 {2}", "`{0}` {1} is after the day of decision, {2}", fact.name,
                day(value), to_text(on_)),
            say("核对日期,或者用 --on 指定决定日", "check the date, or give the day with --on"));
    }
  }

  // What records show is derived from them; a person states the day of the last violation.
  void only_from_records(FactId recorded, FactId stated) {
    if (recorded != kNoFact && sheet_.at(recorded) && sheet_.at(recorded)->from != kFromHistory) {
      error("not-stated", vocabulary_.facts[recorded].name,
            say("`{}` 只由历史记录推算,不由人填写", "`{}` follows from records and is not stated",
                vocabulary_.facts[recorded].name),
            say("知道最近一次处理的日期的,填 `{}`", "state the day of the last decision in `{}`",
                vocabulary_.facts[stated].name));
    }
  }

  void not_before(const char* later, const char* earlier) {
    const auto a = number(earlier);
    const auto b = number(later);
    if (a && b && *b < *a) {
      error("date-order", later,
            say("`{0}` {1} 早于 `{2}` {3}", "`{0}` {1} is before `{2}` {3}", std::string(later), day(*b),
                std::string(earlier), day(*a)));
    }
  }

  json::Object& o_;
  const Vocabulary& vocabulary_;
  Date on_;
  const FactSheet& sheet_;
};

}  // namespace

std::optional<Case> read_case_to_decide(const json::Document& document, const Vocabulary& vocabulary,
                                        const Catalogue& catalogue, Date on, Issues& issues) {
  Issues found;
  const json::Context context{document.file, found};
  json::Object o(context, document.root, {"案件", "a case"});
  Case result;
  o.find("$schema");
  result.id = clean_text(o, "case");
  read_party(o, result);
  result.description = clean_text(o, "description");
  read_offence(o, catalogue, result);
  read_matched(o, catalogue, result);
  result.facts = FactSheet(vocabulary.facts.size());
  read_facts(context, vocabulary, o.find("facts"), result.facts);
  read_dates(o, vocabulary, result.facts);
  read_measures(o, vocabulary, result);
  o.finish();
  Sense(o, vocabulary, on, result.facts).check();
  issues.append(found);
  return found.has_errors() ? std::nullopt : std::optional<Case>(std::move(result));
}

std::optional<Case> read_case(const json::Document& document, const Vocabulary& vocabulary,
                              const Catalogue& catalogue, Date on, Issues& issues) {
  auto result = read_case_to_decide(document, vocabulary, catalogue, on, issues);
  if (result) {
    result->written = json::to_value(document.root);
  }
  return result;
}

}  // namespace siqingdan
