// The contract's JSON of a decision. Keys stand in the order a reader wants them.

#include "decide/citation_json.h"
#include "decide/decision.h"
#include "decide/duties.h"
#include "decide/evaluate.h"
#include "decide/nearest_json.h"
#include "json/value.h"

namespace siqingdan {
namespace {

using json::Value;

class Writer {
 public:
  Writer(const Decision& decision, bool english) : d_(decision), english_(english) {}

  Value write() const {
    Value answers = Value::object();
    for (const QuestionAnswer& answer : d_.answers) {
      answers[name_of(answer.question)] = question(answer);
    }
    Value value = {{"schema", "siqingdan/decision/1"},
                   {"case", d_.of.id},
                   {"on", to_text(d_.on)},
                   {"offence", offence()}};
    if (Value taken = from_words(); !taken.empty()) {
      value["from_words"] = std::move(taken);
    }
    value["answers"] = std::move(answers);
    value["ask"] = asks();
    value["duties"] = duties();
    value["warnings"] = warnings();
    value["made_with"] = {{"engine", d_.engine},
                          {"rules", d_.rules->digest},
                          {"calendar", d_.rules->calendar_digest}};
    return value;
  }

 private:
  const Vocabulary& vocabulary() const { return d_.rules->vocabulary; }

  Value citations(const std::vector<Citation>& all) const { return citations(all, d_.on); }
  static Value citations(const std::vector<Citation>& all, Date law_on) {
    return citations_json(all, law_on);
  }

  Value offence() const {
    const auto found = d_.rules->catalogue.offences.find(d_.of.offence);
    const bool known = found != d_.rules->catalogue.offences.end();
    const bool matched = known && is_from_text(d_.of.offence_from);
    Value value = {{"id", known ? Value(d_.of.offence) : Value(nullptr)},
                   {"title", known ? Value(found->second.title) : Value(nullptr)},
                   {"how", matched ? "matched"
                           : known ? "stated"
                                   : "asked"},
                   {"candidates", candidates()}};
    if (matched) {
      value["from"] = d_.of.offence_from;
    }
    return value;
  }

  Value candidates() const {
    Value values = Value::array();
    for (const OffenceCandidate& candidate : d_.of.candidates) {
      const auto found = d_.rules->catalogue.offences.find(candidate.offence);
      if (found != d_.rules->catalogue.offences.end()) {
        values.push_back({{"id", candidate.offence},
                          {"title", found->second.title},
                          {"domain", found->second.domain},
                          {"score", candidate.score}});
      }
    }
    return values;
  }

  // Every fact of the case that was taken from words, with the words and what became of the proposal.
  Value from_words() const {
    Value values = Value::array();
    for (std::size_t id = 0; id < vocabulary().facts.size(); ++id) {
      const auto& known = d_.of.facts.at(static_cast<FactId>(id));
      if (known && is_from_text(known->from)) {
        const Fact& fact = vocabulary().facts[id];
        values.push_back({{"fact", fact.name},
                          {"value", written(fact, *known)},
                          {"words", known->because},
                          {"from", known->from}});
      }
    }
    return values;
  }

  Value known_facts(const Condition& leaf, const FactSheet& facts) const {
    Value values = Value::object();
    for (const FactId id : facts_of(leaf, vocabulary())) {
      const Fact& fact = vocabulary().facts[id];
      const auto& known = facts.at(id);
      if (known || id == leaf.fact) {
        values[fact.name] = known ? written(fact, *known) : Value(nullptr);
      }
    }
    return values;
  }

  // Which of the leaf's facts were taken from words, and what became of the proposal.
  Value taken_from_words(const Condition& leaf, const FactSheet& facts) const {
    Value values = Value::object();
    for (const FactId id : facts_of(leaf, vocabulary())) {
      const auto& known = facts.at(id);
      if (known && is_from_text(known->from)) {
        values[vocabulary().facts[id].name] = known->from;
      }
    }
    return values;
  }

  // What the list sets by date, where the reason looks at it.
  static Value number(const NumberUsed& used, Date law_on) {
    return {{"is", used.value->is},
            {"unit", name_of(used.number->unit)},
            {"from", to_text(used.value->from)},
            {"basis", citations(used.value->cites, law_on)},
            {"origin", used.value->origin}};
  }

  Value reasons(const std::vector<Reason>& all, const FactSheet& facts, Date law_on) const {
    Value values = Value::array();
    for (const Reason& reason : all) {
      const Condition& leaf = *reason.leaf;
      values.push_back({{"id", leaf.id},
                        {"says", leaf.says},
                        {"truth", name_of(reason.truth)},
                        {"facts", known_facts(leaf, facts)},
                        {"basis", citations(leaf.cites, law_on)},
                        {"origin", leaf.origin}});
      if (reason.number.value != nullptr) {
        values.back()["number"] = number(reason.number, law_on);
      }
      const auto& known = facts.at(leaf.fact);
      if (known && !known->because.empty()) {
        values.back()["stated_because"] = known->because;
      }
      if (Value from = taken_from_words(leaf, facts); !from.empty()) {
        values.back()["from"] = std::move(from);
      }
    }
    return values;
  }

  Value ground(const Ground& g, const FactSheet& facts) const {
    Value value = {{"rule", g.rule->id},
                   {"title", g.rule->title},
                   {"list", g.list->title},
                   {"answer", name_of(g.answer)},
                   {"effect", name_of(g.rule->effect)},
                   {"standing", name_of(g.rule->standing)},
                   {"basis", citations(g.rule->basis, g.law_on)},
                   {"because", reasons(g.because, facts, g.law_on)},
                   {"why_not", reasons(g.why_not, facts, g.law_on)},
                   {"open", g.rule->open}};
    if (g.acts) {
      value["for_acts"] = {{"from", to_text(g.acts->from)}, {"until", to_text(g.acts->until)}};
    }
    return value;
  }

