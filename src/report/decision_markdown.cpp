#include "report/decision_markdown.h"

#include <algorithm>

#include "base/unicode.h"
#include "report/nearest_text.h"
#include "report/words.h"

namespace siqingdan {
namespace {

// People's words, safe inside Markdown and the HTML it may become.
std::string escaped(std::string_view words) {
  std::string out;
  std::string one_line(words);
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  std::replace(one_line.begin(), one_line.end(), '\t', ' ');
  for (const char c : visible(one_line)) {
    if (c == '<' || c == '>' || c == '&') {
      out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
      continue;
    }
    if (std::string_view("\\`*_[]|#").find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

class Paper {
 public:
  Paper(const Decision& decision, const Style& style) : d_(decision), style_(style) {}

  std::string write() {
    heading();
    for (const QuestionAnswer& answer : d_.answers) {
      question(answer);
    }
    asks();
    duties();
    warnings();
    line(t(say("所用规则 {0},日历 {1},程序 {2}。", "Made with rules {0}, calendar {1}, engine {2}.",
               d_.rules->digest, d_.rules->calendar_digest, d_.engine)));
    return std::move(out_);
  }

 private:
  const std::string& t(const Text& text) const { return style_(text); }
  bool english() const { return style_.english(); }
  void line(const std::string& text = {}) { out_ += text + "\n"; }
  std::string basis(const std::vector<Citation>& cites) const { return basis(cites, d_.on); }
  std::string basis(const std::vector<Citation>& cites, Date law_on) const {
    return basis_of(d_.rules->catalogue, cites, law_on, english());
  }

  void heading() {
    const auto offence = d_.rules->catalogue.offences.find(d_.of.offence);
    const bool known = offence != d_.rules->catalogue.offences.end();
    line("# " + escaped(d_.of.id) + " " +
         (known ? offence->second.title : t({"案由未定", "offence not known yet"})) +
         (known && is_from_text(d_.of.offence_from) ? " " + t(words_for_origin(d_.of.offence_from)) : ""));
    line();
    if (!d_.of.party_name.empty()) {
      line("- " + t({"当事人: ", "party: "}) + escaped(d_.of.party_name) + " " + escaped(d_.of.party_uscc));
    }
    if (!d_.of.description.empty()) {
      line("- " + t({"情况: ", "described: "}) + escaped(d_.of.description));
    }
    line("- " + t(say("按 {} 有效的规则", "under the rules in force on {}", to_text(d_.on))));
    line();
  }

  void question(const QuestionAnswer& answer) {
    line("## " + t(title_of(answer.question)) + ": " + mark_of(answer.findings) + " " +
         t(words_for(answer.question, answer.findings)));
    line();
    if (answer.measures.empty()) {
      grounds(answer.question, answer.findings, d_.of.facts);
      out_ += nearest_markdown(d_, answer, std::nullopt, style_);
    }
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      line("### " + object_name(d_.rules->vocabulary, answer.measures[i].object, english()) + ": " +
           t(words_for(answer.question, answer.measures[i].findings)));
      line();
      grounds(answer.question, answer.measures[i].findings, d_.of.facts.with(d_.of.measures[i].facts));
      out_ += nearest_markdown(d_, answer, i, style_);
    }
  }

  void both_laws(Question question, const LawComparison& laws) {
    const Text act = words_for(question, laws.act);
    const Text decision = words_for(question, laws.decision);
    line(t(say("行为时({0})的规则: {1};决定时({3})的规则: {4}。",
               "Law of the act ({0}): {2}; of the decision ({3}): {5}.", to_text(laws.act.on), act.zh, act.en,
               to_text(laws.decision.on), decision.zh, decision.en)) +
         " " + t(words_for(laws.applied)) + " (" + basis(laws.because->cites) + ")");
    line();
  }

  void grounds(Question question, const Findings& findings, const FactSheet& facts) {
    if (findings.laws) {
      both_laws(question, *findings.laws);
    }
    for (const Ground& ground : findings.grounds) {
      const Rule& rule = *ground.rule;
      line(std::string("- ") + mark_of(ground.answer) + " **" + rule.title + "** (`" + rule.id + "`, " +
           t(words_for(rule.standing)) + ") " + t(source_of(ground)) + "; " +
           basis(rule.basis, ground.law_on) + past(ground));
      for (const Reason& reason : ground.because) {
        reason_line(reason, facts, ground.law_on);
      }
      for (const std::string& doubt : rule.open) {
        line("  - " + t({"存疑: ", "doubt: "}) + doubt);
      }
    }
    line();
  }

  std::string past(const Ground& ground) const {
    return ground.acts ? " " + t(say("[行为时的规则,{} 至 {}]", "[law of the act, {} to {}]",
                                     to_text(ground.acts->from), to_text(ground.acts->until)))
                       : "";
  }

  void reason_line(const Reason& reason, const FactSheet& facts, Date law_on) {
    const char* mark = reason.truth == Truth::unknown ? "?" : reason.against() ? "✗" : "✓";
    const bool exclusion = reason.leaf->role == Condition::Role::exclusion;
    const auto& known = facts.at(reason.leaf->fact);
    std::string value;
    const Fact& fact = d_.rules->vocabulary.facts[reason.leaf->fact];
    if (known && !fact.is_yes_or_no()) {
      value = ": " + escaped(value_of(fact, *known, english()));
    }
    if (known && !known->because.empty()) {
      value += " — " + escaped(known->because);
    }
    if (known && is_from_text(known->from)) {
      value += " " + t(words_for_origin(known->from));
    }
    if (reason.number.value != nullptr) {
      const std::string law = basis(reason.number.value->cites, law_on);
      value += " (" + t(amount_of(*reason.number.number, *reason.number.value)) +
               (law.empty() ? "" : ", " + law) + ")";
    }
    const std::string cites = basis(reason.leaf->cites, law_on);
    line(std::string("  - ") + mark + " " + (exclusion ? t({"排除情形: ", "exclusion: "}) : "") +
         reason.leaf->says + value + (cites.empty() ? "" : " (" + cites + ")"));
  }

  void asks() {
    if (d_.ask.empty()) {
      return;
    }
    line("## " + t({"还要问", "To ask"}));
    line();
    for (const Ask& ask : d_.ask) {
      line("- " + (ask.fact == kNoFact ? t({"涉嫌什么违法行为(案由)?", "which offence is it?"})
                                       : d_.rules->vocabulary.facts[ask.fact].ask));
    }
    line();
  }

  void duties() {
    if (d_.duties.empty()) {
      return;
    }
    line("## " + t({"要做", "To do"}));
    line();
    for (const DueDuty& duty : d_.duties) {
      const std::string cites = basis(duty.duty->cites);
      line("- " + (duty.due ? to_text(*duty.due) : t({"未定期限", "no date"})) + " " + duty.duty->what +
           ", " + duty.duty->who + (cites.empty() ? "" : " (" + cites + ")"));
    }
    line();
  }

  void warnings() {
    if (d_.warnings.empty()) {
      return;
    }
    line("## " + t({"注意", "Mind"}));
    line();
    for (const Warning& warning : d_.warnings) {
      line("- " + t(warning.message));
    }
    line();
  }

  const Decision& d_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Decision& decision, const Style& style) {
  return Paper(decision, style).write();
}

}  // namespace siqingdan
