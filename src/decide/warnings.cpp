#include "decide/warnings.h"

#include <algorithm>
#include <set>

#include "base/party_code.h"
#include "decide/last_violation.h"

namespace siqingdan {
namespace {

using Warnings = std::vector<Warning>;

void drafted_grounds(const Decision& decision, Warnings& out) {
  std::set<std::pair<Question, std::string>> seen;  // several measures may rest on the same item
  const auto look_at = [&](Question question, const Findings& findings) {
    const Ground* lead = findings.lead();
    if (lead == nullptr || lead->rule->standing != Standing::drafted ||
        !seen.insert({question, lead->rule->id}).second) {
      return;
    }
    const Text title = title_of(question);
    out.push_back(
        {"drafted-ground",
         say("“{0}”只有草拟条目支持,不是公布的清单原文,不得作为依据引用: {2}",
             "the answer on {1} rests on a drafted item only, which is not the published list; do not "
             "cite it: {2}",
             title.zh, title.en, lead->rule->id),
         {}});
  };
  for (const QuestionAnswer& answer : decision.answers) {
    look_at(answer.question, answer.findings);
    for (const MeasureFindings& measure : answer.measures) {
      look_at(answer.question, measure.findings);
    }
  }
}

void judgements_without_reason(const Decision& decision, const FactSheet& facts, Warnings& out) {
  const Vocabulary& vocabulary = decision.rules->vocabulary;
  for (const FactId id : vocabulary.of(FactType::judgement)) {
    const auto& known = facts.at(id);
    if (known && known->because.empty()) {
      const Fact& fact = vocabulary.facts[id];
      out.push_back({"judgement-without-reason",
                     say("“{0}”({1})是判断,没有写理由", "`{1}` is a judgement and has no reason", fact.label,
                         fact.name),
                     {}});
    }
  }
}

// What the dates say of a derived fact against what somebody states it to be, under a list of the day.
FirstOffence contradiction(const Fact& fact, std::int64_t stated, const Decision& decision,
                           const Offence* offence) {
  for (const List& list : decision.rules->lists) {
    const auto number = list.numbers.find(fact.derived_number);
    if (!list.in_force(decision.on) || number == list.numbers.end()) {
      continue;
    }
    const NumberUsed back{&number->second, number->second.on(decision.on, offence)};
    const FirstOffence told = first_offence(fact, back, decision.of.facts, decision.on);
    if (told.is && *told.is != (stated != 0)) {
      return told;
    }
  }
  return {};
}

// A date speaks louder than a statement that contradicts it; where no list says how far back to look, the
// statement is all there is.
void stated_against_dates(const Decision& decision, const Offence* offence, Warnings& out) {
  const Vocabulary& vocabulary = decision.rules->vocabulary;
  const FactSheet& facts = decision.of.facts;
  for (const FactId id : vocabulary.of(FactType::derived)) {
    const Fact& fact = vocabulary.facts[id];
    const auto& stated = facts.at(id);
    if (!stated) {
      continue;
    }
    const FirstOffence told = contradiction(fact, stated->number, decision, offence);
    if (told.is) {
      const Fact& date = vocabulary.facts[told.because];
      out.push_back({"statement-contradicted",
                     say("“{0}”所填的与“{1}”推算的不一致;有回溯期的清单按日期推算",
                         "`{2}` as stated contradicts what follows from `{3}`; lists with a look-back go by "
                         "the date",
                         fact.label, date.label, fact.name, date.name),
                     {}});
    }
  }
}

// A slip of the pen; a placeholder is none. No history is found under either.
void party_code(const Decision& decision, Warnings& out) {
  const std::string code = normal_party_code(decision.of.party_uscc);
  auto fault = code.empty() ? std::nullopt : fault_of_party_code(code);
  if (fault && fault->code != kPlaceholderFault) {
    out.push_back(
        {fault->code,
         say("{0}:{2}", "{1}: {3}", fault->message.zh, fault->message.en, fault->hint.zh, fault->hint.en),
         {}});
  }
}

std::string day_of(const Known& known) { return to_text(from_number(static_cast<int>(known.number))); }

// The last violation as somebody states it, against the records: they show a later one, or none on that day.
// Both dates stay in the case, and a violation counts whichever of them speaks of it.
void stated_against_records(const Decision& decision, Warnings& out) {
  const Vocabulary& vocabulary = decision.rules->vocabulary;
  const auto known = [&](FactId fact) -> const Known* {
    const bool is = fact != kNoFact && decision.of.facts.at(fact);
    return is ? &*decision.of.facts.at(fact) : nullptr;
  };
  for (const FactId id : vocabulary.of(FactType::derived)) {
    const Fact& fact = vocabulary.facts[id];
    const Known* stated = known(fact.derived_from);
    for (const FactId date : {fact.found_on, fact.clear_since}) {
      const Known* record = known(date);
      const bool is_last = date == fact.found_on;  // one was found, so the last one is not before it
      if (stated == nullptr || record == nullptr || (stated->number >= record->number) == is_last) {
        continue;
      }
      out.push_back(
          {"records-contradict-statement",
           say("“{0}”填的是 {1},与“{2}” {3} 不一致;两个日期都保留,有一个在回溯期内就不是初次",
               "`{4}` is stated as {1}, against `{5}` {3}; both stay, and either of them within the "
               "look-back makes it no first violation",
               vocabulary.facts[fact.derived_from].label, day_of(*stated), vocabulary.facts[date].label,
               day_of(*record), vocabulary.facts[fact.derived_from].name, vocabulary.facts[date].name),
           {}});
    }
  }
}

// Could an item of the list speak of the case at all?
bool concerns(const Decision& decision, const Offence* offence, const List& list) {
  const auto& rules = decision.rules->rules;
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    const bool ours = &decision.rules->lists[rule.list] == &list;
    return ours && (offence == nullptr || rule.covers.includes(*offence));
  });
}

