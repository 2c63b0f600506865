// siqingdan log correct: something recorded was wrong. Nothing is overwritten: the correction is an entry of
// its own that names what it replaces, who made it and why.

#include <iostream>

#include "base/unicode.h"
#include "case_input.h"
#include "confirm.h"
#include "decide/decide.h"
#include "decide/recount.h"
#include "json/quick.h"
#include "json/value.h"
#include "log_commands.h"
#include "log_withdraw.h"
#include "record/append.h"
#include "record/kinds.h"
#include "record/read.h"
#include "report/decision_text.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::int64_t id = 0;
  std::string file;
  std::string outcome;
  std::string on;
  std::string because;
  std::string officer;
  std::string format = "text";
  bool withdraw = false;
};

// What a correction changed of one question.
struct Change {
  Question question;
  RecordedAnswer before;
  std::string answer;
  std::string rule;
};

std::vector<Change> changes(const DecisionRow& before, const Decision& after) {
  std::vector<Change> all;
  for (const QuestionAnswer& answer : after.answers) {
    const RecordedAnswer& was = before.answers[static_cast<std::size_t>(answer.question)];
    const Ground* lead = answer.findings.lead();
    const std::string now = name_of(answer.findings.answer);
    const std::string rule = lead == nullptr ? "" : lead->rule->id;
    if (was.answer != now || was.rule != rule) {
      all.push_back({answer.question, was, now, rule});
    }
  }
  return all;
}

Text words_for(const std::string& answer) {
  static const std::pair<const char*, Text> kWords[] = {{"applies", {"适用", "applies"}},
                                                        {"does_not_apply", {"不适用", "does not apply"}},
                                                        {"undetermined", {"待定", "undetermined"}},
                                                        {"not_listed", {"未列入清单", "not listed"}}};
  for (const auto& [code, words] : kWords) {
    if (answer == code) {
      return words;
    }
  }
  return same(answer);
}

std::string words_for(const Context& context, const std::string& answer, const std::string& rule) {
  return in(context, words_for(answer)) + (rule.empty() ? "" : " " + rule);
}

void show_changes(const Context& context, const std::vector<Change>& all) {
  std::string text = in(context, all.empty() ? Text{"四个问题的答案都没有变\n", "no answer has changed\n"}
                                             : Text{"变化:\n", "what changed:\n"});
  for (const Change& change : all) {
    text += "  " + in(context, title_of(change.question)) + ": " +
            words_for(context, change.before.answer, change.before.rule) + " → " +
            words_for(context, change.answer, change.rule) + "\n";
  }
  context.out(text);
}

json::Value to_json(const std::vector<Change>& all) {
  json::Value value = json::Value::array();
  for (const Change& change : all) {
    value.push_back({{"question", name_of(change.question)},
                     {"from", {{"answer", change.before.answer}, {"rule", change.before.rule}}},
                     {"to", {{"answer", change.answer}, {"rule", change.rule}}}});
  }
  return value;
}

// The digest of the rules that a decision was made with.
std::string rules_of(const Entry& entry) {
  const auto body = json::read_quickly(entry.body);
  const json::Node* node = body ? &*body : nullptr;
  for (const char* key : {"decision", "made_with", "rules"}) {
    node = node == nullptr ? nullptr : node->find(key);
  }
  return node == nullptr ? "" : node->text;
}

// What whoever corrects must know beside the answers.
void say_what_follows(const Context& context, const Log& log, const Entry& original, const RuleSet& rules) {
  if (rules_of(original) != rules.digest) {
    context.err(
        in(context,
           say("第 {} 号是用别的规则决定的,变化也可能由此而来\n",
               "decision {} was made with other rules: what changed may come from them too\n", original.id)));
  }
  const std::vector<LaterEntry> later = later_entries(log, original.id);
  if (std::any_of(later.begin(), later.end(), [](const LaterEntry& each) { return each.kind == kOutcome; })) {
    context.err(in(context, say("第 {} 号记录过实际决定;更正以后要用 `siqingdan log outcome` 重新记录\n",
                                "what was really decided was recorded with {}: record it anew with "
                                "`siqingdan log outcome`\n",
                                original.id)));
  }
}

