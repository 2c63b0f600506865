// The command line's own language: help and errors in Chinese or English, and our exit status for them.

#pragma once

#include "base/text.h"
#include "context.h"

namespace CLI {
class App;
class Option;
class ParseError;
}  // namespace CLI

namespace siqingdan::cli {

// Global options, version, and the words of the help page.
void set_up_usage(CLI::App& app, Context& context);

// After all commands were added: the same words for each of them.
void finish_usage(CLI::App& app, const Context& context);

// Help and version go to standard output and end well; everything else is a usage error.
Exit report_usage(const CLI::App& app, const Context& context, const CLI::ParseError& error);

// An option that takes one of a few words; help shows them as `text|json|md`.
void restrict_to(CLI::Option* option, const std::vector<std::string>& words);

// The text in the language of the context.
inline std::string in(const Context& context, const Text& text) {
  return context.english() ? text.en : text.zh;
}

}  // namespace siqingdan::cli
