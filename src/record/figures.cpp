#include "record/figures.h"

#include <unordered_set>

#include "record/in_force.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

constexpr std::size_t at(Question question) { return static_cast<std::size_t>(question); }

bool is_drafted(const RecordedAnswer& answer) { return answer.standing == name_of(Standing::drafted); }

void add(Spared& spared, Given given, bool drafted) {
  spared.by_outcome += given == Given::by_outcome ? 1 : 0;
  spared.by_answer += given == Given::by_answer ? 1 : 0;
  spared.drafted += given != Given::no && drafted ? 1 : 0;
}

void add(Answered& answered, const RecordedAnswer& answer, const ActOutcome& outcome) {
  for (std::size_t i = 0; i < answered.by_answer.size(); ++i) {
    answered.by_answer[i] += answer.answer == name_of(static_cast<Answer>(i)) ? 1 : 0;
  }
  const bool applies = answer.answer == name_of(Answer::applies);
  answered.drafted += applies && is_drafted(answer) ? 1 : 0;
  answered.refused += applies && outcome.entry > 0 && !outcome.granted ? 1 : 0;
  answered.beyond += !applies && outcome.entry > 0 && outcome.granted ? 1 : 0;
}

class Counter {
 public:
  explicit Counter(Figures& figures) : figures_(figures) {}

  void add_act(const Act& act) {
    const DecisionRow& row = act.decision;
    const auto was_given = given(act);
    Group* const groups[] = {&figures_.by_month[row.on.substr(0, 7)],
                             &figures_.by_domain[row.offence.substr(0, row.offence.find('.'))],
                             &figures_.by_officer[row.officer]};
    for (Group* group : groups) {
      ++group->acts;
    }
    for (const Question question : kQuestions) {
      const std::size_t q = at(question);
      const bool drafted = is_drafted(row.answers[q]);
      add(figures_.answered[q], row.answers[q], act.outcomes[q]);
      if (was_given[q] == Given::no) {
        continue;
      }
      add(figures_.spared[q], was_given[q], drafted);
      add(figures_.by_item[q][row.answers[q].rule], was_given[q], drafted);
      for (Group* group : groups) {
        add(group->spared[q], was_given[q], drafted);
      }
    }
    if (was_given[at(Question::no_penalty)] != Given::no) {
      add_entity(row);
    }
  }

 private:
  void add_entity(const DecisionRow& row) {
    Entities& entities = figures_.entities;
    if (!row.party.empty()) {
      entities.by_code += codes_.insert(row.party).second ? 1 : 0;
    } else if (!row.party_name.empty()) {
      entities.by_name += names_.insert(row.party_name).second ? 1 : 0;
    } else {
      ++entities.acts_without;
    }
  }

  Figures& figures_;
  std::unordered_set<std::string> codes_;
  std::unordered_set<std::string> names_;
};

// Of the decisions in `meant`, which holds their numbers in rising order.
FollowUpCount count_follow_ups(const Log& log, const std::vector<std::int64_t>& meant, Date on) {
  Statement rows(
      log.file(),
      "with moves as (" + std::string(kMoved) +
          ")"
          " select f.decision, case when c.entry is null then f.due else c.due end, r.outcome"
          " from follow_ups f"
          " left join moves m on m.follow_up = f.id left join clocks c on c.entry = m.entry"
          " left join reviews r on r.entry = (select max(entry) from reviews where follow_up = f.id)"
          " where not " +
          is_undone("f.review"));
  const std::string today = to_text(on);
  FollowUpCount count;
  while (rows.next()) {
    if (!std::binary_search(meant.begin(), meant.end(), rows.integer(0))) {
      continue;
    }
    if (!rows.is_null(2)) {
      ++count.done[rows.text(2)];
    } else if (rows.is_null(1)) {
      ++count.waiting;
    } else {
      ++(rows.view(1) < today ? count.overdue : count.later);
    }
  }
  return count;
}

}  // namespace

std::array<Given, kQuestions.size()> given(const Act& act) {
  std::array<Given, kQuestions.size()> given{};
  for (const Question question : kQuestions) {
    const std::size_t q = at(question);
    if (act.outcomes[q].entry > 0) {
      given[q] = act.outcomes[q].granted ? Given::by_outcome : Given::no;
    } else if (act.decision.answers[q].answer == name_of(Answer::applies)) {
      given[q] = Given::by_answer;
    }
  }
  // Nothing is spared where nothing was contemplated.
  Given& measure = given[at(Question::no_coercive_measure)];
  if (act.decision.no_measure && measure == Given::by_answer) {
    measure = Given::no;
  }
  // A case that is not filed does not come to a penalty, so no act is counted for both. Whoever decided on
  // the penalty had filed it; of two decisions of the bureau the later one tells how it ended.
  Given& filing = given[at(Question::no_filing)];
  Given& penalty = given[at(Question::no_penalty)];
  if (filing != Given::no) {
    const std::int64_t on_filing = act.outcomes[at(Question::no_filing)].entry;
    const std::int64_t on_penalty = act.outcomes[at(Question::no_penalty)].entry;
    (on_penalty > on_filing ? filing : penalty) = Given::no;
  }
  return given;
}

Figures figures(const Log& log, const Filter& filter, Date on) {
  const Transaction one_moment(log.file(), Transaction::Kind::read);
  Figures figures;
  Counter counter(figures);
  std::vector<std::int64_t> meant;
  figures.count = each_act_now(
      log, filter,
      [&](const Act& act) {
        meant.push_back(act.decision.id);
        counter.add_act(act);
      },
      [&](const DecisionRow& repeated) { meant.push_back(repeated.id); });
  figures.follow_ups = count_follow_ups(log, meant, on);
  return figures;
}

}  // namespace siqingdan
