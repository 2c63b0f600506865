#include "trial/trial.h"

#include <algorithm>

#include "decide/duties.h"
#include "decide/grounds.h"
#include "decide/questions.h"
#include "decide/warnings.h"

namespace siqingdan {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return "[" + text + "]";
}

class OneRule {
 public:
  OneRule(const RuleSet& rules, const Rule& rule) : rules_(rules), rule_(rule) {
    trial_.rule = rule.id;
    for (const auto* part : own_conditions()) {
      for (const Condition& node : *part) {
        if (node.is_leaf()) {
          trial_.leaves.emplace(node.id, Seen{});
        }
      }
    }
  }

  RuleTrial run(const RuleTests& tests) {
    for (const RuleTest& test : tests.tests) {
      ++trial_.tests;
      run(test);
    }
    return std::move(trial_);
  }

 private:
  const List& list() const { return rules_.lists[rule_.list]; }

  // The rule's condition and, where they bind it, its own list's exclusions for the whole question.
  std::vector<const Expression*> own_conditions() const {
    std::vector<const Expression*> parts = {&rule_.condition};
    if (rule_.effect == Effect::may) {
      for (const Bar& bar : list().bars) {
        parts.push_back(&bar.when);
      }
    }
    return parts;
  }

  void fail(const RuleTest& test, const Text& what) {
    trial_.failures.error("test-failed", test.place,
                          {rule_.id + " “" + test.name + "”: " + what.zh,
                           rule_.id + " `" + test.name + "`: " + what.en});
  }

  void run(const RuleTest& test) {
    const bool in_force = list().in_force(test.on) && rule_.in_force(test.on);
    if (!in_force || !test.answer) {
      if (in_force != test.answer.has_value()) {
        fail(test, in_force ? say("应当未生效,却有效", "should not be in force, but is")
                            : say("应当有效,却未生效", "should be in force, but is not"));
      }
      return;
    }
    Grounds grounds = collect_grounds(rules_, list().question, offence_of(test), test.on);
    grounds.candidates = {{&rule_, 0, std::nullopt}};
    grounds.laws.resize(1);
    grounds.both_laws = nullptr;
    grounds.offence_matters = false;
    const Findings findings = find(grounds, test.facts);
    const Ground& ground = findings.grounds.front();
    note_coverage(ground);
    check_answer(test, ground);
    check_reasons(test, ground);
    check_questions(test, grounds);
    check_duties(test, findings);
  }

  // That of the test, or the first one the rule covers by name.
  const Offence* offence_of(const RuleTest& test) const {
    const auto& all = rules_.catalogue.offences;
    const auto found = all.find(test.offence.empty() && !rule_.covers.offences.empty()
                                    ? rule_.covers.offences.front()
                                    : test.offence);
    return found == all.end() ? nullptr : &found->second;
  }

  void note_coverage(const Ground& ground) {
    trial_.undetermined += ground.answer == Answer::undetermined ? 1 : 0;
    for (const Reason& reason : ground.because) {
      const auto leaf = trial_.leaves.find(reason.leaf->id);
      // A bar of another list may use the same word; only our own leaves are counted.
      if (leaf != trial_.leaves.end() && is_own(reason.leaf)) {
        ++leaf->second[static_cast<std::size_t>(reason.truth)];
      }
    }
  }

  bool is_own(const Condition* leaf) const {
    for (const auto* part : own_conditions()) {
      if (!part->empty() && leaf >= part->data() && leaf < part->data() + part->size()) {
        return true;
      }
    }
    return false;
  }

  void check_answer(const RuleTest& test, const Ground& ground) {
    if (ground.answer == *test.answer) {
      return;
    }
    std::vector<std::string> deciding;
    for (const Reason& reason : ground.because) {
      if (reason.against() || reason.truth == Truth::unknown) {
        deciding.push_back(reason.leaf->id + "=" + name_of(reason.truth));
      }
    }
    const std::string because = joined(deciding);
    fail(test, say("应当是 {},实际是 {} {}", "should be {}, is {} {}", std::string(name_of(*test.answer)),
                   std::string(name_of(ground.answer)), because));
  }

  void check_reasons(const RuleTest& test, const Ground& ground) {
    for (const std::string& id : test.because) {
      const bool found = std::any_of(ground.because.begin(), ground.because.end(), [&](const Reason& r) {
        if (r.leaf->id != id) {
          return false;
        }
        switch (ground.answer) {
          case Answer::applies:
            return !r.against();
          case Answer::undetermined:
            return r.truth == Truth::unknown;
          default:
            return r.against();
        }
      });
      if (!found) {
        fail(test, say("理由里没有 `{}`", "`{}` is not among the reasons", id));
      }
    }
  }

  void check_questions(const RuleTest& test, const Grounds& grounds) {
    if (!test.ask) {
      return;
    }
    std::vector<std::string> asked;
    for (const FactId fact : facts_to_ask(grounds, test.facts)) {
      asked.push_back(rules_.vocabulary.facts[fact].name);
    }
    std::sort(asked.begin(), asked.end());
    if (asked != *test.ask) {
      const std::string wanted = joined(*test.ask);
      const std::string got = joined(asked);
      fail(test, say("应当问 {},实际问 {}", "should ask {}, asks {}", wanted, got));
    }
  }