SourceFile source_of(const Options& options) {
  if (options.file.empty() && input_is_terminal()) {
    throw Failure(say("没有案件:写更正以后的案件文件", "no case: name the file of the corrected case"),
                  Exit::usage);
  }
  if (options.file.empty() || options.file == "-") {
    return {"-", read_stream(std::cin, "-", kCaseLimit)};
  }
  return {options.file, read_file(options.file, kCaseLimit)};
}

void correct_decision(const Context& context, const Options& options, Log& log, const Entry& original) {
  if (!options.outcome.empty()) {
    throw Failure(
        say("第 {} 号是决定: 写更正以后的案件文件;--outcome 用于更正复查结果",
            "entry {} is a decision: name the corrected case; --outcome is for the result of a review",
            options.id),
        Exit::usage);
  }
  const auto before = decision(log, options.id);
  if (!before) {
    bug("a decision that is not in the index");
  }
  const Date on = day_of(options.on.empty() ? before->on : options.on);
  const RuleSet& rules = context.rules();
  const Case a_case = read_case_or_stop(context, source_of(options), on);
  require_confirmed(rules, a_case);
  if (a_case.id != before->case_id) {
    throw Failure(say("第 {0} 号是案件 `{1}`,文件里是 `{2}`: 更正的须是同一案件",
                      "entry {0} is the case `{1}`, the file holds `{2}`: a correction is of the same case",
                      options.id, visible(before->case_id), visible(a_case.id)),
                  Exit::usage);
  }
  const Decision after = decide(rules, a_case, on);
  const Recorded recorded = append_decision(
      log, after, {options.officer, now()}, [&] { return context.bundles(); },
      Replaces{options.id, options.because});
  say_what_follows(context, log, original, rules);
  const std::vector<Change> changed = changes(*before, after);
  if (options.format == "json") {
    json::Value value = siqingdan::to_json(after, context.english());
    value["recorded"] = {{"id", recorded.id}, {"digest", recorded.digest}};
    value["replaces"] = {{"id", options.id}, {"because", options.because}, {"changed", to_json(changed)}};
    context.raw(json::pretty(value) + "\n");
    return;
  }
  context.out(to_text(after, context.style()));
  show_changes(context, changed);
  context.out(in(context, say("已记录: 第 {0} 号 {1},更正第 {2} 号", "recorded: entry {0} {1}, corrects {2}",
                              recorded.id, recorded.digest, options.id)) +
              "\n");
  context.warn_of_clock(recorded);
}

// The duties of the restart that the right outcome brings about, if it does.
std::vector<DueDuty> restart_of(const Context& context, const Log& log, const json::Node& review,
                                const std::string& outcome) {
  const json::Node* of = review.find("decision");
  const auto row = of == nullptr ? std::nullopt : decision(log, of->integer);
  return row && restarts_procedure(outcome) ? duties_of_restart(context.rules(), row->offence, day_of(""))
                                            : std::vector<DueDuty>();
}

void correct_review(const Context& context, const Options& options, Log& log, const Entry& original) {
  if (options.outcome.empty() || !options.file.empty() || !options.on.empty()) {
    throw Failure(say("第 {} 号是复查结果: 只写正确的 --outcome",
                      "entry {} is the result of a review: give the right --outcome and nothing else",
                      options.id),
                  Exit::usage);
  }
  const auto body = json::read_quickly(original.body);
  const json::Node* follow_up = body ? body->find("follow_up") : nullptr;
  const json::Node* was = body ? body->find("outcome") : nullptr;
  if (follow_up == nullptr || was == nullptr) {
    throw Failure(say("第 {} 号读不出来;用 `siqingdan log verify` 核验日志",
                      "entry {} cannot be read: verify the log with `siqingdan log verify`", options.id),
                  Exit::tampered);
  }
  const json::Node* duty = body->find("duty");
  if (duty == nullptr || !fits_outcome(duty->text, options.outcome)) {
    throw Failure(say("复查 {0} 不能是 {1} 这样的结果", "follow-up {0} cannot end as {1}", follow_up->integer,
                      options.outcome),
                  Exit::usage);
  }
  const Recorded recorded = append_review(log, follow_up->integer, options.outcome, options.because,
                                          {options.officer, now()},
                                          restart_of(context, log, *body, options.outcome), options.id)
                                .review;
  if (options.format == "json") {
    const json::Value value = {{"follow_up", follow_up->integer},
                               {"outcome", options.outcome},
                               {"recorded", {{"id", recorded.id}, {"digest", recorded.digest}}},
                               {"replaces",
                                {{"id", options.id}, {"because", options.because}, {"outcome", was->text}}}};
    context.raw(json::pretty(value) + "\n");
    return;
  }
  context.out(in(context, say("复查 {0}: {1} → {2}\n", "follow-up {0}: {1} → {2}\n", follow_up->integer,
                              was->text, options.outcome)) +
              in(context, say("已记录: 第 {0} 号 {1},更正第 {2} 号", "recorded: entry {0} {1}, corrects {2}",
                              recorded.id, recorded.digest, options.id)) +
              "\n");
  context.warn_of_clock(recorded);
}

