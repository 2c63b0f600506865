#include "report/decision_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "report/words.h"

namespace siqingdan {
namespace {

constexpr int kLabelColumns = 20;   // the question
constexpr int kAnswerColumns = 26;  // the answer
constexpr const char* kIndent = "      ";
constexpr std::size_t kGroundsShown = 2;

class Page {
 public:
  Page(const Decision& decision, const Style& style) : d_(decision), style_(style) {}

  std::string write() {
    heading();
    for (std::size_t i = 0; i < d_.answers.size(); ++i) {
      question(i);
    }
    asks();
    duties();
    warnings();
    return std::move(out_);
  }

 private:
  const std::string& t(const Text& text) const { return style_(text); }
  bool english() const { return style_.english(); }
  void line(const std::string& text) { out_ += text + "\n"; }
  std::string faint(std::string_view text) const { return paint(style_, Tone::faint, text); }

  void heading() {
    const auto offence = d_.rules->catalogue.offences.find(d_.of.offence);
    const bool known = offence != d_.rules->catalogue.offences.end();
    std::string head = d_.of.id.empty() ? "" : visible(d_.of.id) + "  ";
    head += known
                ? offence->second.title + " (" + d_.rules->catalogue.domains.at(offence->second.domain) + ")"
                : t({"案由未定", "offence not known yet"});
    line(head);
    line(faint(t(say("按 {} 有效的规则", "under the rules in force on {}", to_text(d_.on)))));
    line("");
  }

  void question(std::size_t index) {
    const QuestionAnswer& answer = d_.answers[index];
    const Findings& findings = answer.findings;
    const std::string label = std::to_string(index + 1) + " " + t(title_of(answer.question));
    const Tone tone = tone_of(findings);
    const std::string words = t(words_for(answer.question, findings));
    const std::string note = note_on(answer);
    line(" " + pad(label, kLabelColumns) + paint(style_, tone, mark_of(findings)) + "  " +
         paint(style_, tone, note.empty() ? words : pad(words, kAnswerColumns)) + note);
    if (answer.measures.empty() && answer.moot_because != "no_measure") {
      grounds(findings, d_.of.facts);
    }
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      measure(answer, i);
    }
    line("");
  }

  std::string note_on(const QuestionAnswer& answer) const {
    const Ground* lead = answer.findings.lead();
    if (answer.moot_because == "no_measure") {
      return t({"没有打算采取强制措施", "no measure is contemplated"});
    }
    if (lead == nullptr) {
      const auto missing = std::count_if(d_.ask.begin(), d_.ask.end(), [&](const Ask& ask) {
        return std::find(ask.settles.begin(), ask.settles.end(), answer.question) != ask.settles.end();
      });
      if (answer.findings.answer != Answer::undetermined) {
        return "";
      }
      return missing > 0 ? t(say("缺 {} 项事实", "{} fact(s) missing", missing))
                         : t({"所缺的事实已问过,查不清", "what is missing could not be established"});
    }
    std::string note = lead->rule->approver.empty()
                           ? ""
                           : t(say("须{}批准", "to be approved by {}", lead->rule->approver));
    if (!answer.moot_because.empty()) {
      note += note.empty() ? "" : " · ";
      note += t({"不立案则不走到这一步", "moot if no case is filed"});
    }
    return note;
  }

  void measure(const QuestionAnswer& answer, std::size_t i) {
    const MeasureFindings& m = answer.measures[i];
    line("   " + pad(object_name(m.object) + "  ", kLabelColumns - 2) +
         paint(style_, tone_of(m.findings), mark_of(m.findings)) + "  " +
         t(words_for(answer.question, m.findings)));
    grounds(m.findings, d_.of.facts.with(d_.of.measures[i].facts));
  }

  // What a measure is aimed at, in the officer's words.
  std::string object_name(const std::string& object) const {
    const FactId id = d_.rules->vocabulary.find("measure.object");
    if (id == kNoFact || english()) {
      return object;
    }
    const Fact& fact = d_.rules->vocabulary.facts[id];
    const auto code = std::find(fact.codes.begin(), fact.codes.end(), object);
    return code == fact.codes.end() ? object
                                    : fact.labels[static_cast<std::size_t>(code - fact.codes.begin())];
  }

