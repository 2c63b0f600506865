#include "confirm.h"

#include <iostream>

#include "base/unicode.h"
#include "match/fill_case.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

FactId fact_of(const RuleSet& rules, const std::string& name) {
  return name == "offence" ? kNoFact : rules.vocabulary.find(name);
}

class Confirmation {
 public:
  Confirmation(const Context& context, const RuleSet& rules, Case& a_case)
      : context_(context), rules_(rules), case_(a_case) {}

  bool run() {
    const std::vector<std::string> names = unconfirmed(rules_.vocabulary, case_);
    if (names.empty()) {
      return true;
    }
    tell(say("从文字里取出 {} 项,请逐项确认(y 对,n 不对,? 查不清,q 停止)\n",
             "{} proposal(s) from the words; please confirm each (y yes, n no, ? cannot be established, q "
             "stop)\n",
             names.size()));
    for (const std::string& name : names) {
      const auto answer = ask(fact_of(rules_, name));
      if (!answer) {
        return false;
      }
      if (*answer == 'q') {
        return true;
      }
    }
    return true;
  }

 private:
  void tell(const Text& text) { context_.out(in(context_, text)); }

  void show(FactId fact) {
    if (fact == kNoFact) {
      tell(say("\n案由: {}\n> ", "\nthe offence: {}\n> ", rules_.catalogue.offences.at(case_.offence).title));
      return;
    }
    const Known& known = *case_.facts.at(fact);
    const Fact& f = rules_.vocabulary.facts[fact];
    tell(same("\n" + f.label + ": " + value_of(f, known, context_.english()) + "  “" +
              visible(known.because) + "”\n> "));
  }

  // y, n, ? or q, once it is carried out; nothing if the input ended.
  std::optional<char> ask(FactId fact) {
    for (;;) {
      show(fact);
      std::string line;
      if (!std::getline(std::cin, line)) {
        tell(say("\n输入中断,没有作出决定,什么也没有记录\n",
                 "\nthe input ended: nothing was decided, nothing recorded\n"));
        return std::nullopt;
      }
      line.erase(0, line.find_first_not_of(" \t\r"));
      line.erase(line.find_last_not_of(" \t\r") + 1);
      if (line == "q") {
        return 'q';
      }
      if (line == "y" || line == "yes" || line == "是" || line == "对") {
        mark_from_words(rules_.vocabulary, fact, kFromTextConfirmed, case_);
        return 'y';
      }
      if (line == "n" || line == "no" || line == "否" || line == "不对" || (line == "?" && fact == kNoFact)) {
        withdraw(rules_.vocabulary, fact, case_);
        return 'n';
      }
      if (line == "?" || line == "\uFF1F") {
        withdraw(rules_.vocabulary, fact, case_);
        case_.facts.set_unknowable(fact);
        case_.written["facts"][rules_.vocabulary.facts[fact].name] = nullptr;
        return '?';
      }
      tell(say("  请写 y、n、? 或 q\n", "  please write y, n, ? or q\n"));
    }
  }

  const Context& context_;
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
