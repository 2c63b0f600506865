#include "report/question_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "facts/typed_value.h"
#include "report/reply.h"
#include "report/words.h"

namespace siqingdan {
namespace {

std::string titles(const std::vector<Question>& questions, const Style& style) {
  std::string list;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const bool last = i + 1 == questions.size();
    list += i == 0 ? "" : !style.english() ? "、" : last ? " and " : ", ";
    list += style(style.english() ? say("{}", "no {}", title_of(questions[i]).en) : title_of(questions[i]));
  }
  return list;
}

std::string settles(const NextQuestion& next, const Style& style) {
  if (next.settles.empty()) {
    return style({"期限从这里起算", "a deadline hangs on it"});
  }
  const std::string words = style(say("能定: {}", "settles {}", titles(next.settles, style)));
  if (!next.at_most) {
    return words;
  }
  return words + style(*next.at_most == 0
                           ? Text{";这是最后一问", "; this is the last question"}
                           : say(";此后最多还有 {} 问", "; at most {} more after this", *next.at_most));
}

// The law a leaf that waits for the reply rests on: its own, or that of its rule.
std::string law_of(const RuleSet& rules, const Hanging& one, const Reason* reason, const Style& style) {
  const Rule& rule = *one.ground.rule;
  const bool own = reason != nullptr && !reason->leaf->cites.empty();
  return basis_of(rules.catalogue, own ? reason->leaf->cites : rule.basis, one.ground.law_on,
                  style.english());
}

// Of each answer the law of its strongest ground: where there is no article, the list.
std::string rests_on(const RuleSet& rules, const std::vector<Hanging>& hanging, const Style& style) {
  std::vector<std::string> laws;
  std::set<Question> done;
  for (const Hanging& one : hanging) {
    if (done.insert(one.question).second) {
      std::string law = law_of(rules, one, one.leaves.empty() ? nullptr : &one.leaves.front(), style);
      law = law.empty() ? style(source_of(one.ground)) : law;
      if (std::find(laws.begin(), laws.end(), law) == laws.end()) {
        laws.push_back(std::move(law));
      }
    }
  }
  return fmt::format("{}", fmt::join(laws, style.english() ? "; " : ";"));
}

std::string topic_name(const Topic& topic, const Case& a_case, const Style& style) {
  const std::string title = style(title_of(topic.grounds.question));
  if (!topic.measure) {
    return title;
  }
  return title + "(" +
         object_name(topic.grounds.rules.vocabulary, a_case.measures[*topic.measure].object,
                     style.english()) +
         ")";
}

}  // namespace

Text how_to_reply(const RuleSet& rules, const Query& query) {
  if (query.fact == kNoFact) {
    return {"写几个字,如“标签”", "some words of its title, or its id"};
  }
  const Fact& fact = rules.vocabulary.facts[query.fact];
  switch (fact.type) {
    case FactType::derived:
      return {"是写 y,否写 n,或者写上一次被处理的日期,如 2025-03-08",
              "y or n, or the day of the last violation, like 2025-03-08"};
    case FactType::boolean:
    case FactType::judgement:
      return {"是写 y,否写 n", "y or n"};
    case FactType::date:
      return {"日期,如 2026-11-23", "a date, like 2026-11-23"};
    case FactType::money:
      return {"金额,如 500元、1.5万元", "an amount in yuan, like 500 or 1.5万"};
    case FactType::integer:
      return fact.unit.empty() ? Text{"整数", "a whole number"}
                               : say("整数({})", "a whole number ({})", fact.unit);
    case FactType::text:
      return {"写几个字", "some words"};
    case FactType::enumeration:
      break;
  }
  Text list;
  for (std::size_t i = 0; i < fact.codes.size(); ++i) {
    list.zh += fmt::format("{}{} {}", i > 0 ? " | " : "", i + 1, fact.labels[i]);
    list.en += fmt::format("{}{} {}", i > 0 ? " | " : "", i + 1, fact.codes[i]);
  }
  const bool of_object = query.fact == measure_object(rules.vocabulary) && !query.measure;
  return of_object ? Text{list.zh + " | 无=不打算采取措施", list.en + " | none"} : list;
}

std::string short_question(const RuleSet& rules, const Case& a_case, const Query& query, const Style& style) {
  std::string text = style({"涉嫌什么违法行为?", "which offence is it?"});
  if (query.fact != kNoFact) {
    text = rules.vocabulary.facts[query.fact].ask;
  }
  if (query.measure) {
    text = "[" + object_name(rules.vocabulary, a_case.measures[*query.measure].object, style.english()) +
           "] " + text;
  }
  return text + "\n";
}

std::string question_text(const RuleSet& rules, const Case& a_case, const NextQuestion& next,
                          const std::vector<Hanging>& hanging, const Style& style) {
  const auto line = [&](const std::string& words) {
    return words.empty() ? "" : "  " + paint(style, Tone::faint, words) + "\n";
  };
  const std::string law = rests_on(rules, hanging, style);
  return short_question(rules, a_case, next.query, style) + line(settles(next, style)) +
         line(law.empty() ? "" : style(say("依据: {}", "law: {}", law))) +
         line(style(how_to_reply(rules, next.query)));
}

std::string wrong_reply_text(const RuleSet& rules, const Query& query, const std::string& words, Date on,
                             const Style& style) {
  constexpr std::size_t kMostShown = 60;
  const Text how = how_to_reply(rules, query);
  if (words.empty()) {
    return style(say("  请回答: {0}; {2}\n", "  please answer: {1}; {3}\n", how.zh, how.en, keywords().zh,
                     keywords().en));
  }
  const bool of_date = rules.vocabulary.facts[query.fact].type == FactType::date;
  if (const auto date = typed_date(words); of_date && date) {
    return style(say("  {} 晚于决定日 {}\n", "  {} is after the day of decision, {}\n", to_text(*date),
                     to_text(on)));
  }
  const std::string shown = words.size() <= kMostShown ? visible(words) : "…";
  return style(say("  看不懂 `{0}`: {1}\n", "  cannot read `{0}`: {2}\n", shown, how.zh, how.en));
}

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
      text += style(say("    另有 {} 项依据也等着它\n", "    {} more grounds wait for it\n", more[one.question]));
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
    const std::string list = titles(questions, style);
    text += "  - " + short_question(rules, dialogue.known(), query, style);
    text += "    " + paint(style, Tone::faint, style(say("关系到: {}", "concerns {}", list))) + "\n";
  }
  return text;
}

}  // namespace siqingdan
