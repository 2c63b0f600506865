#include "report/reminders.h"

namespace siqingdan {
namespace {

constexpr std::size_t kIdentity = 16;  // digits of a digest are enough to tell logs apart

Reminder::State state_of(const FollowUp& f, Date on) {
  switch (f.state(on)) {
    case FollowUp::State::done:
    case FollowUp::State::replaced:
      return Reminder::State::done;
    case FollowUp::State::waiting:
      return Reminder::State::waiting;
    case FollowUp::State::overdue:
      return Reminder::State::overdue;
    case FollowUp::State::due_today:
    case FollowUp::State::later:
      return Reminder::State::open;
  }
  return Reminder::State::open;
}

std::string description_of(const FollowUp& f) {
  std::string text = fmt::format("{}\n{}", f.party_name, f.who);
  if (!f.waiting_for.empty()) {
    text += "\n? " + f.waiting_for;
  }
  return text + fmt::format("\nsiqingdan log show {}\nsiqingdan review done {}", f.decision, f.id);
}

}  // namespace

std::vector<Reminder> reminders(const std::vector<FollowUp>& follow_ups, const std::string& log, Date on,
                                const std::vector<int>& alarm_days) {
  const std::string digits = log.substr(std::min(log.size(), log.find(':') + 1), kIdentity);
  std::vector<Reminder> all;
  for (const FollowUp& f : follow_ups) {
    Reminder reminder;
    reminder.uid = fmt::format("follow-up-{}@{}", f.id, digits);
    reminder.summary = f.case_id + " " + f.what;
    reminder.description = description_of(f);
    reminder.state = state_of(f, on);
    reminder.due = f.due;
    reminder.changed = parse_moment(f.changed_at).value_or(Moment{on});
    reminder.sequence = f.changes;
    reminder.category = "四清单";
    reminder.alarm_days = alarm_days;
    all.push_back(std::move(reminder));
  }
  return all;
}

}  // namespace siqingdan
