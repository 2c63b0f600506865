#include "usage.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "base/suggest.h"
#include "base/unicode.h"

namespace siqingdan::cli {
namespace {

// CLI11's own English, where it stands inside a Chinese sentence.
std::string in_chinese(std::string what) {
  const std::pair<const char*, const char*> kWords[] = {{" not in {", " 不在其中: {"},
                                                        {"Could not convert: ", "读不懂 "},
                                                        {" missing", ""},
                                                        {" 1 required ", " 后面缺少 "}};
  for (const auto& [english, chinese] : kWords) {
    if (const auto at = what.find(english); at != std::string::npos) {
      what.replace(at, std::char_traits<char>::length(english), chinese);
    }
  }
  return what;
}

Text explain(const CLI::ParseError& error) {
  const std::string what = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const std::string missing = what.substr(0, what.find(" is required"));
    return missing == "A subcommand" ? say("缺少命令", "a command is missing")
                                     : say("缺少必要的参数 {}", "{} is missing", missing);
  }
  const std::string chinese = in_chinese(what);
  return say("参数的值不对: {0}", "a value is wrong: {1}", chinese, what);
}

// The words that belong to nothing, and what may have been meant.
Text explain_extras(const CLI::App& app) {
  const std::vector<std::string> words = app.remaining(true);
  std::vector<std::string> known;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    known.push_back(command->get_name());
    for (const CLI::App* inner : command->get_subcommands([](const CLI::App*) { return true; })) {
      known.push_back(inner->get_name());
      for (const CLI::Option* option : inner->get_options()) {
        known.push_back(option->get_name());
      }
    }
    for (const CLI::Option* option : command->get_options()) {
      known.push_back(option->get_name());
    }
  }
  const std::string word = words.empty() ? "" : words.front();
  const std::string near = nearest(word, known);
  Text text = say("不认识 `{}`", "nothing is called `{}`", word);
  if (!near.empty()) {
    const Text meant = say("。是不是 `{}`?", "; did you mean `{}`?", near);
    text.zh += meant.zh;
    text.en += meant.en;
  }
  return text;
}

// Global options, version, and the words of the help page.
void set_up_usage(CLI::App& app, Context& context) {
  app.name("siqingdan");
  app.description(
      in(context,
         {"四清单:轻微违法的宽容执法,依据、待问、待办一次说清(辅助,不代替决定)",
          "siqingdan: which of the four lists of leniency apply, on which articles, what to ask, what "
          "to do by when"}));
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", std::string("siqingdan ") + SIQINGDAN_VERSION,
                       in(context, {"显示版本", "show the version"}));
  if (const char* rules = std::getenv("SIQINGDAN_RULES")) {
    context.rules_dir = rules;
  }
  if (const char* database = std::getenv("SIQINGDAN_DB")) {
    context.db_path = database;
  }
  if (const char* bureau = std::getenv("SIQINGDAN_BUREAU")) {
    context.bureau = bureau;
  }
  app.add_option("--rules", context.rules_dir,
                 in(context, {"规则文件夹(默认用内置规则;也可用 SIQINGDAN_RULES)",
                              "folder of rules (built in by default; or SIQINGDAN_RULES)"}))
      ->type_name("DIR");
  app.add_option("--db", context.db_path,
                 in(context,
                    {"决定日志的数据库(也可用 SIQINGDAN_DB)", "database of the log (or SIQINGDAN_DB)"}))
      ->type_name("FILE");
  app.add_option("--bureau", context.bureau,
                 in(context,
                    {"作出决定的机关,查以往记录是否完整用(也可用 SIQINGDAN_BUREAU)",
                     "the bureau that decides, whose records must be complete (or SIQINGDAN_BUREAU)"}))
      ->type_name("NAME");
  restrict_to(Command(&app).add_option("--lang", context.language, in(context, {"语言", "language"})),
              {"zh", "zh-Hant", "en"});
  app.add_flag("--no-color", context.no_color, in(context, {"不用颜色", "no colour"}));
}

// After all commands were added: the same words for each of them.
void finish_usage(CLI::App& app, const Context& context) {
  // An empty value most often is a variable that was not set.
  const std::string empty = in(context, {"不能为空", "must not be empty"});
  const auto dress = [&](CLI::App& one) {
    for (CLI::Option* option :
         one.get_options([](const CLI::Option* o) { return o->get_expected_min() > 0; })) {
      option->check([empty](const std::string& value) { return value.empty() ? empty : std::string(); });
    }
    one.set_help_flag("-h,--help", in(context, {"显示帮助", "show this help"}));
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(24);
    if (!context.english()) {
      formatter->label("Usage", "用法");
      formatter->label("OPTIONS", "选项");
      formatter->label("Positionals", "参数");
      formatter->label("SUBCOMMAND", "命令");
      formatter->label("SUBCOMMANDS", "命令");
      formatter->label("REQUIRED", "(必填)");
      one.option_defaults()->group("选项");
      for (CLI::Option* option : one.get_options([](const CLI::Option* o) { return !o->get_positional(); })) {
        option->group("选项");
      }
      for (CLI::App* command : one.get_subcommands([](CLI::App*) { return true; })) {
        command->group("命令");
      }
    }
    one.formatter(formatter);
  };
  dress(app);
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    command->fallthrough();
    dress(*command);
    for (CLI::App* inner : command->get_subcommands([](CLI::App*) { return true; })) {
      inner->fallthrough();
      dress(*inner);
    }
  }
}

// Help and version go to standard output and end well; everything else is a usage error.
Exit report_usage(const CLI::App& app, const Context& context, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
      context.out(std::string(error.what()) + "\n");
    } else {
      context.out(app.help());
    }
    return Exit::done;
  }
  // A misspelt command is reported as a missing one, with the word left over.
  const bool missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const bool extras = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr ||
                      (missing && !app.remaining(true).empty());
  const Text text = extras ? explain_extras(app) : explain(error);
  context.err("siqingdan: " + visible(in(context, text)) + "\n" +
              in(context, {"用 siqingdan --help 看用法", "see siqingdan --help"}) + "\n");
  return Exit::usage;
}

}  // namespace

Exit run_command_line(int argc, char** argv, Context& context,
                      const std::function<void(Command program, Exit& result)>& add_commands) {
  Exit result = Exit::done;
  CLI::App app;
  set_up_usage(app, context);
  add_commands(Command(&app), result);
  finish_usage(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_usage(app, context, error);
  }
  return result;
}

}  // namespace siqingdan::cli
