#include "base/unicode.h"
#include "report/figures_report.h"
#include "report/table.h"

namespace siqingdan {
namespace {

constexpr std::size_t at(Question question) { return static_cast<std::size_t>(question); }

// The published figures in the order in which they are published, then the one that is not.
constexpr std::array kOrder = {Question::no_penalty, Question::no_filing, Question::no_coercive_measure,
                               Question::no_site_inspection};

Text heading(Question question) {
  switch (question) {
    case Question::no_penalty:
      return {"免予处罚", "spared a penalty"};
    case Question::no_filing:
      return {"不予立案", "not filed"};
    case Question::no_coercive_measure:
      return {"未采取强制措施", "without coercive measure"};
    case Question::no_site_inspection:
      return {"未作现场检查", "without site inspection"};
  }
  return {};
}

class Writer {
 public:
  Writer(const Figures& figures, const Style& style) : f_(figures), t_(style) {}

  std::string text(const std::string& meant, Date on) {
    counts(meant);
    main_figures();
    answers();
    groups({"按月", "by month"}, f_.by_month, {"-", "-"});
    groups({"按领域", "by domain"}, f_.by_domain, {"案由不明", "offence not known"});
    groups({"按经办人", "by officer"}, f_.by_officer, {"没有写明", "not named"});
    items();
    follow_ups(on);
    return std::move(out_);
  }

 private:
  void counts(const std::string& meant) {
    if (!meant.empty()) {
      out_ += meant + "\n";
    }
    const ActCount& count = f_.count;
    out_ += t_(
        say("{0} 份决定,计 {1} 件违法行为", "decisions: {0}, on acts: {1}", count.decisions, count.acts));
    if (count.corrected > 0) {
      out_ += t_(say(";已被更正的 {} 份不计", "; corrected, not counted: {}", count.corrected));
    }
    if (count.repeated > 0) {
      out_ += t_(say(";同一行为后来又作过决定的 {} 份不重复计",
                     "; on acts decided again later, not counted twice: {}", count.repeated));
    }
    out_ += "\n\n";
  }

  void main_figures() {
    Table table({"", t_({"件数", "acts"}), t_({"已记录实际决定", "really decided so"}),
                 t_({"仅据答案", "by the answer only"}),
                 t_({"其中仅有草拟条目支持", "on drafted text only"})});
    for (const Question question : kOrder) {
      const Spared& spared = f_.spared[at(question)];
      table.add({t_(heading(question)), std::to_string(spared.total()), std::to_string(spared.by_outcome),
                 std::to_string(spared.by_answer), share(spared.drafted, spared.total())});
    }
    out_ += table.text();
    const Entities& entities = f_.entities;
    out_ += t_(say("免予处罚的当事人 {0} 家: 按代码 {1},没有代码的按名称 {2}",
                   "parties spared a penalty: {0}, of which {1} by code and {2} without code, by name",
                   entities.total(), entities.by_code, entities.by_name));
    if (entities.acts_without > 0) {
      out_ += t_(say(";另有 {} 件没有写明当事人", "; acts that name no party: {}", entities.acts_without));
    }
    out_ += "\n" +
            t_({"“仅据答案”是规则的答案,不是已经作出的决定;实际决定用 `siqingdan log outcome` 记录。\n\n",
                "by the answer only: that is what the rules answer, not what was done; record that with "
                "`siqingdan log outcome`.\n\n"});
  }

  void answers() {
    Table table({t_({"答案", "answers"}), t_({"适用", "applies"}), t_({"仅草拟", "drafted only"}),
                 t_({"不适用", "does not"}), t_({"待定", "undetermined"}), t_({"未列入", "not listed"}),
                 t_({"适用而未给予", "applies, refused"}), t_({"不适用而给予", "granted beyond"})});
    for (const Question question : kQuestions) {
      const Answered& of = f_.answered[at(question)];
      const auto count = [&](Answer answer) {
        return std::to_string(of.by_answer[static_cast<std::size_t>(answer)]);
      };
      table.add({t_(title_of(question)), count(Answer::applies),
                 share(of.drafted, of.by_answer[static_cast<std::size_t>(Answer::applies)]),
                 count(Answer::does_not_apply), count(Answer::undetermined), count(Answer::not_listed),
                 std::to_string(of.refused), std::to_string(of.beyond)});
    }
    out_ += table.text() + "\n";
  }

  void groups(const Text& title, const Groups& groups, const Text& nameless) {
    if (groups.empty()) {
      return;
    }
    std::vector<std::string> heads = {t_(title), t_({"件数", "acts"})};
    for (const Question question : kOrder) {
      heads.push_back(t_(heading(question)));
    }
    Table table(heads);
    for (const auto& [name, group] : groups) {
      std::vector<std::string> cells = {name.empty() ? t_(nameless) : name, std::to_string(group.acts)};
      for (const Question question : kOrder) {
        cells.push_back(parts(group.spared[at(question)]));
      }
      table.add(std::move(cells));
    }
    out_ += table.text() + "\n";
  }

  void items() {
    Table table({t_({"按条目", "by item"}), "", t_({"件数", "acts"}),
                 t_({"已记录实际决定", "really decided so"}), t_({"仅据答案", "by the answer only"})});
    for (const Question question : kOrder) {
      for (const auto& [item, spared] : f_.by_item[at(question)]) {
        table.add({item.empty() ? t_({"(不依据条目)", "(on no item)"}) : item, t_(heading(question)),
                   std::to_string(spared.total()), std::to_string(spared.by_outcome),
                   std::to_string(spared.by_answer)});
      }
    }
    if (!table.empty()) {
      out_ += table.text() + "\n";
    }
  }

  void follow_ups(Date on) {
    const FollowUpCount& count = f_.follow_ups;
    out_ += t_(say("后续事项({0}): 逾期 {1},未到期 {2},待定 {3}",
                   "follow-ups ({0}): {1} overdue, {2} due later, {3} waiting", to_text(on), count.overdue,
                   count.later, count.waiting));
    const std::pair<const char*, Text> kOutcomes[] = {{"done", {"已办", "done"}},
                                                      {"rectified", {"已改正", "rectified"}},
                                                      {"not_rectified", {"未改正", "not rectified"}},
                                                      {"reoffended", {"再犯", "reoffended"}}};
    for (const auto& [code, words] : kOutcomes) {
      if (const auto found = count.done.find(code); found != count.done.end()) {
        const Text each = say(",{0} {1}", ", {3} {2}", words.zh, found->second, words.en, found->second);
        out_ += t_(each);
      }
    }
    out_ += "\n";
  }

  // 12 (3 %)
  static std::string share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? "-" : fmt::format("{} ({}%)", part, part * 100 / whole);
  }

  // 12=9+3: nine really decided so, three by the answer only.
  static std::string parts(const Spared& spared) {
    return spared.total() == 0 ? "0"
                               : fmt::format("{}={}+{}", spared.total(), spared.by_outcome, spared.by_answer);
  }

  const Figures& f_;
  const Style& t_;
  std::string out_;
};

}  // namespace

std::string to_text(const Figures& figures, const std::string& meant, Date on, const Style& style) {
  return Writer(figures, style).text(meant, on);
}

}  // namespace siqingdan