  // The ground that carries the answer; or those that are nearest to it, listed items first.
  void grounds(const Findings& findings, const FactSheet& facts) {
    if (const Ground* lead = findings.lead()) {
      source(*lead);
      granting(*lead, facts);
      others_that_apply(findings);
      if (lead->list->statute) {
        listed_but_open(findings);
      }
      return;
    }
    std::size_t shown = 0;
    for (const bool statute : {false, true}) {
      for (const Ground& ground : findings.grounds) {
        const bool enough = shown == kGroundsShown || (statute && shown > 0);
        if (ground.answer == findings.answer && ground.list->statute == statute && !enough) {
          source(ground);
          open_or_refused(ground, facts);
          ++shown;
        }
      }
    }
    if (findings.grounds.size() > shown) {
      line(kIndent + faint(t(say("另有 {} 项依据,见 --format md", "{} more ground(s): see --format md",
                                 findings.grounds.size() - shown))));
    }
  }

  void others_that_apply(const Findings& findings) {
    for (const Ground& ground : findings.grounds) {
      if (&ground != findings.lead() && ground.answer == Answer::applies) {
        const bool drafted = ground.rule->standing == Standing::drafted;
        line(kIndent +
             faint(t({"也成立: ", "holds too: "}) + basis_of(d_, ground.rule->basis, english()) + "  " +
                   ground.rule->title + (drafted ? t({"(草拟,不得引用)", " (drafted, do not cite)"}) : "")));
      }
    }
  }

  // The statute grants already; whether the listed item does too is what officers ask first.
  void listed_but_open(const Findings& findings) {
    for (const Ground& ground : findings.grounds) {
      if (!ground.list->statute && ground.answer == Answer::undetermined) {
        line(kIndent + paint(style_, Tone::open, "?") + " " +
             t({"清单所列,尚待核对: ", "listed, still to be checked: "}) + t(source_of(ground)) + "  " +
             ground.rule->title);
        open_leaves(ground);
        return;
      }
    }
  }

  void source(const Ground& ground) {
    const Rule& rule = *ground.rule;
    const std::string basis = basis_of(d_, rule.basis, english());
    if (ground.list->statute) {
      line(kIndent + basis + "  " + faint(rule.title));
      return;
    }
    line(kIndent + t(source_of(ground)) + "  " + rule.title);
    if (!basis.empty()) {
      line(kIndent + basis);
    }
    const std::string standing = t(words_for(rule.standing));
    line(kIndent + (rule.standing == Standing::drafted ? paint(style_, Tone::loud, "!! " + standing + " !!")
                                                       : faint(standing)));
  }

  void granting(const Ground& ground, const FactSheet& facts) {
    std::string excluded;
    for (const Reason& reason : ground.because) {
      if (reason.leaf->role == Condition::Role::exclusion) {
        excluded += (excluded.empty() ? "" : english() ? "; " : "、") + reason.leaf->says;
      } else if (reason.truth == Truth::yes) {
        reason_line(reason, facts);
      }
    }
    if (!excluded.empty()) {
      line(kIndent + paint(style_, Tone::good, "✓") + " " + t({"没有排除情形: ", "no exclusion: "}) +
           faint(excluded));
    }
  }

  void open_or_refused(const Ground& ground, const FactSheet& facts) {
    if (ground.answer == Answer::does_not_apply) {
      for (const Reason& reason : ground.why_not) {
        reason_line(reason, facts);
      }
      return;
    }
    open_leaves(ground);
  }

  void open_leaves(const Ground& ground) {
    std::string open;
    for (const Reason& reason : ground.because) {
      if (reason.truth == Truth::unknown) {
        const bool exclusion = reason.leaf->role == Condition::Role::exclusion;
        open += (open.empty() ? ""
                 : english()  ? "; "
                              : ";") +
                (exclusion ? t({"(排除)", "(exclusion) "}) : "") + reason.leaf->says;
      }
    }
    line(std::string(kIndent) + paint(style_, Tone::open, "?") + " " + t({"未明: ", "open: "}) + open);
  }

  // ✓ what it means   the value, the reason given   the article
  void reason_line(const Reason& reason, const FactSheet& facts) {
    const bool good = !reason.against();
    const char* mark = reason.truth == Truth::unknown ? "?" : good ? "✓" : "✗";
    const Tone tone = reason.truth == Truth::unknown ? Tone::open : good ? Tone::good : Tone::bad;
    std::string says = reason.leaf->says;
    if (reason.leaf->role == Condition::Role::exclusion) {
      says = t({"排除: ", "excluded by: "}) + says;
    }
    const std::string known = stated(reason, facts);
    const std::string basis = basis_of(d_, reason.leaf->cites, english());
    line(std::string(kIndent) + paint(style_, tone, mark) + " " + says + known +
         (basis.empty() ? "" : "  " + faint(basis)));
  }

