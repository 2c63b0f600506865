#include "report/clock_text.h"
#include "json/value.h"

#include "report/words.h"

namespace siqingdan {
namespace {

std::string end_of(const std::optional<Date>& due, const std::string& waiting_for) {
  return due ? to_text(*due) : "? (" + waiting_for + ")";
}

}  // namespace

Text moved_text(const RunningClock& before, const ClockChange& change) {
  return say("复查 {0} {1} {2}: {3} → {4}", "follow-up {0} {1} {2}: {3} → {4}", before.follow_up,
             before.case_id, before.what, end_of(before.due, before.waiting_for),
             end_of(change.due, change.waiting_for));
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
