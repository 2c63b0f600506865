// The program's door: global options, the commands, and the one place where failures become exit statuses.

#include <signal.h>
#include <CLI/CLI.hpp>

#include <iostream>

#include "base/unicode.h"
#include "commands.h"
#include "usage.h"

namespace {

using namespace siqingdan;
using namespace siqingdan::cli;

void say_failure(const Context& context, const Text& message) {
  context.err("siqingdan: " + visible(context.english() ? message.en : message.zh) + "\n");
}

// The language is needed for the messages of the parser itself, so it is looked for before parsing.
std::string early_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--lang" && i + 1 < argc) {
      return argv[i + 1];
    }
    if (word.rfind("--lang=", 0) == 0) {
      return word.substr(7);
    }
  }
  return "zh";
}

Exit run(int argc, char** argv, Context& context) {
  Exit result = Exit::done;
  CLI::App app;
  set_up_usage(app, context);
  add_check(app, context, result);
  add_log(app, context, result);
  add_match(app, context, result);
  add_review(app, context, result);
  add_history(app, context, result);
  add_rules(app, context, result);
  add_law(app, context, result);
  finish_usage(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_usage(app, context, error);
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is a full disk like another
  Context context;
  context.language = early_language(argc, argv);
  Exit exit = Exit::our_bug;
  try {
    exit = run(argc, argv, context);
  } catch (const Stop& stop) {
    exit = stop.exit;
  } catch (const Failure& failure) {
    say_failure(context, failure.message());
    if (context.last_recorded() > 0) {
      say_failure(context, say("第 {} 号已经记录,不要再记一次",
                               "entry {} was recorded: do not record it again", context.last_recorded()));
    }
    exit = failure.exit();
  } catch (const std::bad_alloc&) {
    say_failure(context, say("内存不够", "out of memory"));
    exit = Exit::world;
  } catch (const std::exception& problem) {
    say_failure(context, say("程序自身的错误,请把这一行报给维护者: {}",
                             "our own bug, please send this line to the maintainers: {}",
                             std::string(problem.what())));
  }
  return static_cast<int>(exit);
}
