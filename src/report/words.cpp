#include "report/words.h"
#include "json/value.h"

#include <algorithm>

namespace siqingdan {

namespace {

Text granted(Question question, Effect effect) {
  const bool must = effect == Effect::must;
  switch (question) {
    case Question::no_site_inspection:
      return must ? Text{"不现场检查(应当)", "must not inspect on site"}
                  : Text{"可以不现场检查", "need not inspect on site"};
    case Question::no_filing:
      return must ? Text{"不予立案(应当)", "must not file a case"}
                  : Text{"可以不予立案", "may leave unfiled"};
    case Question::no_coercive_measure:
      return must ? Text{"不采取强制措施(应当)", "must not use coercion"}
                  : Text{"可以不采取强制措施", "may do without coercion"};
    case Question::no_penalty:
      return must ? Text{"不予处罚(应当)", "must not be penalised"}
                  : Text{"可以不予处罚", "may go unpenalised"};
  }
  return {};
}

}  // namespace

Text words_for(Question question, const Findings& findings) {
  switch (findings.answer) {
    case Answer::applies: {
      const Text words = granted(question, findings.lead()->rule->effect);
      return is_drafted(findings)
                 ? say("草拟: {0}(不得引用)", "DRAFTED: {1} (do not cite)", words.zh, words.en)
                 : words;
    }
    case Answer::does_not_apply:
      return {"不适用", "does not apply"};
    case Answer::undetermined:
      return {"待定", "undetermined"};
    case Answer::not_listed:
      return {"未列入清单", "not listed"};
  }
  return {};
}

Text words_for(Question question, const LawSide& side) {
  if (side.answer == Answer::applies && side.effect) {
    return granted(question, *side.effect);
  }
  Findings findings;
  findings.answer = side.answer;
  return words_for(question, findings);
}

Text words_for(Applied applied) {
  switch (applied) {
    case Applied::act:
      return {"适用行为时的规则,它更宽", "the law of the act applies: it is more lenient"};
    case Applied::decision:
      return {"适用决定时的规则,它更宽", "the law of the decision applies: it is more lenient"};
    case Applied::same:
      return {"两者结果相同", "both come to the same"};
    case Applied::open:
      return {"哪个更宽,要看还不清楚的事实,由承办人判断",
              "which is more lenient depends on what is not known yet; the officer decides"};
  }
  return {};
}

Text words_for(Standing standing) {
  switch (standing) {
    case Standing::drafted:
      return {"草拟条目,不是公布原文,不得引用", "DRAFTED item, not the published text, do not cite"};
    case Standing::reported:
      return {"已公布条目(据报道,原文未见)", "published item (reported, wording not seen)"};
    case Standing::official:
      return {"官方文本", "official text"};
    case Standing::confirmed:
      return {"已核对官方文本", "confirmed against the official text"};
  }
  return {};
}

bool is_drafted(const Findings& findings) {
  return findings.answer == Answer::applies && findings.lead()->rule->standing == Standing::drafted;
}

const char* mark_of(const Findings& findings) {
  return is_drafted(findings) ? "!" : mark_of(findings.answer);
}

Tone tone_of(const Findings& findings) {
  return is_drafted(findings) ? Tone::loud : tone_of(findings.answer);
}

const char* mark_of(Answer answer) {
  switch (answer) {
    case Answer::applies:
      return "✓";
    case Answer::does_not_apply:
      return "✗";
    case Answer::undetermined:
      return "?";
    case Answer::not_listed:
      return "-";
  }
  return "?";
}

Tone tone_of(Answer answer) {
  switch (answer) {
    case Answer::applies:
      return Tone::good;
    case Answer::does_not_apply:
      return Tone::bad;
    case Answer::undetermined:
      return Tone::open;
    case Answer::not_listed:
      return Tone::faint;
  }
  return Tone::plain;
}

Text source_of(const Ground& ground) {
  const Rule& rule = *ground.rule;
  const List& list = *ground.list;
  const std::string& name = list.short_title.empty() ? list.title : list.short_title;
  if (list.statute || rule.number.empty()) {
    return same(name);
  }
  if (rule.number_provisional) {
    return say("{} 暂编第 {} 项(序号未核)", "{} item {} (number not verified)", name, rule.number);
  }
  return say("{} 第 {} 项", "{} item {}", name, rule.number);
}

std::string basis_of(const Catalogue& catalogue, const std::vector<Citation>& cites, Date law_on,
                     bool english) {
  std::string text;
  const std::string* law = nullptr;
  for (auto at = cites.begin(); at != cites.end(); ++at) {
    const Citation& cite = *at;
    const bool repeated = std::any_of(cites.begin(), at,
                                      [&](const Citation& c) { return c.same_place(cite); });
    if (repeated || !cite.holds_on(law_on)) {
      continue;
    }
    text += text.empty() ? "" : (english ? "; " : "、");
    // A law cited twice in a row is named once.
    if (law != nullptr && *law == cite.law && cite.article > 0) {
      text += english ? provision_in_english(cite) : provision_in_chinese(cite);
    } else {
      text += english ? catalogue.in_english(cite) : catalogue.in_chinese(cite);
    }
    law = &cite.law;
  }
  return text;
}

Text amount_of(const Number& number, const Number::Value& value) {
  switch (number.unit) {
    case Unit::working_days:
      return say("{} 个工作日", "{} working day(s)", value.is);
    case Unit::calendar_days:
      return say("{} 日", "{} day(s)", value.is);
    case Unit::months:
      return say("{} 个月", "{} month(s)", value.is);
    case Unit::years:
      return say("{} 年", "{} year(s)", value.is);
    case Unit::fen:
      return say("{}.{:02} 元", "{}.{:02} yuan", value.is / 100, value.is % 100);
    case Unit::count:
      return same(std::to_string(value.is));
  }
  return {};
}

std::string object_name(const Vocabulary& vocabulary, const std::string& object, bool english) {
  const FactId id = vocabulary.find("measure.object");
  if (id == kNoFact || english) {
    return object;
  }
  const Fact& fact = vocabulary.facts[id];
  const auto code = std::find(fact.codes.begin(), fact.codes.end(), object);
  return code == fact.codes.end() ? object : fact.labels[static_cast<std::size_t>(code - fact.codes.begin())];
}

Text words_for_origin(const std::string& from) {
  if (from == kFromTextConfirmed) {
    return {"(据文字,已确认)", "(from the words, confirmed)"};
  }
  if (from == kFromTextAccepted) {
    return {"(据文字,未逐项确认)", "(from the words, accepted unseen)"};
  }
  return {"(据文字,待确认)", "(from the words, to be confirmed)"};
}

std::string value_of(const Fact& fact, const Known& known, bool english) {
  switch (fact.type) {
    case FactType::boolean:
    case FactType::judgement:
    case FactType::derived:
      return known.number != 0 ? (english ? "yes" : "是") : (english ? "no" : "否");
    case FactType::enumeration:
      return fact.labels[static_cast<std::size_t>(known.number)];
    case FactType::date:
      return to_text(from_number(static_cast<int>(known.number)));
    case FactType::money:
      return fmt::format("{}.{:02} {}", known.number / 100, known.number % 100, english ? "yuan" : "元");
    case FactType::integer:
      return std::to_string(known.number) + (fact.unit.empty() ? "" : " " + fact.unit);
    case FactType::text:
      return known.text;
  }
  return {};
}

}  // namespace siqingdan
