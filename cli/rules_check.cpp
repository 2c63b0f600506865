// siqingdan rules check: the mistakes in the files, and what time does to them.

#include "json/canonical.h"

#include "json/value.h"
#include "rules/analysis.h"
#include "rules_commands.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr std::size_t kPlacesShown = 3;

struct Options {
  WindowOptions window;
  std::string format = "text";
};

json::Value counts_of(const RuleSet& rules) {
  return {{"lists", rules.lists.size()},
          {"items", rules.rules.size()},
          {"facts", rules.vocabulary.facts.size()},
          {"offences", rules.catalogue.offences.size()},
          {"laws", rules.catalogue.laws.size()}};
}

json::Value written(const Finding& finding, bool english) {
  return {{"code", finding.code},
          {"message", english ? finding.message.en : finding.message.zh},
          {"places", finding.places}};
}

std::string places_of(const Context& context, const Finding& finding) {
  std::string text;
  for (std::size_t i = 0; i < finding.places.size() && i < kPlacesShown; ++i) {
    text += "\n    " + finding.places[i];
  }
  if (finding.places.size() > kPlacesShown) {
    text += "\n    " + in(context, say("…… 共 {} 处,见 --format json",
                                       "... {} places in all, see --format json", finding.places.size()));
  }
  return text;
}

Exit check(const Context& context, const Options& options) {
  const RuleBase base = sound_base(context);
  const RuleSet& rules = *base.rules;
  const Window window{day_of(options.window.on), options.window.ahead};
  const auto cited = citations_of(context.rule_files(), context.rules_root(), rules);
  const std::vector<Finding> findings = analyse(rules, cited, window);
  if (options.format == "json") {
    json::Value all = json::Value::array();
    for (const Finding& finding : findings) {
      all.push_back(written(finding, context.english()));
    }
    context.raw(json::pretty({{"on", to_text(window.on)},
                              {"ahead_days", window.ahead},
                              {"counts", counts_of(rules)},
                              {"findings", std::move(all)}}) +
                "\n");
    return Exit::done;
  }
  context.out(in(context, say("规则没有错误: 清单 {},条目 {},事实 {},案由 {},法律 {}\n",
                              "the rules are sound: {} lists, {} items, {} facts, {} offences, {} laws\n",
                              rules.lists.size(), rules.rules.size(), rules.vocabulary.facts.size(),
                              rules.catalogue.offences.size(), rules.catalogue.laws.size())));
  context.out(in(context,
                 say("按 {} 看,前瞻 {} 天: {} 处要留意\n", "as of {}, looking {} days ahead: {} finding(s)\n",
                     to_text(window.on), window.ahead, findings.size())));
  for (const Finding& finding : findings) {
    context.out("  [" + finding.code + "] " + in(context, finding.message) + places_of(context, finding) +
                "\n");
  }
  return Exit::done;
}

}  // namespace

void add_window(Command command, const Context& context, WindowOptions& options) {
  command.add_option("--on", options.on,
                     in(context, {"按哪一天看(默认今天)", "as of which day (default: today)"}));
  command
      .add_option("--ahead", options.ahead,
                  in(context, {"往前看多少天的变化", "how many days ahead to look for changes"}))
      .in_range(0, 36500)
      .show_default();
}

void add_rules_check(Command rules, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = rules.add_subcommand(
      "check",
      in(context, {"检查规则文件,一次报出全部错误;再看各版本之间的空档、重叠和将要到来的变化",
                   "check the rule files, every mistake at once; then gaps, overlaps and coming changes"}));
  add_window(command, context, options->window);
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, &result, options] { result = check(context, *options); });
}

}  // namespace siqingdan::cli
