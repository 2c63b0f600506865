#include "decide/duties.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "decide/clock.h"
#include "decide/evaluate.h"

namespace siqingdan {
namespace {

bool wants(const Duty& duty, Answer answer) {
  return std::find(duty.if_answer.begin(), duty.if_answer.end(), answer) != duty.if_answer.end();
}

// Is the duty one of this case: of its offence, begun as far as it must have begun, and not done yet?
bool reaches(const Duty& duty, const Offence* offence, const FactSheet& facts) {
  const bool covered = duty.covers.all || (offence != nullptr && duty.covers.includes(*offence));
  const bool done = duty.done_on != kNoFact && facts.at(duty.done_on);
  return covered && !done && std::all_of(duty.once_known.begin(), duty.once_known.end(), [&](FactId fact) {
           return facts.at(fact).has_value();
         });
}

// The day a duty starts on: that of decision, or of a fact; nothing if that is not known.
std::optional<Date> start_of(const Duty& duty, const FactSheet& facts, Date on) {
  if (duty.after == kNoFact) {
    return on;
  }
  const auto& known = facts.at(duty.after);
  return known ? std::optional(from_number(static_cast<int>(known->number))) : std::nullopt;
}

// The fact, first by name, whose absence leaves it open whether the duty exists at all.
std::string open_fact(const Expression& when, const std::vector<Truth>& truths, const Vocabulary& vocabulary,
                      const FactSheet& facts) {
  std::string first;
  for (std::size_t i = 0; i < when.size(); ++i) {
    if (when[i].is_leaf() && truths[i] == Truth::unknown) {
      const FactId fact = facts.at(when[i].fact) && when[i].until_fact != kNoFact ? when[i].until_fact
                                                                                  : when[i].fact;
      const std::string& name = vocabulary.facts[fact].name;
      first = first.empty() ? name : std::min(first, name);
    }
  }
  return first;
}

class Collector {
 public:
  Collector(const RuleSet& rules, const Offence* offence, const FactSheet& facts, Date on)
      : rules_(rules), offence_(offence), facts_(facts), on_(on) {}

  // Duties added from here on belong to a question that is moot unless a case is filed, or do not.
  void set_moot(bool moot) { moot_ = moot; }

  void add(const List& list, const Duty& duty, const std::string& from, Answer answer) {
    if (wants(duty, answer) && reaches(duty, offence_, facts_)) {
      add_certain(list, duty, from);
    }
  }

  // A follow-up that belongs to a ground still open: it is not lost, it waits for `fact`.
  void add_waiting(const Duty& duty, const std::string& from, const std::string& fact) {
    if (reaches(duty, offence_, facts_)) {
      DueDuty due;
      due.duty = &duty;
      due.start = start_of(duty, facts_, on_);
      due.waiting_for = fact;
      merge(std::move(due), from);
    }
  }

  std::vector<DueDuty> take() {
    std::vector<DueDuty> duties;
    duties.reserve(by_id_.size());
    for (auto& entry : by_id_) {
      duties.push_back(std::move(entry.second));
    }
    std::stable_sort(duties.begin(), duties.end(), [](const DueDuty& a, const DueDuty& b) {
      return std::make_tuple(!a.due.has_value(), a.due.value_or(Date{})) <
             std::make_tuple(!b.due.has_value(), b.due.value_or(Date{}));
    });
    return duties;
  }

 private:
  void add_certain(const List& list, const Duty& duty, const std::string& from) {
    DueDuty due = deadline_of(rules_, list, duty, offence_, facts_, on_);
    if (!duty.when.empty()) {
      const auto truths = evaluate(duty.when, {rules_.vocabulary, list, offence_, on_, on_, facts_});
      if (truths.back() == Truth::no) {
        return;
      }
      if (truths.back() == Truth::unknown) {
        due.due.reset();
        due.waiting_for = open_fact(duty.when, truths, rules_.vocabulary, facts_);
      }
    }
    merge(std::move(due), from);
  }

