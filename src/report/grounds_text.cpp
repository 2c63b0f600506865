#include "report/grounds_text.h"
#include "json/value.h"

#include "base/unicode.h"
#include "report/words.h"

namespace siqingdan {
namespace {

constexpr const char* kIndent = "      ";
constexpr std::size_t kGroundsShown = 3;

class GroundsText {
 public:
  GroundsText(const Decision& decision, const Style& style) : d_(decision), style_(style) {}

  std::string write(Question question, const Findings& findings, const FactSheet& facts) {
    if (findings.laws) {
      both_laws(question, *findings.laws);
    }
    lead_or_nearest(findings, facts);
    return std::move(out_);
  }

 private:
  const std::string& t(const Text& text) const { return style_(text); }
  bool english() const { return style_.english(); }
  void line(const std::string& text) { out_ += text + "\n"; }
  std::string faint(std::string_view text) const { return paint(style_, Tone::faint, text); }
  std::string basis(const std::vector<Citation>& cites, const Ground& ground) const {
    return basis_of(d_.rules->catalogue, cites, ground.law_on, english());
  }

  void both_laws(Question question, const LawComparison& laws) {
    for (const LawSide* side : {&laws.act, &laws.decision}) {
      const Text when = side == &laws.act ? Text{"行为时", "when the act was done"}
                                          : Text{"决定时", "at the decision"};
      line(kIndent + paint(style_, tone_of(side->answer), mark_of(side->answer)) + " " +
           t(say("{0}({2})的规则: {3}", "law {1} ({2}): {4}", when.zh, when.en, to_text(side->on),
                 words_for(question, *side).zh, words_for(question, *side).en)));
    }
    line(kIndent + std::string("→ ") + t(words_for(laws.applied)) + "  " +
         faint(basis_of(d_.rules->catalogue, laws.because->cites, d_.on, english())));
  }

  // Says which law a ground of past law is.
  std::string past(const Ground& ground) const {
    return ground.acts ? "  " + t(say("[行为时的规则,{} 至 {}]", "[law of the act, {} to {}]",
                                      to_text(ground.acts->from), to_text(ground.acts->until)))
                       : "";
  }

  // What the list sets by date, with where it stands: N 年, 某办法 第N条第N款.
  std::string number(const Reason& reason, const Ground& ground) const {
    if (reason.number.value == nullptr) {
      return {};
    }
    const Number::Value& value = *reason.number.value;
    const std::string law = basis(value.cites, ground);
    return faint("  (" + t(amount_of(*reason.number.number, value)) + (law.empty() ? "" : ", " + law) + ")");
  }

  // The ground that carries the answer; or those that are nearest to it, listed items first.
  void lead_or_nearest(const Findings& findings, const FactSheet& facts) {
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
        const bool enough = shown == kGroundsShown;
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
             faint(t({"也成立: ", "holds too: "}) + basis(ground.rule->basis, ground) + "  " +
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
    const std::string law = basis(rule.basis, ground);
    if (ground.list->statute) {
      line(kIndent + law + "  " + faint(rule.title) + past(ground));
      return;
    }
    line(kIndent + t(source_of(ground)) + "  " + rule.title + past(ground));
    if (!law.empty()) {
      line(kIndent + law);
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
        reason_line(reason, facts, ground);
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
        reason_line(reason, facts, ground);
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
  void reason_line(const Reason& reason, const FactSheet& facts, const Ground& ground) {
    const bool good = !reason.against();
    const char* mark = reason.truth == Truth::unknown ? "?" : good ? "✓" : "✗";
    const Tone tone = reason.truth == Truth::unknown ? Tone::open : good ? Tone::good : Tone::bad;
    std::string says = reason.leaf->says;
    if (reason.leaf->role == Condition::Role::exclusion) {
      says = t({"排除: ", "excluded by: "}) + says;
    }
    const std::string known = stated(reason, facts) + from_words(reason, facts);
    const std::string law = basis(reason.leaf->cites, ground);
    line(std::string(kIndent) + paint(style_, tone, mark) + " " + says + known + number(reason, ground) +
         (law.empty() ? "" : "  " + faint(law)));
  }

  std::string from_words(const Reason& reason, const FactSheet& facts) const {
    const auto& known = facts.at(reason.leaf->fact);
    return known && is_from_text(known->from) ? "  " + faint(t(words_for_origin(known->from))) : "";
  }

  // The dates that tell of a derived fact, those from the records with what shows them.
  std::string dates(const Fact& derived, const FactSheet& facts) const {
    std::string text;
    for (const FactId id : {derived.derived_from, derived.found_on, derived.clear_since}) {
      if (id != kNoFact && facts.at(id)) {
        const Fact& date = d_.rules->vocabulary.facts[id];
        const Known& known = *facts.at(id);
        const bool recorded = id != derived.derived_from && !known.because.empty();
        text += "  " + date.label + " " + value_of(date, known, english()) +
                (recorded ? "(" + visible(known.because) + ")" : "");
      }
    }
    return text;
  }

  // The reason somebody gave; else the value, where the sentence does not say it already.
  std::string stated(const Reason& leaf_reason, const FactSheet& facts) const {
    const Fact& fact = d_.rules->vocabulary.facts[leaf_reason.leaf->fact];
    if (fact.type == FactType::derived) {
      const std::string told = dates(fact, facts);
      if (!told.empty()) {
        return told;
      }
    }
    const auto& known = facts.at(leaf_reason.leaf->fact);
    if (!known || (known->because.empty() && fact.is_yes_or_no())) {
      return {};
    }
    const std::string reason = is_from_text(known->from) ? "“" + visible(known->because) + "”"
                                                         : visible(known->because);
    const std::string value = known->because.empty() ? value_of(fact, *known, english()) : reason;
    return leaf_reason.leaf->says.ends_with(value) ? "" : "  " + value;
  }

  const Decision& d_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string grounds_text(const Decision& decision, Question question, const Findings& findings,
                         const FactSheet& facts, const Style& style) {
  return GroundsText(decision, style).write(question, findings, facts);
}

}  // namespace siqingdan
