// siqingdan rules: for the legal section, which writes the law down.

#include "base/suggest.h"

#include "commands.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"
#include "report/table.h"
#include "rules_commands.h"
#include "trial/trial.h"
#include "usage.h"

namespace siqingdan::cli {
RuleBase sound_base(const Context& context) {
  RuleBase base = context.rule_base();
  context.print(base.issues);
  if (!base.rules) {
    throw Stop{Exit::wrong_file};
  }
  return base;
}

namespace {

Exit test(const Context& context, bool coverage) {
  const RuleBase base = sound_base(context);
  const Trial trial = run_tests(base);
  for (const RuleTrial* one : trial.all()) {
    const RuleTrial& rule = *one;
    context.print(rule.failures);
    for (const std::string& hole : rule.holes()) {
      context.err(rule.rule + ": " + in(context, say("测试没有见过: {}", "not seen by any test: {}", hole)) +
                  "\n");
    }
    if (coverage) {
      for (const auto& [leaf, seen] : rule.leaves) {
        context.out(fmt::format("{} {}: yes {}, no {}, unknown {}\n", rule.rule, leaf,
                                seen[static_cast<std::size_t>(Truth::yes)],
                                seen[static_cast<std::size_t>(Truth::no)],
                                seen[static_cast<std::size_t>(Truth::unknown)]));
      }
    }
  }
  context.out(in(context,
                 say("条目 {},测试 {},失败 {};条件 {},没有把是、否、不明都测到的 {} 处\n",
                     "{} items, {} tests, {} failed; {} leaves, {} gaps in seeing each yes, no and unknown\n",
                     trial.rules.size(), trial.tests(), trial.failures(), trial.leaves(), trial.holes())));
  return trial.failures() + trial.holes() == 0 ? Exit::done : Exit::wrong_file;
}

// What an item covers, as one word: an offence's id, `food.*`, or nothing for all.
json::Value offence_of(const Rule& rule) {
  if (rule.covers.all) {
    return nullptr;
  }
  std::string all;
  for (const std::string& id : rule.covers.offences) {
    all += (all.empty() ? "" : ", ") + id;
  }
  for (const std::string& domain : rule.covers.domains) {
    all += (all.empty() ? "" : ", ") + domain + ".*";
  }
  return all;
}

void list(const Context& context, const std::string& format) {
  const RuleSet& rules = context.rules();
  Table table({in(context, {"条目", "rule"}), in(context, {"问题", "question"}),
               in(context, {"可靠程度", "standing"}), in(context, {"名称", "title"})});
  json::Value all = json::Value::array();
  for (const Rule& rule : rules.rules) {
    const List& of = rules.lists[rule.list];
    all.push_back({{"rule", rule.id},
                   {"list", of.id},
                   {"question", name_of(of.question)},
                   {"title", rule.title},
                   {"offence", offence_of(rule)},
                   {"standing", name_of(rule.standing)},
                   {"from", to_text(rule.from)},
                   {"until", rule.until ? json::Value(to_text(*rule.until)) : json::Value(nullptr)}});
    table.add({rule.id, name_of(of.question), name_of(rule.standing), rule.title});
  }
  if (format == "json") {
    context.raw(json::pretty(all) + "\n");
  } else {
    context.out(table.text());
  }
}

// The file of the item or list, as it was written.
Exit show(const Context& context, const std::string& id) {
  std::vector<std::string> known;
  for (const SourceFile& file : context.rule_files()) {
    std::string path = path_in(context.rules_root(), file.path);
    if (path.rfind("lists/", 0) != 0) {
      continue;
    }
    path = path.substr(6, path.size() - 6 - 5);
    if (path == id || path == id + "/list") {
      context.raw(file.text);
      return Exit::done;
    }
    known.push_back(path);
  }
  Text message = say("没有条目或者清单 `{}`", "there is no item or list `{}`", id);
  const Text hint = suggestion(id, known);
  if (!hint.empty()) {
    message.zh += "。" + hint.zh;
    message.en += "; " + hint.en;
  }
  throw Failure(message, Exit::usage);
}

}  // namespace

void add_rules(Command app, Context& context, Exit& result) {
  Command rules = app.add_subcommand("rules", in(context, {"规则库", "the rule base"}));
  rules.require_subcommand();

  add_rules_check(rules, context, result);
  add_rules_status(rules, context, result);
  add_cite(rules, context, result);

  auto coverage = std::make_shared<bool>(false);
  Command test_command = rules.add_subcommand("test", in(context, {"运行规则文件里的测试",
                                                                   "run the tests inside the rule files"}));
  test_command.add_flag("--coverage", *coverage,
                        in(context, {"逐条件列出覆盖情况", "list the coverage of every leaf"}));
  test_command.callback([&context, &result, coverage] { result = test(context, *coverage); });

  auto format = std::make_shared<std::string>("text");
  Command list_command = rules.add_subcommand("list", in(context, {"列出条目", "list the items"}));
  restrict_to(list_command.add_option("--format", *format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  list_command.callback([&context, format] { list(context, *format); });

  auto id = std::make_shared<std::string>();
  Command show_command = rules.add_subcommand("show",
                                              in(context, {"显示一个条目或者清单", "show one item or list"}));
  show_command.add_option("ID", *id, "songjiang/no-filing-2022/01").required();
  show_command.callback([&context, &result, id] { result = show(context, *id); });
}

}  // namespace siqingdan::cli
