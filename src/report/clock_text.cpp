#include "report/clock_text.h"
#include "json/value.h"

#include "report/words.h"

namespace siqingdan {
namespace {

Text end_of(const Vocabulary& vocabulary, const std::optional<Date>& due, const std::string& waiting_for) {
  if (due) {
    return same(to_text(*due));
  }
  const Text wait = wait_words(vocabulary, waiting_for);
  return {"待定(" + wait.zh + ")", "waiting (" + wait.en + ")"};
}

}  // namespace

Text wait_words(const Vocabulary& vocabulary, const std::string& waiting_for) {
  if (const auto year = awaited_calendar(waiting_for)) {
    return say("{} 年的工作日历", "the calendar of {}", *year);
  }
  if (waiting_for == kAwaitsResume) {
    return {"恢复计算", "for it to run again"};
  }
  const FactId fact = vocabulary.find(waiting_for);
  return {fact == kNoFact ? waiting_for : vocabulary.facts[fact].label, waiting_for};
}

Text moved_text(const Vocabulary& vocabulary, const RunningClock& before, const ClockChange& change) {
  const Text was = end_of(vocabulary, before.due, before.waiting_for);
  const Text is = end_of(vocabulary, change.due, change.waiting_for);
  return say("复查 {0} {1} {2}: {3} → {5}", "follow-up {0} {1} {2}: {4} → {6}", before.follow_up,
             before.case_id, before.what, was.zh, was.en, is.zh, is.en);
}

Text limits_text(const Recounted& clock, const Catalogue& catalogue, Date on) {
  const Duty& duty = *clock.duty;
  Text text = say("不能延长", "it cannot be extended");
  if (duty.extended_by) {
    const Number& number = clock.list->numbers.at(duty.extended_by->number);
    const Number::Value* most = number.on(on);
    const Text amount = most == nullptr ? same("?") : amount_of(number, *most);
    text = say("最多延长{0}(由{2}批准,{3})", "it can be extended by {1} at most (by {2}, {4})", amount.zh,
               amount.en, duty.extended_by->who, basis_of(catalogue, duty.extended_by->cites, on, false),
               basis_of(catalogue, duty.extended_by->cites, on, true));
  }
  const Text pause = duty.paused_for
                         ? say(";{}的时间不计入", "; time for {} does not count", duty.paused_for->what)
                         : say(";不能中止", "; it cannot be paused");
  return {text.zh + pause.zh, text.en + pause.en};
}

}  // namespace siqingdan
