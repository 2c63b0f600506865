#include "report/question_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "facts/typed_value.h"
#include "report/reply.h"
#include "report/words.h"

namespace siqingdan {
namespace {

std::string settles(const NextQuestion& next, const Style& style) {
  if (next.settles.empty()) {
    return style({"期限从这里起算", "a deadline hangs on it"});
  }
  std::string words = style(say("能定: {}", "settles {}", titles_of(next.settles, style)));
  if (!next.at_most) {
    return words;
  }
  return words + style(*next.at_most == 0
                           ? Text{";这是最后一问", "; this is the last question"}
                           : say(";此后最多还有 {} 问", "; at most {} more after this", *next.at_most));
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
  std::string all;
  for (const std::string& law : laws) {
    all += (all.empty() ? "" : style.english() ? "; " : ";") + law;
  }
  return all;
}

}  // namespace

std::string titles_of(const std::vector<Question>& questions, const Style& style) {
  std::string list;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const bool last = i + 1 == questions.size();
    list += i == 0 ? "" : !style.english() ? "、" : last ? " and " : ", ";
    list += style(style.english() ? say("{}", "no {}", title_of(questions[i]).en) : title_of(questions[i]));
  }
  return list;
}

std::string law_of(const RuleSet& rules, const Hanging& one, const Reason* reason, const Style& style) {
  const Rule& rule = *one.ground.rule;
  const bool own = reason != nullptr && !reason->leaf->cites.empty();
  return basis_of(rules.catalogue, own ? reason->leaf->cites : rule.basis, one.ground.law_on,
                  style.english());
}

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
    return style(
        say("  {} 晚于决定日 {}\n", "  {} is after the day of decision, {}\n", to_text(*date), to_text(on)));
  }
  const std::string shown = words.size() <= kMostShown ? visible(words) : "…";
  return style(say("  看不懂 `{0}`: {1}\n", "  cannot read `{0}`: {2}\n", shown, how.zh, how.en));
}

}  // namespace siqingdan
