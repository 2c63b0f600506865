#include "report/question_text.h"

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
  const std::string list = titles(next.settles, style);
  std::string words = style(say("能定: {}", "settles {}", list));
  if (!next.at_most) {
    return words;
  }
  return words + style(*next.at_most == 0
                           ? Text{";这是最后一问", "; this is the last question"}
                           : say(";此后最多还有 {} 问", "; at most {} more after this", *next.at_most));
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

std::string question_text(const RuleSet& rules, const Case& a_case, const NextQuestion& next,
                          const Style& style) {
  const Query& query = next.query;
  std::string text = style({"涉嫌什么违法行为?", "which offence is it?"});
  if (query.fact != kNoFact) {
    text = rules.vocabulary.facts[query.fact].ask;
  }
  if (query.measure) {
    text = "[" + object_name(rules.vocabulary, a_case.measures[*query.measure].object, style.english()) +
           "] " + text;
  }
  return "\n" + text + "\n  " + paint(style, Tone::faint, settles(next, style)) + "\n  " +
         paint(style, Tone::faint, style(how_to_reply(rules, query))) + "\n";
}

std::string why_text(const RuleSet& rules, const Query& query, const std::vector<Hanging>& hanging,
                     const Style& style) {
  std::string text;
  for (const Hanging& one : hanging) {
    const Rule& rule = *one.ground.rule;
    const auto law = [&](const std::vector<Citation>& cites) {
      const std::string basis = basis_of(rules.catalogue, cites, one.ground.law_on, style.english());
      return basis.empty() ? "" : "  " + paint(style, Tone::faint, basis);
    };
    text += "  " + style(title_of(one.question)) + "  " + style(source_of(one.ground)) + "  " + rule.title +
            "\n";
    for (const Reason& reason : one.leaves) {
      const bool exclusion = reason.leaf->role == Condition::Role::exclusion;
      text += "    " + style(exclusion ? Text{"排除: ", "excluded by: "} : Text{"条件: ", "condition: "}) +
              reason.leaf->says + law(reason.leaf->cites.empty() ? rule.basis : reason.leaf->cites) + "\n";
    }
    if (one.leaves.empty()) {
      text += "    " +
              style({"条件: 行为发生在这些规则有效的时候", "condition: the act was done under that law"}) +
              law(rule.basis) + "\n";
    }
  }
  const std::string evidence = query.fact == kNoFact ? "" : rules.vocabulary.facts[query.fact].evidence;
  if (!evidence.empty()) {
    text += "  " + style(say("凭据: {}", "evidence: {}", evidence)) + "\n";
  }
  return text;
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

}  // namespace siqingdan
