#include "record/filter.h"

#include "base/failure.h"
#include "base/suggest.h"
#include "base/unicode.h"
#include "record/select.h"

namespace siqingdan {
namespace {

using Words = std::vector<std::string>;

[[noreturn]] void refuse(Text message, const Text& hint = {}) {
  if (!hint.empty()) {
    message.zh += ";" + hint.zh;
    message.en += "; " + hint.en;
  }
  throw Failure(std::move(message), Exit::usage);
}

// What stands in the filter can be compared with what stands in the log.
void check_text(const std::string& value) {
  if (first_invalid_utf8(value)) {
    refuse(say("筛选条件 `{}` 不是 UTF-8 文字", "the filter `{}` is not UTF-8 text", visible(value)));
  }
}

void check_span(const Filter& filter) {
  if (filter.from && filter.until && *filter.until < *filter.from) {
    refuse(say("时间段到 {1} 为止,却从 {0} 开始", "the span begins on {0} but ends on {1}",
               to_text(*filter.from), to_text(*filter.until)));
  }
}

std::string joined(const Words& words) {
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : ", ") + std::string(word);
  }
  return all;
}

void check_one_of(const std::string& value, const Text& what, const Words& known) {
  if (!value.empty() && std::find(known.begin(), known.end(), value) == known.end()) {
    refuse(say("没有叫 `{0}` 的{1};只有 {3}", "no {2} is called `{0}`: there is {3}", value, what.zh, what.en,
               joined(known)));
  }
}

void check_question(const Filter& filter) {
  if (filter.question && filter.answer.empty() && filter.rule.empty() && filter.standing.empty()) {
    refuse(say("--question 要和 --answer、--rule 或者 --standing 一起用: 那个问题怎么样?",
               "--question goes with --answer, --rule or --standing: what of that question?"));
  }
}

Words answers() {
  Words all;
  for (const Answer answer :
       {Answer::applies, Answer::does_not_apply, Answer::undetermined, Answer::not_listed}) {
    all.emplace_back(name_of(answer));
  }
  return all;
}

Words standings() {
  Words all;
  for (const Standing standing :
       {Standing::confirmed, Standing::official, Standing::reported, Standing::drafted}) {
    all.emplace_back(name_of(standing));
  }
  return all;
}

void check_offence(const Filter& filter, const Log& log, const std::function<const RuleSet&()>& rules) {
  Filter only;
  only.offence = filter.offence;
  if (filter.offence.empty() || any_row(log, only)) {
    return;
  }
  const Catalogue& catalogue = rules().catalogue;
  if (catalogue.offences.contains(filter.offence) || catalogue.domains.contains(filter.offence)) {
    return;
  }
  Words known = catalogue.offence_ids();
  for (const auto& [domain, title] : catalogue.domains) {
    known.push_back(domain);
  }
  refuse(say("没有叫 `{}` 的案由或者领域", "no offence or domain is called `{}`", filter.offence),
         suggestion(filter.offence, known));
}

void check_rule(const Filter& filter, const Log& log, const std::function<const RuleSet&()>& rules) {
  Filter only;
  only.rule = filter.rule;
  if (filter.rule.empty() || any_row(log, only)) {
    return;
  }
  Words known;
  for (const Rule& rule : rules().rules) {
    if ((rule.id + "/").starts_with(filter.rule + "/")) {
      return;
    }
    known.push_back(rule.id);
  }
  for (const List& list : rules().lists) {
    known.push_back(list.id);
  }
  refuse(say("没有叫 `{}` 的清单或者条目;`siqingdan rules list` 列出全部",
             "no list or item is called `{}`: `siqingdan rules list` shows all", filter.rule),
         suggestion(filter.rule, known));
}

}  // namespace

std::vector<Text> check(const Filter& filter, const Log& log, const std::function<const RuleSet&()>& rules) {
  for (const std::string* value :
       {&filter.answer, &filter.rule, &filter.standing, &filter.offence, &filter.officer, &filter.party}) {
    check_text(*value);
  }
  check_span(filter);
  check_one_of(filter.answer, {"答案", "answer"}, answers());
  check_one_of(filter.standing, {"可靠程度", "standing"}, standings());
  check_question(filter);
  check_offence(filter, log, rules);
  check_rule(filter, log, rules);

  std::vector<Text> remarks;
  Filter by;
  by.officer = filter.officer;
  if (!filter.officer.empty() && !any_row(log, by)) {
    remarks.push_back(
        say("日志里没有经办人 `{}` 的决定", "the log holds no decision by `{}`", visible(filter.officer)));
  }
  Filter of;
  of.party = filter.party;
  if (!filter.party.empty() && !any_row(log, of)) {
    remarks.push_back(say("日志里没有当事人 `{}`", "the log knows no party `{}`", visible(filter.party)));
  }
  return remarks;
}

}  // namespace siqingdan
