#include "confirm.h"

#include <algorithm>

#include "base/unicode.h"
#include "facts/typed_value.h"
#include "match/fill_case.h"
#include "prompt.h"
#include "report/reply.h"
#include "report/words.h"

namespace siqingdan::cli {
namespace {

FactId fact_of(const RuleSet& rules, const std::string& name) {
  return name == "offence" ? kNoFact : rules.vocabulary.find(name);
}

class Confirmation {
 public:
  Confirmation(const Context& context, const RuleSet& rules, Case& a_case)
      : prompt_(context), style_(context.style()), rules_(rules), case_(a_case) {}

  bool run() {
    const std::vector<std::string> names = unconfirmed(rules_.vocabulary, case_);
    if (names.empty()) {
      return true;
    }
    prompt_.tell(say("从文字里取出 {} 项,请逐项确认: y 对 | n 不对 | ? 查不清 | s 跳过 | q 退出\n",
                     "{} taken from the words; please confirm each: y right | n wrong | ? cannot be "
                     "established | s skip | q quit\n",
                     names.size()));
    return std::all_of(names.begin(), names.end(),
                       [&](const std::string& name) { return ask(fact_of(rules_, name)); });
  }

 private:
  void show(FactId fact) const {
    if (fact == kNoFact) {
      prompt_.tell(
          say("\n案由: {}\n", "\nthe offence: {}\n", rules_.catalogue.offences.at(case_.offence).title));
      return;
    }
    const Known& known = *case_.facts.at(fact);
    const Fact& f = rules_.vocabulary.facts[fact];
    prompt_.tell(same("\n" + f.label + ": " + value_of(f, known, style_.english()) + "  “" +
                      visible(known.because) + "”\n"));
  }

  // False if the rest is left.
  bool ask(FactId fact) {
    for (;;) {
      show(fact);
      const auto line = prompt_.line();
      const Reply reply = line ? read_reply(*line) : Reply{Reply::Kind::quit, {}};
      if (reply.kind == Reply::Kind::quit || reply.kind == Reply::Kind::skip) {
        return reply.kind == Reply::Kind::skip;
      }
      const auto yes = reply.kind == Reply::Kind::words ? typed_yes_or_no(reply.words) : std::nullopt;
      if (reply.kind == Reply::Kind::unknown || yes) {
        settle(fact, reply.kind == Reply::Kind::unknown, yes.value_or(false));
        return true;
      }
      prompt_.tell(say("  请写 y、n、?、s 或 q\n", "  please write y, n, ?, s or q\n"));
    }
  }

  void settle(FactId fact, bool unknowable, bool right) {
    if (right) {
      mark_from_words(rules_.vocabulary, fact, kFromTextConfirmed, case_);
      return;
    }
    withdraw(rules_.vocabulary, fact, case_);
    if (unknowable && fact != kNoFact) {
      case_.set_fact(rules_.vocabulary, fact, std::nullopt, std::nullopt);
    }
  }

  Prompt prompt_;
  Style style_;
  const RuleSet& rules_;
  Case& case_;
};

}  // namespace

bool confirm_proposed(const Context& context, const RuleSet& rules, Case& a_case) {
  return Confirmation(context, rules, a_case).run();
}

void accept_proposed(const RuleSet& rules, Case& a_case) {
  for (const std::string& name : unconfirmed(rules.vocabulary, a_case)) {
    mark_from_words(rules.vocabulary, fact_of(rules, name), kFromTextAccepted, a_case);
  }
}

void require_confirmed(const RuleSet& rules, const Case& a_case) {
  std::string names;
  for (const std::string& name : unconfirmed(rules.vocabulary, a_case)) {
    names += (names.empty() ? "" : ", ") + name;
  }
  if (!names.empty()) {
    throw Failure(
        say("取自文字、还没有确认的不能记录: {};用 --ask 逐项确认,或者用 --accept-proposed 全部接受",
            "what was taken from words and is not confirmed cannot be recorded: {}; confirm each with "
            "--ask, or accept all with --accept-proposed",
            names),
        Exit::usage);
  }
}

}  // namespace siqingdan::cli
