#include "interview.h"

#include "base/unicode.h"
#include "decide/dialogue.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"
#include "offence_search.h"
#include "prompt.h"
#include "report/interview_text.h"
#include "report/question_text.h"
#include "report/reply.h"
#include "report/words.h"
#include "typed_fact.h"

namespace siqingdan::cli {
namespace {

class Interview {
 public:
  Interview(const Context& context, const RuleSet& rules, Date on, const std::function<void(Case&)>& look_up,
            const Case& a_case)
      : prompt_(context),
        rules_(rules),
        on_(on),
        look_up_(look_up),
        style_(context.style()),
        dialogue_(rules, on, a_case),
        offences_(prompt_, rules) {}

  Case run() {
    prompt_.put(style_(keywords()) + "\n");
    if (dialogue_.known().id.empty()) {
      ask_case_number();
    }
    std::optional<NextQuestion> next;
    while (!stopped_ && (next = dialogue_.next())) {
      const auto hanging = hangs_on(dialogue_.topics(), next->query);
      prompt_.put("\n" + question_text(rules_, dialogue_.known(), *next, hanging, style_));
      if (next->query.fact == kNoFact) {
        offences_.offer(dialogue_.known().candidates);
      }
      while (!stopped_ && !answered(*next, hanging)) {
        prompt_.put(short_question(rules_, dialogue_.known(), next->query, style_));
      }
    }
    if (stopped_ && !next) {
      next = dialogue_.next();  // stopped before the first question
    }
    prompt_.put("\n" + end_text(rules_, dialogue_, next, style_));
    return dialogue_.known();
  }

  bool was_left() const { return stopped_; }

 private:
  // A decision without a number cannot be found again.
  void ask_case_number() {
    prompt_.tell({"\n案件编号?没有就回车\n", "\nthe number of the case? just enter if there is none\n"});
    const auto line = prompt_.line();
    const Reply reply = line ? read_reply(*line) : Reply{Reply::Kind::quit, {}};
    stopped_ = reply.kind == Reply::Kind::quit;
    if (reply.kind == Reply::Kind::words && !reply.words.empty()) {
      dialogue_.name_case(visible(reply.words));
    }
  }

  // One reply; false if the same question stands as it was.
  bool answered(const NextQuestion& next, const std::vector<Hanging>& hanging) {
    const auto line = prompt_.line();
    const Reply reply = line ? read_reply(*line) : Reply{Reply::Kind::quit, {}};
    const bool of_offence = next.query.fact == kNoFact;
    switch (reply.kind) {
      case Reply::Kind::quit:
        stopped_ = true;
        return true;
      case Reply::Kind::back:
        return go_back();
      case Reply::Kind::why:
        prompt_.put(why_text(rules_, next, hanging, style_));
        return false;
      case Reply::Kind::unknown:
        return of_offence ? skip(next.query) : learn(next.query, std::nullopt);
      case Reply::Kind::skip:
        return skip(next.query);
      case Reply::Kind::words:
        break;
    }
    return of_offence ? name_offence(reply.words) : take(next.query, reply.words);
  }

  bool go_back() {
    if (!dialogue_.back()) {
      prompt_.tell({"  这是第一问\n", "  this is the first question\n"});
      return false;
    }
    return true;
  }

  bool skip(const Query& query) {
    dialogue_.skip(query);
    return true;
  }

  bool name_offence(const std::string& words) {
    const Offence* offence = offences_.find(words);
    if (offence != nullptr) {
      dialogue_.name_offence(offence->id, look_up_);
      prompt_.tell(same("  = " + offence->title + "\n"));
    }
    return offence != nullptr;
  }

  bool take(const Query& query, const std::string& words) {
    if (query.fact == measure_object(rules_.vocabulary) && !query.measure && says_none(words)) {
      dialogue_.contemplate_no_measure();
      return true;
    }
    if (auto known = typed_fact(rules_.vocabulary, query, words, on_)) {
      return learn(query, std::move(known));
    }
    // Who knows the day of the last violation need not count back.
    const Fact& fact = rules_.vocabulary.facts[query.fact];
    if (fact.type == FactType::derived && !dialogue_.known().facts.at(fact.derived_from)) {
      const Query source{fact.derived_from, query.measure};
      if (auto known = typed_fact(rules_.vocabulary, source, words, on_)) {
        return learn(source, std::move(known));
      }
    }
    prompt_.put(wrong_reply_text(rules_, query, words, on_, style_));
    return false;
  }

  // Puts the reply into the case, if the case makes sense with it.
  bool learn(const Query& query, std::optional<Known> known) {
    const Fact& fact = rules_.vocabulary.facts[query.fact];
    if (known) {
      known->from = "asked";
      known->text = visible(known->text);
      if (!fact.is_yes_or_no()) {
        prompt_.tell(same("  = " + value_of(fact, *known, style_.english()) + "\n"));
      }
      if (fact.type == FactType::judgement && !hear_reason(*known)) {
        return stopped_;
      }
    }
    Case more = dialogue_.known();
    more.set_fact(rules_.vocabulary, query.fact, query.measure, known);
    if (!makes_sense(more)) {
      return false;
    }
    const auto before = dialogue_.topics();
    dialogue_.learn(query, std::move(known));
    prompt_.put(settled_text(before, dialogue_.topics(), dialogue_.known(), style_));
    return true;
  }

  // False if none was given: then the judgement does not stand.
  bool hear_reason(Known& known) {
    for (;;) {
      prompt_.tell({"  理由?\n", "  because?\n"});
      const auto line = prompt_.line();
      const Reply reply = line ? read_reply(*line) : Reply{Reply::Kind::quit, {}};
      stopped_ = reply.kind == Reply::Kind::quit;
      if (stopped_ || reply.kind == Reply::Kind::back) {
        return false;
      }
      if (reply.kind == Reply::Kind::words && !reply.words.empty()) {
        known.because = visible(reply.words);
        return true;
      }
      prompt_.tell({"  判断由人作出,要写明理由;改主意写 b\n",
                    "  a judgement is a person's, and needs a reason; b to think again\n"});
    }
  }

  // What a file may not say, a reply may not say either.
  bool makes_sense(const Case& a_case) const {
    Issues issues;
    if (const auto document = json::parse({"-", json::compact(*a_case.written)}, issues)) {
      read_case(*document, rules_.vocabulary, rules_.catalogue, on_, issues);
    }
    for (const Issue& issue : issues.all()) {
      prompt_.tell(say("  不能这样: {0}\n", "  that cannot be: {1}\n", issue.message.zh, issue.message.en));
    }
    return !issues.has_errors();
  }

  Prompt prompt_;
  const RuleSet& rules_;
  Date on_;
  const std::function<void(Case&)>& look_up_;
  Style style_;
  Dialogue dialogue_;
  OffenceSearch offences_;
  bool stopped_ = false;
};

}  // namespace

bool interview(const Context& context, const RuleSet& rules, Date on,
               const std::function<void(Case&)>& look_up, Case& a_case) {
  Interview interview(context, rules, on, look_up, a_case);
  a_case = interview.run();
  return !interview.was_left();
}

}  // namespace siqingdan::cli