void lists_perhaps_in_force(const Decision& decision, const Offence* offence, Warnings& out) {
  for (const List& list : decision.rules->lists) {
    const bool perhaps = list.maybe_from && *list.maybe_from <= decision.on && decision.on < list.from;
    if (perhaps && concerns(decision, offence, list)) {
      out.push_back({"list-perhaps-in-force",
                     say("《{0}》在 {1} 可能已经施行,起始日期不明,没有适用",
                         "`{0}` may already have been in force on {1}; its first day is not known, so it was "
                         "not applied",
                         list.title, to_text(decision.on)),
                     {}});
    }
  }
}

void missing_calendars(const Decision& decision, Warnings& out) {
  for (const DueDuty& duty : decision.duties) {
    if (duty.missing_year > 0) {
      out.push_back(
          {"no-calendar",
           say("“{0}”的期限要用 {1} 年的工作日历,还没有,不作推测",
               "the deadline of `{0}` needs the working-day calendar of {1}, which is not there; it is "
               "not guessed",
               duty.duty->what, duty.missing_year),
           {}});
    }
  }
}

// Questions that stay open although there is nothing left to ask.
void cannot_be_established(const Decision& decision, Warnings& out) {
  for (const QuestionAnswer& answer : decision.answers) {
    const bool askable = std::any_of(decision.ask.begin(), decision.ask.end(), [&](const Ask& ask) {
      return std::find(ask.settles.begin(), ask.settles.end(), answer.question) != ask.settles.end();
    });
    const Text title = title_of(answer.question);
    if (answer.findings.answer == Answer::undetermined && !askable && answer.moot_because.empty()) {
      out.push_back({"cannot-be-established",
                     say("“{0}”仍然待定:所缺的事实已经问过,查不清",
                         "{1} stays open: what is missing could not be established", title.zh, title.en),
                     {}});
    }
  }
}

// May now, must perhaps: the party has a right to know.
void stronger_grounds_open(const Decision& decision, Warnings& out) {
  for (const QuestionAnswer& answer : decision.answers) {
    const Ground* lead = answer.findings.lead();
    if (lead == nullptr || lead->rule->effect == Effect::must) {
      continue;
    }
    for (const Ground& ground : answer.findings.grounds) {
      if (ground.answer == Answer::undetermined && ground.rule->effect == Effect::must) {
        out.push_back({"stronger-ground-open",
                       say("如果“{}”也成立,就不是“可以”而是“应当”",
                           "if `{}` holds too, it is a must and no longer a may", ground.rule->title),
                       ground.rule->basis});
      }
    }
  }
}

void cautions(const Decision& decision, const Offence* offence, Warnings& out) {
  std::set<std::string> seen;
  for (const List& list : decision.rules->lists) {
    if (!list.in_force(decision.on)) {
      continue;
    }
    const Situation situation{decision.rules->vocabulary, list, offence, decision.on, decision.on,
                              decision.of.facts};
    for (const Caution& caution : list.cautions) {
      if (truth_of_caution(caution, situation) == Truth::yes && seen.insert(caution.id).second) {
        out.push_back({caution.id, same(caution.says), caution.cites});
      }
    }
  }
}

}  // namespace

Truth truth_of_caution(const Caution& caution, const Situation& situation) {
  const bool covered = caution.covers.all ||
                       (situation.offence != nullptr && caution.covers.includes(*situation.offence));
  return covered ? root_truth(caution.when, situation) : Truth::no;
}

std::vector<Warning> warnings_of(const Decision& decision, const Offence* offence) {
  Warnings out;
  drafted_grounds(decision, out);
  cautions(decision, offence, out);
  stronger_grounds_open(decision, out);
  cannot_be_established(decision, out);
  judgements_without_reason(decision, decision.of.facts, out);
  for (const Measure& measure : decision.of.measures) {
    judgements_without_reason(decision, measure.facts, out);
  }
  party_code(decision, out);
  stated_against_dates(decision, offence, out);
  stated_against_records(decision, out);
  lists_perhaps_in_force(decision, offence, out);
  missing_calendars(decision, out);
  return out;
}

}  // namespace siqingdan