  void merge(DueDuty due, const std::string& from) {
    due.from = from;
    due.only_if_filed = moot_;
    // The same duty from several grounds is one duty; the earliest deadline counts.
    const auto [known, added] = by_id_.try_emplace(due.duty->id, std::move(due));
    if (added) {
      return;
    }
    due.only_if_filed = due.only_if_filed && known->second.only_if_filed;
    known->second.only_if_filed = due.only_if_filed;
    const bool certain = due.waiting_for.empty() && !known->second.waiting_for.empty();
    if (certain || (due.due && (!known->second.due || *due.due < *known->second.due))) {
      known->second = std::move(due);
    }
  }

  const RuleSet& rules_;
  const Offence* offence_;
  const FactSheet& facts_;
  Date on_;
  bool moot_ = false;
  std::map<std::string_view, DueDuty> by_id_;
};

// What an open ground waits for: by name, so that the order of its conditions changes nothing.
std::string first_open(const Ground& ground, const Vocabulary& vocabulary) {
  std::string first;
  for (const Reason& reason : ground.because) {
    if (reason.truth == Truth::unknown) {
      const std::string& name = vocabulary.facts[reason.leaf->fact].name;
      first = first.empty() ? name : std::min(first, name);
    }
  }
  return first;
}

// Where a bare statute grants, but the listed item is still open: the item's reminders must not be lost.
void add_open_follow_ups(const Findings& findings, const Vocabulary& vocabulary, Collector& out) {
  for (const Ground& ground : findings.grounds) {
    const bool open = findings.answer == Answer::applies && ground.answer == Answer::undetermined;
    const std::string fact = open && !ground.list->statute ? first_open(ground, vocabulary) : "";
    for (const Duty& duty : ground.list->duties) {
      if (!fact.empty() && duty.follow_up && !duty.for_question && wants(duty, Answer::applies)) {
        out.add_waiting(duty, ground.list->id, fact);
      }
    }
  }
}

void add_ground_duties(const Findings& findings, Collector& out) {
  for (const Ground& ground : findings.grounds) {
    for (const Duty& duty : ground.list->duties) {
      if (!duty.for_question) {
        out.add(*ground.list, duty, ground.list->id, ground.answer);
      }
    }
    for (const Duty& duty : ground.rule->duties) {
      out.add(*ground.list, duty, ground.rule->id, duty.for_question ? findings.answer : ground.answer);
    }
  }
}

}  // namespace

std::string waits_for(const DueDuty& due) {
  return due.waiting_for.empty() && due.missing_year > 0 ? waits_for_calendar(due.missing_year)
                                                         : due.waiting_for;
}

DueDuty deadline_of(const RuleSet& rules, const List& list, const Duty& duty, const Offence* offence,
                    const FactSheet& facts, Date on) {
  DueDuty due;
  due.duty = &duty;
  due.start = start_of(duty, facts, on);
  if (duty.within.empty()) {
    return due;
  }
  const ClockReading reading = read_clock(list, duty, offence, {due.start, 0, {}}, rules.calendar);
  due.due = reading.due;
  due.missing_year = reading.missing_year;
  due.waiting_for = due.missing_year > 0 ? "" : waits_for(reading, duty, rules.vocabulary);
  return due;
}

std::vector<DueDuty> duties_of(const RuleSet& rules, const std::vector<QuestionAnswer>& answers,
                               const Offence* offence, const FactSheet& facts, Date on) {
  Collector out(rules, offence, facts, on);
  for (const QuestionAnswer& answer : answers) {
    out.set_moot(answer.moot_because == name_of(Question::no_filing));
    for (const List& list : rules.lists) {
      if (list.question != answer.question || !list.in_force(on)) {
        continue;
      }
      for (const Duty& duty : list.duties) {
        if (duty.for_question) {
          out.add(list, duty, list.id, answer.findings.answer);
        }
      }
    }
    add_ground_duties(answer.findings, out);
    add_open_follow_ups(answer.findings, rules.vocabulary, out);
    for (const MeasureFindings& measure : answer.measures) {
      add_ground_duties(measure.findings, out);
    }
  }
  return out.take();
}

}  // namespace siqingdan
