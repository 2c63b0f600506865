#include "decide/decide.h"

#include <algorithm>

#include "decide/duties.h"
#include "decide/grounds.h"
#include "decide/topics.h"
#include "decide/warnings.h"

namespace siqingdan {
namespace {

// The answer and, where it applies, how far its ground can be relied on: of several measures the weakest in
// both speaks for the question.
std::pair<Answer, Standing> strength(const Findings& findings) {
  return {findings.answer, findings.lead() == nullptr ? Standing::drafted : findings.lead()->rule->standing};
}

class Decider {
 public:
  Decider(const RuleSet& rules, Case a_case, Date on, Memory& memory) : memory_(memory) {
    decision_.rules = &rules;
    decision_.of = std::move(a_case);
    state_objects(rules.vocabulary, decision_.of.measures);
    decision_.on = on;
    decision_.engine = kEngine;
    offence_ = offence_of(rules, decision_.of);
  }

  Decision run() {
    for (const Question question : kQuestions) {
      answer(question);
    }
    mark_moot();
    sort_asks();
    const Case& a_case = decision_.of;
    decision_.duties = duties_of(*decision_.rules, decision_.answers, offence_, a_case.facts, decision_.on);
    decision_.warnings = warnings_of(decision_, offence_);
    return std::move(decision_);
  }

 private:
  void answer(Question question) {
    const Grounds& grounds = memory_.grounds(question, offence_, decision_.on);
    QuestionAnswer result;
    result.question = question;
    const std::vector<Measure>& measures = decision_.of.measures;
    if (question == Question::no_coercive_measure && !measures.empty()) {
      for (std::size_t i = 0; i < measures.size(); ++i) {
        const FactSheet facts = decision_.of.facts.with(measures[i].facts);
        result.measures.push_back({measures[i].object, find(grounds, facts)});
        ask(grounds, result.measures.back().findings, facts, i);
      }
      const auto weakest = std::min_element(result.measures.begin(), result.measures.end(),
                                            [](const auto& a, const auto& b) {
                                              return strength(a.findings) < strength(b.findings);
                                            });
      result.weakest = static_cast<std::size_t>(weakest - result.measures.begin());
      result.findings = weakest->findings;
    } else {
      result.findings = find(grounds, decision_.of.facts);
      if (question == Question::no_coercive_measure && decision_.of.measures_named) {
        result.moot_because = kNoMeasure;  // the officer contemplates none: nothing to ask
      } else {
        ask(grounds, result.findings, decision_.of.facts, std::nullopt);
      }
    }
    if (grounds.offence_matters && result.findings.answer == Answer::undetermined) {
      add_ask(kNoFact, question, std::nullopt);
    }
    decision_.answers.push_back(std::move(result));
  }

  void ask(const Grounds& grounds, const Findings& findings, const FactSheet& facts,
           std::optional<std::size_t> measure) {
    if (findings.answer != Answer::undetermined) {
      return;
    }
    for (const FactId fact : memory_.facts_to_ask(grounds, facts)) {
      const bool of_measure = decision_.rules->vocabulary.facts[fact].about_measure;
      add_ask(fact, grounds.question, of_measure ? measure : std::nullopt);
    }
  }

  void add_ask(FactId fact, Question question, std::optional<std::size_t> measure) {
    for (Ask& known : decision_.ask) {
      if (known.fact == fact && known.measure == measure) {
        if (known.settles.back() != question) {
          known.settles.push_back(question);
        }
        return;
      }
    }
    decision_.ask.push_back({fact, {question}, measure});
  }

  // The offence first; then what bears on most questions; what a measure is aimed at before all that is
  // asked about the measure; otherwise in the order of the questions.
  void sort_asks() {
    const Vocabulary& vocabulary = decision_.rules->vocabulary;
    const FactId object = measure_object(vocabulary);
    const auto rank = [&](const Ask& ask) {
      if (ask.fact == kNoFact) {
        return -100;
      }
      const bool of_measure = vocabulary.facts[ask.fact].about_measure && ask.fact != object;
      return (of_measure ? 100 : 0) - static_cast<int>(ask.settles.size());
    };
    std::stable_sort(decision_.ask.begin(), decision_.ask.end(),
                     [&](const Ask& a, const Ask& b) { return rank(a) < rank(b); });
  }

  // A case that is not filed does not come to a penalty. The question is answered all the same, because
  // facts change and "may" is not "will".
  void mark_moot() {
    const auto& filing = decision_.answers[static_cast<std::size_t>(Question::no_filing)];
    auto& penalty = decision_.answers[static_cast<std::size_t>(Question::no_penalty)];
    if (filing.findings.answer == Answer::applies) {
      penalty.moot_because = name_of(Question::no_filing);
    }
  }

  Memory& memory_;
  Decision decision_;
  const Offence* offence_ = nullptr;
};

}  // namespace

Decision decide(const RuleSet& rules, const Case& a_case, Date on) {
  Memory memory(rules);
  return decide(rules, a_case, on, memory);
}

Decision decide(const RuleSet& rules, Case a_case, Date on, Memory& memory) {
  return Decider(rules, std::move(a_case), on, memory).run();
}

bool decidable(const RuleSet& rules, Date on, Issues& issues) {
  if (rules.calendar.covers(year_of(on))) {
    return true;
  }
  issues.error("no-calendar", {to_text(on), 0, 0},
               say("没有 {} 年的工作日历,期限无从计算;现有 {}",
                   "there is no working-day calendar for {}, so no deadline can be counted; there is {}",
                   year_of(on), rules.calendar.span()),
               say("等国务院办公厅的放假通知公布后,补入 calendars/cn.json",
                   "add the year to calendars/cn.json when the State Council's notice is out"));
  return false;
}

}  // namespace siqingdan
