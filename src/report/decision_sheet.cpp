#include "report/decision_sheet.h"

#include "base/signature.h"

namespace siqingdan {
namespace {

// Nothing rather than an empty text.
Cell maybe(const std::string& text) { return text.empty() ? Cell(nothing) : Cell(text); }
Cell maybe(const std::optional<std::int64_t>& number) { return number ? Cell(*number) : Cell(nothing); }
Cell maybe(const std::optional<Date>& day) { return day ? Cell(*day) : Cell(nothing); }

Cell day_or_text(const std::string& day) {
  const auto date = parse_date(day);
  return date ? Cell(*date) : Cell(day);
}

void join(std::string& list, const std::string& one) { list += (list.empty() ? "" : "; ") + one; }

}  // namespace

DecisionSheet::DecisionSheet(const std::vector<RecordedOutcome>& outcomes,
                             const std::vector<FollowUp>& follow_ups, std::optional<Redaction> redaction)
    : redaction_(std::move(redaction)) {
  for (const RecordedOutcome& outcome : outcomes) {
    Decided& decided = decided_[outcome.decision];
    const auto question = static_cast<std::size_t>(outcome.question);
    decided.outcomes[question] = outcome.granted ? "granted" : "refused";
    decided.reasons[question] = outcome.because;
  }
  for (const FollowUp& follow_up : follow_ups) {
    FollowUps& of = decided_[follow_up.decision].follow_ups;
    const bool open = follow_up.outcome.empty() && follow_up.replaced_by == 0;
    ++of.all;
    of.open += open ? 1 : 0;
    if (open && follow_up.due && (!of.next || *follow_up.due < *of.next)) {
      of.next = follow_up.due;
    }
    const std::string state = !follow_up.outcome.empty() ? follow_up.outcome : open ? "open" : "replaced";
    join(of.results, follow_up.duty + ": " + state);
  }
}

Sheet DecisionSheet::sheet() const {
  Sheet sheet{{"决定", "decisions"},
              {{"id", {"编号", "id"}},
               {"recorded_at", {"记录时间", "recorded at"}},
               {"officer", {"经办人", "officer"}},
               {"on", {"决定日", "decided on"}},
               {"case", {"案件", "case"}},
               {"party_code", {"当事人代码", "party code"}},
               {"party_name", {"当事人名称", "party name"}},
               {"offence", {"案由", "offence"}}}};
  for (const Question question : kQuestions) {
    const std::string key = name_of(question);
    const Text title = title_of(question);
    const auto add = [&](const std::string& part, const Text& words) {
      sheet.columns.push_back({key + part, {title.zh + words.zh, title.en + words.en}});
    };
    add("", {": 答案", ": answer"});
    add("_rule", {": 条目", ": item"});
    add("_standing", {": 可靠程度", ": standing"});
    add("_outcome", {": 实际决定", ": really decided"});
  }
  const std::vector<SheetColumn> rest = {{"outcome_because", {"实际决定的理由", "why so decided"}},
                                         {"replaces", {"更正第几号", "corrects"}},
                                         {"replaces_because", {"更正的理由", "why corrected"}},
                                         {"replaced_by", {"由第几号更正", "corrected by"}},
                                         {"follow_ups", {"后续事项", "follow-ups"}},
                                         {"follow_ups_open", {"未办结", "open"}},
                                         {"next_due", {"最近的期限", "next due"}},
                                         {"follow_up_states", {"后续事项的状态", "states of follow-ups"}},
                                         {"alike", {"同类标识", "alike"}}};
  sheet.columns.insert(sheet.columns.end(), rest.begin(), rest.end());
  return sheet;
}

std::vector<Cell> DecisionSheet::cells(const DecisionRow& row) const {
  static const Decided kNothing;
  const auto found = decided_.find(row.id);
  const Decided& decided = found == decided_.end() ? kNothing : found->second;
  const bool redacted = redaction_.has_value();
  std::vector<Cell> cells = {row.id,
                             row.at,
                             redacted && redaction_->officers ? pseudonym("officer", row.officer)
                                                              : maybe(row.officer),
                             day_or_text(row.on),
                             pseudonym("case", row.case_id),
                             pseudonym("party", row.party),
                             pseudonym("name", row.party_name),
                             maybe(row.offence)};
  std::string because;
  for (std::size_t i = 0; i < kQuestions.size(); ++i) {
    cells.insert(cells.end(), {row.answers[i].answer, maybe(row.answers[i].rule),
                               maybe(row.answers[i].standing), maybe(decided.outcomes[i])});
    if (!decided.reasons[i].empty()) {
      join(because, std::string(name_of(kQuestions[i])) + ": " + decided.reasons[i]);
    }
  }
  const FollowUps& follow_ups = decided.follow_ups;
  cells.insert(cells.end(),
               {redacted ? Cell(nothing) : maybe(because), maybe(row.replaces),
                redacted ? Cell(nothing) : maybe(row.because), maybe(row.replaced_by), follow_ups.all,
                follow_ups.open, maybe(follow_ups.next), maybe(follow_ups.results), row.alike});
  return cells;
}

// Of texts of different kinds that happen to be the same the pseudonyms differ, and each begins with a
// letter, so that no spreadsheet takes it for a number.
Cell DecisionSheet::pseudonym(const char* kind, const std::string& text) const {
  if (text.empty() || !redaction_) {
    return maybe(text);
  }
  return fmt::format("{}-{}", kind, pseudonym_of(fmt::format("{}\n{}", kind, text), redaction_->key));
}

}  // namespace siqingdan
