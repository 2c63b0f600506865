#include "interview.h"

#include "base/unicode.h"
#include "decide/decide.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "offence_search.h"
#include "reply.h"
#include "report/question_text.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

class Interview {
 public:
  Interview(const Context& context, const RuleSet& rules, Date on, Case& a_case)
      : context_(context), rules_(rules), on_(on), case_(a_case), offences_(context, rules) {}

  void run() {
    if (case_.id.empty()) {
      ask_case_number();
    }
    tell(say("{}\n", "{}\n", in(context_, keywords())));
    while (!done_) {
      const auto next = next_to_ask();
      if (!next) {
        return;
      }
      context_.out(question_text(rules_, case_, *next, context_.style()));
      while (!ask(*next)) {
      }
    }
  }

 private:
  // What `上一步` goes back to.
  struct Step {
    Case known;
    std::set<Query> later;
    std::set<Query> given_up;
  };

  void tell(const Text& text) { context_.out(in(context_, text)); }

  // A decision without a number cannot be found again.
  void ask_case_number() {
    tell(say("案件编号(没有就回车)\n", "the number of the case (or just enter)\n"));
    const std::string number = visible(read_line(context_));
    if (!number.empty()) {
      case_.set_id(number);
    }
  }

  // First what settles an answer, then what a deadline waits for. What was put off comes at the end, once.
  std::optional<NextQuestion> next_to_ask() {
    std::set<Query> later = later_;
    later.insert(given_up_.begin(), given_up_.end());
    auto next = next_question(topics_of(rules_, case_, on_), later);
    if (!next || later.count(next->query) > 0) {
      const auto dated = next_date(later);
      next = dated ? dated : next;
    }
    return next && given_up_.count(next->query) > 0 ? std::nullopt : next;
  }

  std::optional<NextQuestion> next_date(const std::set<Query>& later) const {
    for (const DueDuty& duty : decide(rules_, case_, on_).duties) {
      const FactId fact = rules_.vocabulary.find(duty.waiting_for);
      if (fact != kNoFact && !case_.facts.at(fact) && !case_.facts.was_asked(fact) &&
          later.count(Query{fact, {}}) == 0 && !rules_.vocabulary.facts[fact].about_measure) {
        return NextQuestion{{fact, {}}, {}, std::nullopt};
      }
    }
    return std::nullopt;
  }

  // One reply; false if the same question stands as it was.
  bool ask(const NextQuestion& next) {
    const Reply reply = read_reply(context_);
    switch (reply.kind) {
      case Reply::Kind::quit:
        done_ = true;
        return true;
      case Reply::Kind::back:
        return go_back();
      case Reply::Kind::why:
        context_.out(why(next));
        return false;
      case Reply::Kind::skip:
        put_off(next.query);
        return true;
      case Reply::Kind::unknown:
        if (next.query.fact == kNoFact) {
          put_off(next.query);  // the offence can still be found out
          return true;
        }
        return learn(next.query, std::nullopt);
      case Reply::Kind::words:
        break;
    }
    return next.query.fact == kNoFact ? name_offence(reply.words) : take(next.query, reply.words);
  }

  bool go_back() {
    if (steps_.empty()) {
      tell(say("  这是第一问\n", "  this is the first question\n"));
      return false;
    }
    Step step = std::move(steps_.back());
    steps_.pop_back();
    case_ = std::move(step.known);
    later_ = std::move(step.later);
    given_up_ = std::move(step.given_up);
    return true;
  }

  std::string why(const NextQuestion& next) const {
    if (next.query.fact == kNoFact) {
      return in(context_, say("  清单按案由列项,先有案由才知道问什么\n",
                              "  items of the lists are about offences: what to ask depends on it\n"));
    }
    if (next.settles.empty()) {
      return in(context_, say("  有一项后续工作的期限从这一天起算\n",
                              "  the time for one of the duties runs from that day\n"));
    }
    return why_text(rules_, next.query, hangs_on(topics_of(rules_, case_, on_), next.query),
                    context_.style());
  }

