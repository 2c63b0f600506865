#include "record/acts.h"

#include <unordered_map>

#include "record/in_force.h"
#include "record/select.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

// Every act of the log, under the number of the decision that speaks for it.
class Speakers {
 public:
  explicit Speakers(const Log& log) {
    read_decisions(log.file());
    add_outcomes(siqingdan::outcomes(log));
    for (const std::size_t act : act_of_) {
      if (act != kNone) {
        speaks_[static_cast<std::size_t>(acts_[act].speaker)] = act + 1;
      }
    }
  }

  // Of the act that this decision speaks for; null if it speaks for none.
  const ActOutcomes* outcomes(std::int64_t decision) const {
    const auto at = static_cast<std::size_t>(decision);
    return at < speaks_.size() && speaks_[at] > 0 ? &acts_[speaks_[at] - 1].outcomes : nullptr;
  }

 private:
  struct Known {
    std::int64_t speaker = 0;
    std::string day;
    ActOutcomes outcomes;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void read_decisions(sqlite::Database& file) {
    std::unordered_map<std::string, std::size_t> by_name;
    Statement rows(file,
                   "select d.id, d.day, d.case_id, d.offence from decisions d"
                   " where not " +
                       is_replaced("d.id") + " order by d.id");
    std::string name;
    while (rows.next()) {
      const auto id = static_cast<std::size_t>(rows.integer(0));
      name = rows.view(2);
      std::size_t act = acts_.size();
      if (!name.empty()) {
        name.append("\n").append(rows.view(3));
        act = by_name.try_emplace(name, act).first->second;
      }
      if (act == acts_.size()) {
        acts_.emplace_back();
      }
      Known& known = acts_[act];
      if (rows.view(1) >= known.day) {
        known.day = rows.view(1);
        known.speaker = rows.integer(0);
      }
      act_of_.resize(id + 1, kNone);
      act_of_[id] = act;
    }
    speaks_.resize(act_of_.size(), 0);
  }

  void add_outcomes(const std::vector<RecordedOutcome>& all) {
    for (const RecordedOutcome& outcome : all) {
      const auto decision = static_cast<std::size_t>(outcome.decision);
      if (decision < act_of_.size() && act_of_[decision] != kNone) {  // else it was corrected
        acts_[act_of_[decision]].outcomes[static_cast<std::size_t>(outcome.question)] = {outcome.entry,
                                                                                         outcome.granted};
      }
    }
  }

  std::vector<Known> acts_;
  std::vector<std::size_t> act_of_;  // by the number of a decision
  std::vector<std::size_t> speaks_;  // the same: the act it speaks for, from 1; 0: none
};

}  // namespace

ActCount each_act(const Log& log, const Filter& filter, const std::function<void(const Act&)>& use) {
  const Transaction one_moment(log.file(), Transaction::Kind::read);
  return each_act_now(log, filter, use);
}

ActCount each_act_now(const Log& log, const Filter& filter, const std::function<void(const Act&)>& use,
                      const std::function<void(const DecisionRow&)>& repeated) {
  const Speakers speakers(log);
  ActCount count;
  count.decisions = each_row_now(log, filter, 0, [&](const DecisionRow& row) {
    if (row.replaced_by) {
      ++count.corrected;
    } else if (const ActOutcomes* outcomes = speakers.outcomes(row.id)) {
      ++count.acts;
      use({row, *outcomes});
    } else {
      ++count.repeated;
      if (repeated) {
        repeated(row);
      }
    }
  });
  return count;
}

}  // namespace siqingdan
