#include "report/interview_text.h"

#include "report/question_text.h"
#include "report/words.h"

namespace siqingdan {
namespace {

constexpr std::size_t kMostGrounds = 3;  // of one question, when asked why

// The conditions of a ground that wait for the reply, with their law.
std::string leaves_text(const RuleSet& rules, const Hanging& one, const Style& style) {
  const auto line = [&](const Text& words, const std::string& law) {
    return "    " + style(words) + (law.empty() ? "" : "  " + paint(style, Tone::faint, law)) + "\n";
  };
  std::string text;
  for (const Reason& reason : one.leaves) {
    const bool exclusion = reason.leaf->role == Condition::Role::exclusion;
    text += line(exclusion ? say("排除: {}", "excluded by: {}", reason.leaf->says)
                           : say("条件: {}", "condition: {}", reason.leaf->says),
                 law_of(rules, one, &reason, style));
  }
  const Text by_date{"条件: 行为发生在这些规则有效的时候", "condition: the act was done under that law"};
  return one.leaves.empty() ? line(by_date, law_of(rules, one, nullptr, style)) : text;
}

std::string topic_name(const Topic& topic, const Case& a_case, const Style& style) {
  std::string title = style(title_of(topic.grounds.question));
  if (!topic.measure) {
    return title;
  }
  return title + "(" +
         object_name(topic.grounds.rules.vocabulary, a_case.measures[*topic.measure].object,
                     style.english()) +
         ")";
}

}  // namespace

std::string why_text(const RuleSet& rules, const NextQuestion& next, const std::vector<Hanging>& hanging,
                     const Style& style) {
  if (next.query.fact == kNoFact) {
    return style({"  清单按案由列项,先有案由才知道问什么\n",
                  "  items of the lists are about offences: what to ask depends on it\n"});
  }
  std::string text = next.settles.empty() ? style({"  有一项后续工作的期限从这一天起算\n",
                                                   "  the time for one of the duties runs from that day\n"})
                                          : "";
  std::map<Question, std::set<std::string>> shown;
  std::map<Question, int> more;
  for (std::size_t i = 0; i < hanging.size(); ++i) {
    const Hanging& one = hanging[i];
    const std::string title = style(title_of(one.question)) + "  " + style(source_of(one.ground)) + "  " +
                              one.ground.rule->title;
    // One rule under several laws looks the same here.
    if (shown[one.question].size() >= kMostGrounds && shown[one.question].count(title) == 0) {
      ++more[one.question];
    } else if (shown[one.question].insert(title).second) {
      text += "  " + title + "\n" + leaves_text(rules, one, style);
    }
    const bool last = i + 1 == hanging.size() || hanging[i + 1].question != one.question;
    if (last && more[one.question] > 0) {
      text += style(
          say("    另有 {} 项依据也等着它\n", "    {} more grounds wait for it\n", more[one.question]));
    }
  }
  const std::string& evidence = rules.vocabulary.facts[next.query.fact].evidence;
  return text + (evidence.empty() ? "" : style(say("  凭据: {}\n", "  evidence: {}\n", evidence)));
}

std::string settled_text(const std::vector<Topic>& before, const std::vector<Topic>& after,
                         const Case& a_case, const Style& style) {
  std::string text;
  for (std::size_t i = 0; i < after.size() && before.size() == after.size(); ++i) {
    if (answer_of(before[i].grounds, before[i].facts) != Answer::undetermined ||
        answer_of(after[i].grounds, after[i].facts) == Answer::undetermined) {
      continue;
    }
    const Findings findings = find(after[i].grounds, after[i].facts);
    if (findings.answer != Answer::undetermined) {
      text += "  → " + topic_name(after[i], a_case, style) + "  " +
              paint(style, tone_of(findings), mark_of(findings)) + " " +
              style(words_for(after[i].grounds.question, findings)) + "\n";
    }
  }
  return text;
}

std::string end_text(const RuleSet& rules, const Dialogue& dialogue, const std::optional<NextQuestion>& next,
                     const Style& style) {
  std::string text;
  if (!next) {
    text = style({"问完了: 再问什么也改变不了结论\n", "done: no further question can change an answer\n"});
  } else if (next->at_most) {
    text = style(say("提前结束,最多还有 {} 问没有问\n", "stopped early: at most {} questions were left\n",
                     *next->at_most + 1));
  } else {
    text = style({"提前结束\n", "stopped early\n"});
  }
  const auto open = dialogue.left_open();
  if (open.empty()) {
    return text;
  }
  text += style({"仍然不清楚的:\n", "still open:\n"});
  for (const auto& [query, waiting] : open) {
    const std::vector<Question> questions(waiting.begin(), waiting.end());
    const std::string list = titles_of(questions, style);
    text += "  - " + short_question(rules, dialogue.known(), query, style);
    text += "    " + paint(style, Tone::faint, style(say("关系到: {}", "concerns {}", list))) + "\n";
  }
  return text;
}

}  // namespace siqingdan
