#include "record/compact.h"

#include "decide/duties.h"

namespace siqingdan {
namespace {

using json::Value;

// One letter a reason, in the order of the rule.
std::string letters(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& reason : reasons) {
    text += name_of(reason.truth)[0];
  }
  return text;
}

Value grounds(const Findings& findings) {
  Value all = Value::array();
  for (const Ground& ground : findings.grounds) {
    Value one = {ground.rule->id, name_of(ground.answer), letters(ground.because)};
    if (ground.acts) {
      one.push_back(to_text(ground.acts->from));
      one.push_back(to_text(ground.acts->until));
    }
    all.push_back(std::move(one));
  }
  return all;
}

// The answer and the ground it rests on.
Value outline(const Findings& findings) {
  Value value = {{"answer", name_of(findings.answer)}};
  if (const Ground* lead = findings.lead()) {
    value["effect"] = name_of(lead->rule->effect);
    value["rule"] = lead->rule->id;
    value["standing"] = name_of(lead->rule->standing);
    value["approver"] = lead->rule->approver;
  }
  return value;
}

Value answer(const QuestionAnswer& of) {
  Value value = outline(of.findings);
  value["listed"] = of.findings.listed;
  if (!of.moot_because.empty()) {
    value["moot_because"] = of.moot_because;
  }
  if (const auto& laws = of.findings.laws) {
    value["laws"] = {{"act", {to_text(laws->act.on), name_of(laws->act.answer)}},
                     {"decision", {to_text(laws->decision.on), name_of(laws->decision.answer)}},
                     {"applied", name_of(laws->applied)}};
  }
  if (of.measures.empty()) {
    value["grounds"] = grounds(of.findings);
    return value;
  }
  value["measures"] = Value::array();
  for (const MeasureFindings& measure : of.measures) {
    Value one = outline(measure.findings);
    one["object"] = measure.object;
    one["grounds"] = grounds(measure.findings);
    value["measures"].push_back(std::move(one));
  }
  return value;
}

Value asks(const Decision& decision) {
  Value all = Value::array();
  for (const Ask& ask : decision.ask) {
    Value settles = Value::array();
    for (const Question question : ask.settles) {
      settles.push_back(name_of(question));
    }
    const bool offence = ask.fact == kNoFact;
    Value one = Value::array(
        {offence ? "offence" : decision.rules->vocabulary.facts[ask.fact].name, settles});
    if (ask.measure) {
      one.push_back(*ask.measure);
    }
    all.push_back(std::move(one));
  }
  return all;
}

Value offence(const Case& of) {
  if (of.offence.empty()) {
    return {{"id", nullptr}};
  }
  return {{"id", of.offence}, {"how", of.offence_from.empty() ? "stated" : of.offence_from}};
}

}  // namespace

Value compact_duties(const std::vector<DueDuty>& duties) {
  Value all = Value::array();
  for (const DueDuty& due : duties) {
    Value one = {{"id", due.duty->id}, {"rule", due.from}};
    if (due.duty->follow_up) {
      one["what"] = due.duty->what;
      one["who"] = due.duty->who;
    }
    if (due.start) {
      one["start"] = to_text(*due.start);
    }
    if (due.due) {
      one["due"] = to_text(*due.due);
    }
    if (const std::string waiting = waits_for(due); !waiting.empty()) {
      one["waiting_for"] = waiting;
    }
    if (due.only_if_filed) {
      one["only_if_filed"] = true;
    }
    all.push_back(std::move(one));
  }
  return all;
}

Value compact(const Decision& decision) {
  Value answers = Value::object();
  for (const QuestionAnswer& each : decision.answers) {
    answers[name_of(each.question)] = answer(each);
  }
  Value warnings = Value::array();
  for (const Warning& warning : decision.warnings) {
    warnings.push_back(warning.code);
  }
  return {{"schema", "siqingdan/record/1"},
          {"case", decision.of.id},
          {"party", decision.of.party_uscc},
          {"party_name", decision.of.party_name},
          {"on", to_text(decision.on)},
          {"offence", offence(decision.of)},
          {"answers", std::move(answers)},
          {"ask", asks(decision)},
          {"duties", compact_duties(decision.duties)},
          {"warnings", std::move(warnings)},
          {"alike", likeness(decision)},
          {"made_with",
           {{"engine", decision.engine},
            {"rules", decision.rules->digest},
            {"calendar", decision.rules->calendar_digest}}}};
}

}  // namespace siqingdan