void check_alone(const Options& options) {
  if (!options.file.empty() || !options.outcome.empty() || !options.on.empty()) {
    throw Failure(
        say("--withdraw 只撤回,不写案件文件、--outcome 或者 --on;要改成别的,撤回以后重新导入或者重新登记",
            "--withdraw goes without a case, --outcome or --on: what is right is imported or entered again "
            "afterwards"),
        Exit::usage);
  }
}

void correct(const Context& context, const Options& options) {
  if (options.withdraw) {
    check_alone(options);
    Log log = open_to_amend(context);
    withdraw(context, log, {options.id, options.because, options.officer, options.format == "json"});
    return;
  }
  if (options.officer.empty()) {
    throw Failure(say("缺少必要的参数 --officer: 写明谁更正", "--officer is missing: say who corrects it"),
                  Exit::usage);
  }
  Log log = open_to_amend(context);
  const auto original = entry(log, options.id);
  if (!original) {
    throw Failure(say("日志里没有第 {} 号", "the log has no entry {}", options.id), Exit::usage);
  }
  if (original->kind == kDecision) {
    correct_decision(context, options, log, *original);
  } else if (original->kind == kReview) {
    correct_review(context, options, log, *original);
  } else if (original->kind == kHistory || original->kind == kClock) {
    throw Failure(say("第 {0} 号不能更正,只能撤回: `siqingdan log correct {0} --withdraw --because 理由`",
                      "entry {0} cannot be corrected, only withdrawn: `siqingdan log correct {0} --withdraw "
                      "--because WHY`",
                      options.id),
                  Exit::usage);
  } else {
    throw Failure(
        say("第 {0} 号不是决定,也不是复查结果,不能这样更正;`siqingdan log show {0}` 看它是什么",
            "entry {0} is neither a decision nor the result of a review and cannot be corrected like "
            "this: see `siqingdan log show {0}`",
            options.id),
        Exit::usage);
  }
}

}  // namespace

void add_log_correct(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand(
      "correct",
      in(context, {"更正决定或者复查结果,撤回导入或者期限变动: 不覆盖,另记一条",
                   "correct a decision or the result of a review, withdraw an import or what moved "
                   "a deadline: it is added, nothing is overwritten"}));
  command.add_option("ID", options->id, in(context, {"要更正的编号", "number of what was wrong"})).required();
  command
      .add_option("CASE", options->file,
                  in(context, {"更正以后的案件文件;- 或不写:从标准输入读",
                               "the corrected case; - or nothing: standard input"}))
      .type_name("FILE");
  restrict_to(command.add_option("--outcome", options->outcome,
                                 in(context, {"更正复查结果", "for a review: the right result"})),
              {"done", "rectified", "not_rectified", "reoffended"});
  command.add_option("--because", options->because, in(context, {"为什么更正", "why"}))
      .type_name("WHY")
      .required();
  command.add_flag("--withdraw", options->withdraw,
                   in(context, {"撤回导入的以往决定或者期限变动: 从此不再算数",
                                "withdraws an import of earlier decisions or what moved a deadline: it "
                                "counts no more"}));
  command
      .add_option("--officer", options->officer,
                  in(context, {"谁更正(--withdraw 时可以不写)",
                               "who corrects it (may be left out with "
                               "--withdraw)"}))
      .type_name("WHO");
  command
      .add_option("--on", options->on,
                  in(context, {"决定日(默认原决定的决定日)", "the day of decision (that of the original)"}))
      .type_name("DATE");
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, options] { correct(context, *options); });
}

}  // namespace siqingdan::cli