  static Value side(const LawSide& side) {
    return {{"on", to_text(side.on)},
            {"answer", name_of(side.answer)},
            {"effect", side.effect ? Value(name_of(*side.effect)) : Value(nullptr)}};
  }

  Value both_laws(const LawComparison& laws) const {
    return {{"act", side(laws.act)},
            {"decision", side(laws.decision)},
            {"applied", name_of(laws.applied)},
            {"says", laws.because->says},
            {"basis", citations(laws.because->cites)}};
  }

  Value findings(const Findings& f, const FactSheet& facts) const {
    const Ground* lead = f.lead();
    Value grounds = Value::array();
    for (const Ground& g : f.grounds) {
      grounds.push_back(ground(g, facts));
    }
    const bool has_approver = lead != nullptr && !lead->rule->approver.empty();
    Value value = {{"answer", name_of(f.answer)},
                   {"listed", f.listed},
                   {"effect", lead == nullptr ? Value(nullptr) : Value(name_of(lead->rule->effect))},
                   {"standing", lead == nullptr ? Value(nullptr) : Value(name_of(lead->rule->standing))},
                   {"approver", has_approver ? Value(lead->rule->approver) : Value(nullptr)}};
    if (f.laws) {
      value["both_laws"] = both_laws(*f.laws);
    }
    value["grounds"] = std::move(grounds);
    return value;
  }

  // Of an answer of no: the ways to a yes.
  void add_nearest(const QuestionAnswer& answer, std::optional<std::size_t> measure, const FactSheet& facts,
                   Value& value) const {
    if (value["answer"] == name_of(Answer::does_not_apply)) {
      value["nearest"] = nearest_json(nearest_ways(d_, answer, measure), vocabulary(), facts, d_.on);
    }
  }

  Value question(const QuestionAnswer& answer) const {
    const FactSheet& facts = d_.of.facts;
    Value value = findings(answer.findings, facts);
    if (!answer.moot_because.empty()) {
      value["moot_because"] = answer.moot_because;
    }
    if (!answer.measures.empty()) {
      Value measures = Value::array();
      for (std::size_t i = 0; i < answer.measures.size(); ++i) {
        const MeasureFindings& m = answer.measures[i];
        const FactSheet own = facts.with(d_.of.measures[i].facts);
        Value entry = {{"object", m.object}};
        entry.update(findings(m.findings, own));
        add_nearest(answer, i, own, entry);
        measures.push_back(std::move(entry));
      }
      const Value& weakest = measures[answer.weakest];
      value["grounds"] = weakest["grounds"];
      if (weakest.contains("nearest")) {
        value["nearest"] = weakest["nearest"];
      }
      value["measures"] = std::move(measures);
    } else if (answer.moot_because != kNoMeasure) {
      add_nearest(answer, std::nullopt, facts, value);
    }
    return value;
  }

  Value asks() const {
    Value values = Value::array();
    for (const Ask& ask : d_.ask) {
      Value value;
      if (ask.fact == kNoFact) {
        value = {{"fact", "offence"},
                 {"question", english_ ? "which offence is it?" : "涉嫌什么违法行为(案由)?"},
                 {"type", "offence"}};
      } else {
        const Fact& fact = vocabulary().facts[ask.fact];
        value = {{"fact", fact.name}, {"question", fact.ask}, {"type", name_of(fact.type)}};
        for (std::size_t i = 0; i < fact.codes.size(); ++i) {
          value["values"][fact.codes[i]] = fact.labels[i];
        }
        if (!fact.evidence.empty()) {
          value["evidence"] = fact.evidence;
        }
      }
      for (const Question q : ask.settles) {
        value["settles"].push_back(name_of(q));
      }
      if (ask.measure) {
        value["measure"] = *ask.measure;
      }
      values.push_back(std::move(value));
    }
    return values;
  }

  Value duties() const {
    Value values = Value::array();
    for (const DueDuty& due : d_.duties) {
      Value value = {{"id", due.duty->id},
                     {"what", due.duty->what},
                     {"who", due.duty->who},
                     {"due", due.due ? Value(to_text(*due.due)) : Value(nullptr)}};
      if (!due.duty->within.empty()) {  // with these the deadline can be counted again
        value["within"] = due.duty->within;
        value["after"] = due.duty->after == kNoFact ? "decision" : vocabulary().facts[due.duty->after].name;
        value["start"] = due.start ? Value(to_text(*due.start)) : Value(nullptr);
      }
      if (const std::string waiting = waits_for(due); !waiting.empty()) {
        value["waiting_for"] = waiting;
      }
      if (due.only_if_filed) {
        value["only_if_filed"] = true;
      }
      value["follow_up"] = due.duty->follow_up;
      value["basis"] = citations(due.duty->cites);
      value["rule"] = due.from;
      values.push_back(std::move(value));
    }
    return values;
  }

  Value warnings() const {
    Value values = Value::array();
    for (const Warning& warning : d_.warnings) {
      Value value = {{"code", warning.code}, {"message", english_ ? warning.message.en : warning.message.zh}};
      if (!warning.basis.empty()) {
        value["basis"] = citations(warning.basis);
      }
      values.push_back(std::move(value));
    }
    return values;
  }

  const Decision& d_;
  bool english_;
};

}  // namespace

Value to_json(const Decision& decision, bool english) { return Writer(decision, english).write(); }

}  // namespace siqingdan