  void remember() { steps_.push_back({case_, later_, given_up_}); }

  // Put off a second time, it stays open.
  void put_off(const Query& query) {
    remember();
    if (!later_.insert(query).second) {
      given_up_.insert(query);
    }
  }

  bool name_offence(const std::string& words) {
    const Offence* offence = offences_.find(words);
    if (offence == nullptr) {
      return false;
    }
    remember();
    case_.set_offence(offence->id);
    tell(same("  = " + offence->title + "\n"));
    return true;
  }

  bool take(const Query& query, const std::string& words) {
    const Fact& fact = rules_.vocabulary.facts[query.fact];
    const bool of_object = query.fact == measure_object(rules_.vocabulary) && !query.measure;
    if (of_object && (words == "无" || words == "無" || plain_typed(words) == "none")) {
      remember();
      case_.contemplate_no_measure();
      return true;
    }
    if (auto known = typed_value(fact, words, on_)) {
      return learn(query, std::move(known));
    }
    // Who knows the day of the last violation need not count back.
    if (fact.type == FactType::derived) {
      if (auto known = typed_value(rules_.vocabulary.facts[fact.derived_from], words, on_)) {
        return learn({fact.derived_from, query.measure}, std::move(known));
      }
    }
    const Text how = how_to_reply(rules_, query);
    const auto date = fact.type == FactType::date ? typed_date(words) : std::nullopt;
    tell(words.empty() ? say("  请回答: {0};{2}\n", "  please answer: {1}; {3}\n", how.zh, how.en,
                             keywords().zh, keywords().en)
         : date ? say("  {} 晚于决定日 {}\n", "  {} is after the day of decision, {}\n", to_text(*date),
                      to_text(on_))
                : say("  看不懂 `{0}`: {1}\n", "  cannot read `{0}`: {2}\n", visible(words), how.zh, how.en));
    return false;
  }

  // Puts the reply into the case, if the case makes sense with it.
  bool learn(const Query& query, std::optional<Known> known) {
    const Fact& fact = rules_.vocabulary.facts[query.fact];
    if (known) {
      known->from = "asked";
      known->text = visible(known->text);
      if (!fact.is_yes_or_no()) {
        tell(same("  = " + value_of(fact, *known, context_.english()) + "\n"));
      }
      if (fact.type == FactType::judgement) {
        tell(say("  理由\n", "  because\n"));
        known->because = visible(read_line(context_));
      }
    }
    Case more = case_;
    more.set_fact(rules_.vocabulary, query.fact, query.measure, std::move(known));
    if (!makes_sense(more)) {
      return false;
    }
    remember();
    context_.out(
        settled_text(topics_of(rules_, case_, on_), topics_of(rules_, more, on_), more, context_.style()));
    case_ = std::move(more);
    return true;
  }

  // What a file may not say, a reply may not say either.
  bool makes_sense(const Case& a_case) {
    Issues issues;
    if (const auto document = json::parse({"-", json::compact(a_case.written)}, issues)) {
      read_case(*document, rules_.vocabulary, rules_.catalogue, on_, issues);
    }
    for (const Issue& issue : issues.all()) {
      tell(say("  不能这样: {0}\n", "  that cannot be: {1}\n", issue.message.zh, issue.message.en));
    }
    return !issues.has_errors();
  }

  const Context& context_;
  const RuleSet& rules_;
  Date on_;
  Case& case_;
  OffenceSearch offences_;
  std::vector<Step> steps_;
  std::set<Query> later_;     // put off
  std::set<Query> given_up_;  // put off twice
  bool done_ = false;
};

}  // namespace

void interview(const Context& context, const RuleSet& rules, Date on, Case& a_case) {
  if (!input_is_terminal()) {
    throw Failure(say("--ask 要在终端上用;不在终端时,把事实写进案件文件",
                      "--ask needs a terminal; elsewhere write the facts into the case"),
                  Exit::usage);
  }
  Interview(context, rules, on, a_case).run();
}

}  // namespace siqingdan::cli
