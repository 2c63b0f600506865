#include "json/value.h"
#include "report/figures_report.h"

namespace siqingdan {
namespace {

using json::Value;

constexpr std::size_t at(Question question) { return static_cast<std::size_t>(question); }

Value to_json(const Spared& spared) {
  return {{"acts", spared.total()},
          {"by_outcome", spared.by_outcome},
          {"by_answer", spared.by_answer},
          {"drafted", spared.drafted}};
}

Value spared_by_question(const SparedByQuestion& spared) {
  Value value = Value::object();
  for (const Question question : kQuestions) {
    value[name_of(question)] = to_json(spared[at(question)]);
  }
  return value;
}

Value entities(const Entities& entities) {
  return {{"count", entities.total()},
          {"by_code", entities.by_code},
          {"by_name", entities.by_name},
          {"acts_without", entities.acts_without}};
}

Value answered(const Figures& figures) {
  Value value = Value::object();
  for (const Question question : kQuestions) {
    const Answered& of = figures.answered[at(question)];
    Value one = Value::object();
    for (const Answer answer :
         {Answer::applies, Answer::does_not_apply, Answer::undetermined, Answer::not_listed}) {
      one[name_of(answer)] = of.by_answer[static_cast<std::size_t>(answer)];
    }
    one["drafted"] = of.drafted;
    one["refused"] = of.refused;
    one["beyond"] = of.beyond;
    value[name_of(question)] = std::move(one);
  }
  return value;
}

Value text_or_null(const std::string& text) { return text.empty() ? Value(nullptr) : Value(text); }

Value groups(const Groups& groups, const char* name) {
  Value value = Value::array();
  for (const auto& [key, group] : groups) {
    value.push_back(
        {{name, text_or_null(key)}, {"acts", group.acts}, {"figures", spared_by_question(group.spared)}});
  }
  return value;
}

Value items(const Figures& figures) {
  Value value = Value::array();
  for (const Question question : kQuestions) {
    for (const auto& [item, spared] : figures.by_item[at(question)]) {
      Value one = {{"question", name_of(question)}, {"item", text_or_null(item)}};
      one.update(to_json(spared));
      value.push_back(std::move(one));
    }
  }
  return value;
}

Value follow_ups(const FollowUpCount& count) {
  return {{"open", count.overdue + count.later + count.waiting},
          {"overdue", count.overdue},
          {"later", count.later},
          {"waiting", count.waiting},
          {"done", count.done}};
}

Value day_or_null(const std::optional<Date>& day) { return day ? Value(to_text(*day)) : Value(nullptr); }

}  // namespace

Value to_json(const Figures& figures, const Filter& filter, Date on) {
  Value penalty = spared_by_question(figures.spared);
  penalty[name_of(Question::no_penalty)]["entities"] = entities(figures.entities);
  return {{"schema", "siqingdan/stats/1"},
          {"from", day_or_null(filter.from)},
          {"until", day_or_null(filter.until)},
          {"on", to_text(on)},
          {"decisions", figures.count.decisions},
          {"corrected", figures.count.corrected},
          {"repeated", figures.count.repeated},
          {"acts", figures.count.acts},
          {"figures", std::move(penalty)},
          {"answers", answered(figures)},
          {"by_month", groups(figures.by_month, "month")},
          {"by_domain", groups(figures.by_domain, "domain")},
          {"by_officer", groups(figures.by_officer, "officer")},
          {"by_item", items(figures)},
          {"follow_ups", follow_ups(figures.follow_ups)}};
}

}  // namespace siqingdan