  // The reason somebody gave; else the value, where the sentence does not say it already.
  std::string stated(const Reason& reason, const FactSheet& facts) const {
    const Fact& fact = d_.rules->vocabulary.facts[reason.leaf->fact];
    if (fact.type == FactType::derived && facts.at(fact.derived_from)) {
      const Fact& source = d_.rules->vocabulary.facts[fact.derived_from];
      return "  " + source.label + " " + value_of(source, *facts.at(fact.derived_from), english());
    }
    const auto& known = facts.at(reason.leaf->fact);
    if (!known || (known->because.empty() && fact.is_yes_or_no())) {
      return {};
    }
    const std::string value = known->because.empty() ? value_of(fact, *known, english())
                                                     : visible(known->because);
    return reason.leaf->says.ends_with(value) ? "" : "  " + value;
  }

  void asks() {
    if (d_.ask.empty()) {
      return;
    }
    line(" " + t({"还要问", "to ask"}));
    int number = 0;
    bool measure_asked = false;
    for (const Ask& ask : d_.ask) {
      // Nobody has said what a measure is aimed at: one line instead of ten questions.
      if (d_.of.measures.empty() && ask.fact != kNoFact &&
          d_.rules->vocabulary.facts[ask.fact].about_measure) {
        measure_asked = true;
        continue;
      }
      std::string settles;
      for (const Question q : ask.settles) {
        settles += (settles.empty() ? "" : english() ? ", " : "、") + t(title_of(q));
      }
      ++number;
      line(fmt::format("  {:>2} {}", number, words(ask)));
      line("     " + faint(t(say("关系到: {}", "settles: {}", settles)) + hint(ask)));
    }
    if (measure_asked) {
      line("   - " +
           t({"打算查封、扣押的,在 measures 里写明对象,再问其余;不打算的,写 \"measures\": []",
              "if a seizure is contemplated, name its object in `measures`, and the rest is asked; if "
              "not, write \"measures\": []"}));
    }
    line("");
  }

  std::string words(const Ask& ask) const {
    if (ask.fact == kNoFact) {
      return t({"涉嫌什么违法行为(案由)?", "which offence is it?"});
    }
    const std::string question = d_.rules->vocabulary.facts[ask.fact].ask;
    return ask.measure ? fmt::format("[{}] {}", object_name(d_.of.measures[*ask.measure].object), question)
                       : question;
  }

  // How to write the answer into the case.
  std::string hint(const Ask& ask) const {
    if (ask.fact == kNoFact) {
      return "  offence";
    }
    const Fact& fact = d_.rules->vocabulary.facts[ask.fact];
    std::string values;
    if (fact.is_yes_or_no()) {
      values = "true | false";
    }
    for (std::size_t i = 0; i < fact.codes.size(); ++i) {
      values += (i == 0 ? "" : " | ") + fact.codes[i] + " (" + fact.labels[i] + ")";
    }
    if (fact.type == FactType::money) {
      values = t({"整数分", "whole fen"});
    } else if (values.empty()) {
      values = fact.type == FactType::date ? "YYYY-MM-DD" : fact.unit;
    }
    return "  " + fact.name + ": " + values;
  }

  void duties() {
    if (d_.duties.empty()) {
      return;
    }
    line(" " + t({"要做", "to do"}));
    for (const DueDuty& duty : d_.duties) {
      const std::string basis = basis_of(d_, duty.duty->cites, english());
      const std::string condition = duty.only_if_filed ? t({"(如果立案)", " (if a case is filed)"}) : "";
      line("  " + pad(when(duty), 20) + "  " + duty.duty->what + condition + "  " +
           faint(duty.duty->who + (basis.empty() ? "" : "  " + basis)));
    }
    line("");
  }

  std::string when(const DueDuty& duty) const {
    if (duty.due) {
      return t(say("{} 前", "by {}", to_text(*duty.due)));
    }
    if (duty.missing_year > 0) {
      return t(say("期限待 {} 年日历", "needs the {} calendar", duty.missing_year));
    }
    if (!duty.waiting_for.empty()) {
      const FactId fact = d_.rules->vocabulary.find(duty.waiting_for);
      return t(say("待: {}", "waits: {}",
                   fact == kNoFact || english() ? duty.waiting_for : d_.rules->vocabulary.facts[fact].label));
    }
    return t({"及时", "in good time"});
  }

  void warnings() {
    if (d_.warnings.empty()) {
      return;
    }
    line(" " + t({"注意", "mind"}));
    for (const Warning& warning : d_.warnings) {
      const std::string basis = basis_of(d_, warning.basis, english());
      const Tone tone = warning.code == "drafted-ground" ? Tone::loud : Tone::open;
      line("  ! " + paint(style_, tone, t(warning.message)) + (basis.empty() ? "" : "  " + faint(basis)));
    }
    line("");
  }

  const Decision& d_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string to_text(const Decision& decision, const Style& style) { return Page(decision, style).write(); }

}  // namespace siqingdan
