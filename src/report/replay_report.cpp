#include "report/replay_report.h"
#include "json/value.h"

#include "base/failure.h"
#include "base/unicode.h"
#include "report/table.h"
#include "report/words.h"

namespace siqingdan {
namespace {

using json::Value;

std::string side(const std::string& written, const Style& style) {
  return written.empty() ? style({"没有", "nothing"}) : visible(written);
}

// Recorded answers are words of the record; what they mean to people is said as for a fresh one.
Text words_of(Question question, const RecordedOutline& outline) {
  LawSide side;
  for (const Answer answer :
       {Answer::not_listed, Answer::does_not_apply, Answer::undetermined, Answer::applies}) {
    side.answer = outline.answer == name_of(answer) ? answer : side.answer;
  }
  if (side.answer == Answer::applies) {
    side.effect = outline.effect == name_of(Effect::must) ? Effect::must : Effect::may;
  }
  const Text words = words_for(question, side);
  return outline.standing == name_of(Standing::drafted)
             ? say("草拟: {0}(不得引用)", "DRAFTED: {1} (do not cite)", words.zh, words.en)
             : words;
}

std::string ground_of(const RecordedOutline& outline) {
  return outline.rule.empty() ? outline.nearest : outline.rule;
}

std::string answer_text(Question question, const RecordedOutline& outline, const Style& style) {
  const std::string words = style(words_of(question, outline));
  const std::string ground = ground_of(outline);
  return ground.empty() ? words : fmt::format("{} [{}]", words, visible(ground));
}

std::string end_text(const FollowUpChange::End& end, const Style& style) {
  if (!end.there) {
    return style({"没有", "none"});
  }
  if (!end.due.empty()) {
    return visible(end.due);
  }
  return end.waiting_for.empty() ? style({"没有期限", "no deadline"})
                                 : style({"等 ", "waits for "}) + visible(end.waiting_for);
}

std::string change_text(const Change& change, const Style& style) {
  std::string text = style(say("第 {} 号", "entry {}", change.entry));
  for (const std::string* words : {&change.case_id, &change.party_name, &change.party}) {
    text += words->empty() ? "" : "  " + visible(*words);
  }
  text += '\n';
  if (!change.undecidable.empty()) {
    return text + "  " + style({"按这些规则不能判断: ", "cannot be decided under these rules: "}) +
           visible(style(change.undecidable)) + "\n";
  }
  for (const AnswerChange& answer : change.answers) {
    const std::string measure = answer.measure.empty() ? "" : " (" + visible(answer.measure) + ")";
    text += fmt::format("  {}{}  {} → {}\n", style(title_of(answer.question)), measure,
                        answer_text(answer.question, answer.from, style),
                        answer_text(answer.question, answer.to, style));
  }
  for (const FollowUpChange& each : change.follow_ups) {
    const std::string number = each.id == 0 ? style({"新的", "new"}) : std::to_string(each.id);
    text += fmt::format("  {} {} {}  {} → {}\n", style({"后续", "follow-up"}), number, visible(each.duty),
                        end_text(each.from, style), end_text(each.to, style));
  }
  return text;
}

std::string summary_text(const std::vector<ChangeCount>& counts, const Style& style) {
  Table table({style({"件数", "decisions"}), style({"问题", "question"}), style({"原来", "from"}),
               style({"改为", "to"})});
  for (const ChangeCount& each : counts) {
    table.add({std::to_string(each.decisions), style(title_of(each.change.question)),
               answer_text(each.change.question, each.change.from, style),
               answer_text(each.change.question, each.change.to, style)});
  }
  return table.text();
}

Value null_or(const std::string& text) { return text.empty() ? Value(nullptr) : Value(text); }

Value outline_json(const RecordedOutline& outline) {
  const std::string ground = ground_of(outline);
  return {{"answer", outline.answer},      {"effect", null_or(outline.effect)},
          {"rule", null_or(outline.rule)}, {"standing", null_or(outline.standing)},
          {"nearest", null_or(ground)},    {"list", null_or(ground.empty() ? "" : list_of_rule(ground))}};
}

Value answer_json(const AnswerChange& answer) {
  Value value = {{"question", name_of(answer.question)}};
  if (!answer.measure.empty()) {
    value["measure"] = answer.measure;
  }
  value["from"] = outline_json(answer.from);
  value["to"] = outline_json(answer.to);
  return value;
}

Value end_json(const FollowUpChange::End& end) {
  return end.there ? Value{{"due", null_or(end.due)}, {"waiting_for", null_or(end.waiting_for)}}
                   : Value(nullptr);
}

Value change_json(const Change& change, bool english) {
  Value value = {{"entry", change.entry},
                 {"case", change.case_id},
                 {"party", change.party},
                 {"party_name", change.party_name}};
  if (!change.undecidable.empty()) {
    value["undecidable"] = english ? change.undecidable.en : change.undecidable.zh;
    return value;
  }
  value["answers"] = Value::array();
  for (const AnswerChange& answer : change.answers) {
    value["answers"].push_back(answer_json(answer));
  }
  value["follow_ups"] = Value::array();
  for (const FollowUpChange& each : change.follow_ups) {
    value["follow_ups"].push_back({{"id", each.id == 0 ? Value(nullptr) : Value(each.id)},
                                   {"duty", each.duty},
                                   {"from", end_json(each.from)},
                                   {"to", end_json(each.to)}});
  }
  return value;
}

// Of both sides JSON that is in the record, or nothing.
void put_side(Value& value, const char* key, const std::string& written) {
  if (!written.empty()) {
    value[key] = Value::parse(written, nullptr, false);
  }
}

}  // namespace

std::string to_line(const Difference& difference, const Style& style) {
  const std::string entry = style(say("第 {} 号", "entry {}", difference.entry));
  if (!difference.reason.empty()) {
    return fmt::format("{}: {}\n", entry, visible(style(difference.reason)));
  }
  const std::string was = side(difference.recorded, style);
  const std::string is = side(difference.replayed, style);
  return fmt::format("{} {}: {}\n", entry, visible(difference.path),
                     style(say("记录 {},重算 {}", "recorded {}, run again {}", was, is)));
}

std::string to_text(const Replay& replay, const Style& style) {
  if (replay.differences.empty()) {
    return style(
        say("重算了 {} 个决定,全部相同\n", "{} decisions run again, all the same\n", replay.decisions));
  }
  std::string text;
  std::int64_t entries = 0;
  std::int64_t last = 0;
  for (const Difference& difference : replay.differences) {
    text += to_line(difference, style);
    entries += difference.entry == last ? 0 : 1;
    last = difference.entry;
  }
  return text + style(say("重算了 {} 个决定,{} 个与记录不同\n",
                          "{} decisions run again, {} not as recorded\n", replay.decisions, entries));
}

json::Value to_json(const Replay& replay, bool english) {
  Value all = Value::array();
  for (const Difference& each : replay.differences) {
    Value value = {{"entry", each.entry}};
    if (!each.reason.empty()) {
      value["reason"] = english ? each.reason.en : each.reason.zh;
    } else {
      value["path"] = each.path;
      put_side(value, "recorded", each.recorded);
      put_side(value, "replayed", each.replayed);
    }
    all.push_back(std::move(value));
  }
  return {{"decisions", replay.decisions}, {"differences", std::move(all)}};
}

std::string to_text(const OtherRules& other, const Style& style) {
  std::string text;
  std::int64_t undecidable = 0;
  for (const Change& change : other.changes) {
    text += change_text(change, style);
    undecidable += change.undecidable.empty() ? 0 : 1;
  }
  const auto changed = static_cast<std::int64_t>(other.changes.size()) - undecidable;
  const auto counts = counted(other.changes);
  text += counts.empty() ? "" : "\n" + summary_text(counts, style) + "\n";
  return text + style(say("按这些规则重新判断了 {} 个有效的决定: {} 个有变化,{} 个不能判断\n",
                          "{} decisions in force decided again by these rules: {} change, {} cannot be "
                          "decided\n",
                          other.decisions, changed, undecidable));
}

json::Value to_json(const OtherRules& other, bool english) {
  Value changes = Value::array();
  for (const Change& change : other.changes) {
    changes.push_back(change_json(change, english));
  }
  Value summary = Value::array();
  for (const ChangeCount& each : counted(other.changes)) {
    Value value = answer_json(each.change);
    value["decisions"] = each.decisions;
    summary.push_back(std::move(value));
  }
  return {{"decisions", other.decisions}, {"changes", std::move(changes)}, {"summary", std::move(summary)}};
}

}  // namespace siqingdan
