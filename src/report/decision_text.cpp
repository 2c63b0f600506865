#include "report/decision_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "report/grounds_text.h"
#include "report/nearest_text.h"
#include "report/words.h"

namespace siqingdan {
namespace {

constexpr int kLabelColumns = 20;   // the question
constexpr int kAnswerColumns = 26;  // the answer

class Page {
 public:
  Page(const Decision& decision, const Style& style) : d_(decision), style_(style) {}

  std::string write() {
    heading();
    from_words();
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
    line(head + (known && is_from_text(d_.of.offence_from)
                     ? "  " + faint(t(words_for_origin(d_.of.offence_from)))
                     : ""));
    line(faint(t(say("按 {} 有效的规则", "under the rules in force on {}", to_text(d_.on)))));
    line("");
  }

  // What the description may speak of, where it is not clear, and what was taken from it.
  void from_words() {
    if (d_.rules->catalogue.offences.count(d_.of.offence) == 0 && !d_.of.candidates.empty()) {
      line(" " + t({"案由可能是", "the offence may be"}));
      for (const OffenceCandidate& candidate : d_.of.candidates) {
        line("   - " + d_.rules->catalogue.offences.at(candidate.offence).title + "  " +
             faint(candidate.offence));
      }
      line("");
    }
    bool any = false;
    for (std::size_t id = 0; id < d_.rules->vocabulary.facts.size(); ++id) {
      const auto& known = d_.of.facts.at(static_cast<FactId>(id));
      if (!known || !is_from_text(known->from)) {
        continue;
      }
      const Fact& fact = d_.rules->vocabulary.facts[id];
      if (!any) {
        line(" " + t({"取自文字", "from the words"}));
      }
      any = true;
      line("   - " + fact.label + ": " + value_of(fact, *known, english()) + "  “" + visible(known->because) +
           "”  " + faint(t(words_for_origin(known->from))));
    }
    if (any) {
      line("");
    }
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
    if (answer.measures.empty() && answer.moot_because != kNoMeasure) {
      out_ += grounds_text(d_, answer.question, findings, d_.of.facts, style_);
      out_ += nearest_text(d_, answer, std::nullopt, style_);
    }
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      measure(answer, i);
    }
    line("");
  }

  std::string note_on(const QuestionAnswer& answer) const {
    const Ground* lead = answer.findings.lead();
    if (answer.moot_because == kNoMeasure) {
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
    line("   " + pad(object_name(d_.rules->vocabulary, m.object, english()) + "  ", kLabelColumns - 2) +
         paint(style_, tone_of(m.findings), mark_of(m.findings)) + "  " +
         t(words_for(answer.question, m.findings)));
    const FactSheet facts = d_.of.facts.with(d_.of.measures[i].facts);
    out_ += grounds_text(d_, answer.question, m.findings, facts, style_);
    out_ += nearest_text(d_, answer, i, style_);
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
    return ask.measure ? fmt::format("[{}] {}",
                                     object_name(d_.rules->vocabulary, d_.of.measures[*ask.measure].object,
                                                 english()),
                                     question)
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
      const std::string basis = basis_of(d_.rules->catalogue, duty.duty->cites, d_.on, english());
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
      const std::string basis = basis_of(d_.rules->catalogue, warning.basis, d_.on, english());
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
