#include "record/compact.h"
#include "json/value.h"

#include <algorithm>
#include <string_view>

#include "decide/duties.h"
#include "json/canonical_writer.h"

namespace siqingdan {
namespace {

using json::CanonicalWriter;

// One letter a reason, in the order of the rule.
std::string letters(const std::vector<Reason>& reasons) {
  std::string text;
  text.reserve(reasons.size());
  for (const Reason& reason : reasons) {
    text += name_of(reason.truth)[0];
  }
  return text;
}

void write_grounds(const Findings& findings, CanonicalWriter& out) {
  out.key("grounds").begin_array();
  for (const Ground& ground : findings.grounds) {
    out.begin_array().text(ground.rule->id).word(name_of(ground.answer)).word(letters(ground.because));
    if (ground.acts) {
      out.word(to_text(ground.acts->from)).word(to_text(ground.acts->until));
    }
    out.end_array();
  }
  out.end_array();
}

// The answer and the ground it rests on, in two parts, because other keys stand between them.
void write_answer(const Findings& findings, CanonicalWriter& out) {
  out.key("answer").word(name_of(findings.answer));
  if (const Ground* lead = findings.lead()) {
    out.key("approver").text(lead->rule->approver);
    out.key("effect").word(name_of(lead->rule->effect));
  }
}

void write_lead(const Findings& findings, CanonicalWriter& out) {
  if (const Ground* lead = findings.lead()) {
    out.key("rule").text(lead->rule->id);
    out.key("standing").word(name_of(lead->rule->standing));
  }
}

void write_laws(const LawComparison& laws, CanonicalWriter& out) {
  const auto side = [&](const char* key, const LawSide& law) {
    out.key(key).begin_array().word(to_text(law.on)).word(name_of(law.answer)).end_array();
  };
  out.key("laws").begin_object();
  side("act", laws.act);
  out.key("applied").word(name_of(laws.applied));
  side("decision", laws.decision);
  out.end_object();
}

void write_measures(const std::vector<MeasureFindings>& measures, CanonicalWriter& out) {
  out.key("measures").begin_array();
  for (const MeasureFindings& measure : measures) {
    out.begin_object();
    write_answer(measure.findings, out);
    write_grounds(measure.findings, out);
    out.key("object").text(measure.object);
    write_lead(measure.findings, out);
    out.end_object();
  }
  out.end_array();
}

void write_question(const QuestionAnswer& of, CanonicalWriter& out) {
  out.key(name_of(of.question)).begin_object();
  write_answer(of.findings, out);
  if (of.measures.empty()) {
    write_grounds(of.findings, out);
  }
  if (of.findings.laws) {
    write_laws(*of.findings.laws, out);
  }
  out.key("listed").boolean(of.findings.listed);
  if (!of.measures.empty()) {
    write_measures(of.measures, out);
  }
  if (!of.moot_because.empty()) {
    out.key("moot_because").text(of.moot_because);
  }
  write_lead(of.findings, out);
  out.end_object();
}

void write_answers(const Decision& decision, CanonicalWriter& out) {
  static const auto by_name = [] {
    auto questions = kQuestions;
    std::sort(questions.begin(), questions.end(),
              [](Question a, Question b) { return std::string_view(name_of(a)) < name_of(b); });
    return questions;
  }();
  out.key("answers").begin_object();
  for (const Question question : by_name) {
    write_question(decision.answers[static_cast<std::size_t>(question)], out);
  }
  out.end_object();
}

void write_asks(const Decision& decision, CanonicalWriter& out) {
  out.key("ask").begin_array();
  for (const Ask& ask : decision.ask) {
    out.begin_array();
    out.text(ask.fact == kNoFact ? "offence" : decision.rules->vocabulary.facts[ask.fact].name);
    out.begin_array();
    for (const Question question : ask.settles) {
      out.word(name_of(question));
    }
    out.end_array();
    if (ask.measure) {
      out.integer(static_cast<std::int64_t>(*ask.measure));
    }
    out.end_array();
  }
  out.end_array();
}

// Of a duty that somebody must come back to also the words, because reminders show them.
void write_duties(const std::vector<DueDuty>& duties, CanonicalWriter& out) {
  out.begin_array();
  for (const DueDuty& due : duties) {
    out.begin_object();
    if (due.due) {
      out.key("due").word(to_text(*due.due));
    }
    out.key("id").text(due.duty->id);
    if (due.only_if_filed) {
      out.key("only_if_filed").boolean(true);
    }
    out.key("rule").text(due.from);
    if (due.start && !due.duty->within.empty()) {
      out.key("start").word(to_text(*due.start));
    }
    if (const std::string waiting = waits_for(due); !waiting.empty()) {
      out.key("waiting_for").text(waiting);
    }
    if (due.duty->follow_up) {
      out.key("what").text(due.duty->what);
      out.key("who").text(due.duty->who);
    }
    out.end_object();
  }
  out.end_array();
}

void write_made_with(const Decision& decision, CanonicalWriter& out) {
  out.key("made_with").begin_object();
  out.key("calendar").word(decision.rules->calendar_digest);
  out.key("engine").word(decision.engine);
  out.key("rules").word(decision.rules->digest);
  out.end_object();
}

void write_offence(const Case& of, CanonicalWriter& out) {
  out.key("offence").begin_object();
  if (of.offence.empty()) {
    out.key("id").null();
  } else {
    out.key("how").text(of.offence_from.empty() ? "stated" : of.offence_from);
    out.key("id").text(of.offence);
  }
  out.end_object();
}

}  // namespace

json::Value compact_duties(const std::vector<DueDuty>& duties) {
  CanonicalWriter out;
  write_duties(duties, out);
  return json::Value::parse(out.take());
}

std::string canonical_compact(const Decision& decision) {
  CanonicalWriter out(4000);
  out.begin_object();
  out.key("alike").word(likeness(decision));
  write_answers(decision, out);
  write_asks(decision, out);
  out.key("case").text(decision.of.id);
  out.key("duties");
  write_duties(decision.duties, out);
  write_made_with(decision, out);
  write_offence(decision.of, out);
  out.key("on").word(to_text(decision.on));
  out.key("party").text(decision.of.party_uscc);
  out.key("party_name").text(decision.of.party_name);
  out.key("schema").word("siqingdan/record/1");
  out.key("warnings").begin_array();
  for (const Warning& warning : decision.warnings) {
    out.text(warning.code);
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace siqingdan
