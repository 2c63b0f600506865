// siqingdan match: from words to the offences they may speak of, and the facts they state.

#include <iostream>

#include "base/file.h"
#include "commands.h"
#include "json/canonical.h"
#include "json/value.h"
#include "match/fill_case.h"
#include "match/match.h"
#include "match/understand.h"
#include "report/match_text.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  std::string words;
  int count = 5;
  std::string on;
  std::string format = "text";
};

std::string words_of(const Options& options) {
  const bool from_input = options.words == "-";
  std::string words = from_input ? read_stream(std::cin, "-", kWordsLimit) : options.words;
  check_words(words, from_input ? "-" : "WORDS");
  return words;
}

void match(const Context& context, const Options& options) {
  const std::string words = words_of(options);
  const Speech& speech = context.speech();
  const Folded folded = fold(words);
  const auto [ranking, facts] = understand(context.learned(), speech.vocabulary, speech.words, folded,
                                           day_of(options.on), static_cast<std::size_t>(options.count));
  if (options.format == "json") {
    context.raw(json::pretty(to_json(ranking, to_json(facts, speech.vocabulary))) + "\n");
  } else {
    context.out(to_text(ranking, words, context.style()) +
                to_text(facts, speech.vocabulary, context.style()));
  }
}

}  // namespace

void add_match(Command app, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = app.add_subcommand("match", in(context, {"从一段话找出可能的案由",
                                                             "find the offence a description speaks of"}));
  command
      .add_option("WORDS", options->words,
                  in(context, {"发生了什么;- 表示从标准输入读", "what happened; -: standard input"}))
      .required();
  command
      .add_option("-n", options->count,
                  in(context, {"最多列出几个案由(默认 5)", "how many offences at most (5)"}))
      .in_range(1, 50)
      .type_name("N");
  command
      .add_option("--on", options->on,
                  in(context, {"这些话是哪一天说的(默认今天)", "the day the words were said (today)"}))
      .type_name("DATE");
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, &result, options] {
    match(context, *options);
    result = Exit::done;
  });
}

}  // namespace siqingdan::cli
