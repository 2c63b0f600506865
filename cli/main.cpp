// The program's door: global options, the commands, and the one place where failures become exit statuses.

#include <signal.h>

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

void add_commands(Command program, Context& context, Exit& result) {
  add_check(program, context, result);
  add_log(program, context, result);
  add_match(program, context, result);
  add_review(program, context, result);
  add_history(program, context, result);
  add_rules(program, context, result);
  add_law(program, context, result);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is a full disk like another
  Context context;
  context.language = early_language(argc, argv);
  Exit exit = Exit::our_bug;
  try {
    exit = run_command_line(argc, argv, context,
                            [&](Command program, Exit& result) { add_commands(program, context, result); });
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