  void check_duties(const RuleTest& test, const Findings& findings) {
    QuestionAnswer answer;
    answer.question = list().question;
    answer.findings = findings;
    const auto duties = duties_of(rules_, {answer}, offence_of(test), test.facts, test.on);
    for (const auto& [id, wanted] : test.duties) {
      const std::string& name = id;
      const auto duty = std::find_if(duties.begin(), duties.end(),
                                     [&](const DueDuty& d) { return d.duty->id == name; });
      if ((duty == duties.end()) != (wanted == "absent")) {
        fail(test, duty == duties.end() ? say("没有义务 `{}`", "there is no duty `{}`", id)
                                        : say("不应当有义务 `{}`", "there should be no duty `{}`", id));
      }
      if (duty == duties.end() || wanted == "absent") {
        continue;
      }
      const std::string due = duty->due ? to_text(*duty->due) : duty->waiting_for.empty() ? "" : "waiting";
      if (due != wanted && !(wanted.empty() && due == "waiting")) {
        fail(test,
             say("义务 `{}` 应当到 {},实际 {}", "the duty `{}` should be due {}, is {}", id, wanted, due));
      }
    }
  }

  const RuleSet& rules_;
  const Rule& rule_;
  RuleTrial trial_;
};

// The cautions of a list, each of which counts as a leaf that must be seen yes, no and unknown.
class Cautions {
 public:
  Cautions(const RuleSet& rules, const List& list) : rules_(rules), list_(list) {
    trial_.rule = list.id;
    for (const Caution& caution : list.cautions) {
      trial_.leaves.emplace(caution.id, Seen{});
    }
  }

  RuleTrial run(const CautionTests& tests) {
    for (const RuleTest& test : tests.tests) {
      ++trial_.tests;
      run(test);
    }
    return std::move(trial_);
  }

 private:
  void run(const RuleTest& test) {
    const auto& all = rules_.catalogue.offences;
    const auto offence = all.find(test.offence);
    const Situation situation{rules_.vocabulary, list_,   offence == all.end() ? nullptr : &offence->second,
                              test.on,           test.on, test.facts};
    std::vector<std::string> shown;
    for (const Caution& caution : list_.cautions) {
      const Truth truth = list_.in_force(test.on) ? truth_of_caution(caution, situation) : Truth::no;
      ++trial_.leaves[caution.id][static_cast<std::size_t>(truth)];
      if (truth == Truth::yes) {
        shown.push_back(caution.id);
      }
    }
    std::sort(shown.begin(), shown.end());
    if (shown != test.because) {
      const Text what = say("应当提醒 {},实际提醒 {}", "should warn of {}, warns of {}", joined(test.because),
                            joined(shown));
      trial_.failures.error("test-failed", test.place,
                            {list_.id + " “" + test.name + "”: " + what.zh,
                             list_.id + " `" + test.name + "`: " + what.en});
    }
  }

  const RuleSet& rules_;
  const List& list_;
  RuleTrial trial_;
};

}  // namespace

std::vector<std::string> RuleTrial::holes() const {
  std::vector<std::string> holes;
  for (const auto& [id, seen] : leaves) {
    for (const Truth truth : {Truth::yes, Truth::no, Truth::unknown}) {
      if (seen[static_cast<std::size_t>(truth)] == 0) {
        holes.push_back(id + " (never " + name_of(truth) + ")");
      }
    }
  }
  if (of_item && undetermined == 0) {
    holes.emplace_back("the item itself (never undetermined)");
  }
  return holes;
}

std::vector<const RuleTrial*> Trial::all() const {
  std::vector<const RuleTrial*> all;
  for (const auto* part : {&rules, &lists}) {
    for (const RuleTrial& trial : *part) {
      all.push_back(&trial);
    }
  }
  return all;
}

int Trial::tests() const {
  return sum([](const RuleTrial& one) { return one.tests; });
}

int Trial::failures() const {
  return sum([](const RuleTrial& one) { return static_cast<int>(one.failures.all().size()); });
}

int Trial::leaves() const {
  return sum([](const RuleTrial& one) { return static_cast<int>(one.leaves.size()); });
}

int Trial::holes() const {
  return sum([](const RuleTrial& one) { return static_cast<int>(one.holes().size()); });
}

Trial run_tests(const RuleBase& base) {
  Trial trial;
  const RuleSet& rules = *base.rules;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    trial.rules.push_back(OneRule(rules, rules.rules[i]).run(base.tests[i]));
  }
  for (std::size_t i = 0; i < rules.lists.size(); ++i) {
    trial.lists.push_back(Cautions(rules, rules.lists[i]).run(base.caution_tests[i]));
    trial.lists.back().of_item = false;
  }
  return trial;
}

}  // namespace siqingdan
