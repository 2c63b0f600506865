#include "filter_options.h"

#include "base/unicode.h"
#include "log_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

std::optional<Date> day_or_nothing(const std::string& option) {
  return option.empty() ? std::nullopt : std::optional(day_of(option));
}

}  // namespace

void add_filter(Command command, const Context& context, FilterOptions& options) {
  const auto add = [&](const char* name, std::string& value, const Text& help, const char* type) {
    Option option = command.add_option(name, value, in(context, help));
    option.type_name(type);
    return option;
  };
  add("--from", options.from, {"决定日从这一天起(含)", "decided on this day or later"}, "DATE");
  add("--until", options.until, {"决定日到这一天止(含)", "decided on this day or earlier"}, "DATE");
  restrict_to(add("--question", options.question,
                  {"哪个问题,和下面三项一起用", "which question; goes with the next three"}, ""),
              question_names());
  restrict_to(add("--answer", options.answer, {"它的答案", "its answer"}, ""),
              {"applies", "does_not_apply", "undetermined", "not_listed"});
  add("--rule", options.rule,
      {"它依据的清单或者条目,如 songjiang/no-filing-2022/01",
       "the list or item it rests on, like songjiang/no-filing-2022/01"},
      "RULE");
  restrict_to(add("--standing", options.standing,
                  {"那个条目的可靠程度", "how far that item can be relied on"}, ""),
              {"confirmed", "official", "reported", "drafted"});
  add("--offence", options.offence, {"案由,或者整个领域", "an offence, or a whole domain"}, "ID");
  add("--officer", options.officer, {"经办人", "who decided"}, "WHO");
  add("--party", options.party,
      {"当事人: 统一社会信用代码,或者名称的一部分", "the party: its code, or a part of its name"}, "PARTY");
  command.add_flag("--open", options.open,
                   in(context, {"还有没办结的后续事项", "with a follow-up that is still open"}));
  command.add_flag("--corrected", options.corrected,
                   in(context, {"已经被更正的", "those that another decision took the place of"}));
}

Filter filter_of(const Context& context, const FilterOptions& options, const Log& log) {
  const Filter filter{day_or_nothing(options.from),
                      day_or_nothing(options.until),
                      options.question.empty() ? std::nullopt
                                               : std::optional(question_named(options.question)),
                      options.answer,
                      options.rule,
                      options.standing,
                      options.offence,
                      options.officer,
                      options.party,
                      options.open,
                      options.corrected};
  for (const Text& remark : check(filter, log, [&]() -> const RuleSet& { return context.rules(); })) {
    context.err(in(context, remark) + "\n");
  }
  return filter;
}

Text words_for(const FilterOptions& options) {
  Text words;
  const auto add = [&](const Text& part) {
    words.zh += (words.zh.empty() ? "" : " · ") + part.zh;
    words.en += (words.en.empty() ? "" : " · ") + part.en;
  };
  if (!options.from.empty() || !options.until.empty()) {
    add(say("{0} 至 {1}(含)", "{0} to {1}, both included", options.from.empty() ? "…" : options.from,
            options.until.empty() ? "…" : options.until));
  }
  const std::pair<const std::string&, Text> kTexts[] = {{options.question, {"问题", "question"}},
                                                        {options.answer, {"答案", "answer"}},
                                                        {options.rule, {"条目", "item"}},
                                                        {options.standing, {"可靠程度", "standing"}},
                                                        {options.offence, {"案由", "offence"}},
                                                        {options.officer, {"经办人", "officer"}},
                                                        {options.party, {"当事人", "party"}}};
  for (const auto& [value, name] : kTexts) {
    if (!value.empty()) {
      const std::string shown = visible(value);
      add({name.zh + " " + shown, name.en + " " + shown});
    }
  }
  if (options.open) {
    add({"有未办结的后续事项", "with open follow-ups"});
  }
  if (options.corrected) {
    add({"已被更正", "corrected"});
  }
  return words;
}

}  // namespace siqingdan::cli
