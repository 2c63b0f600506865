// What every command gets: the global options, the rules, the language, the clock and where to print.
//
// cli/ is the only place that prints, reads the clock or the environment, or catches.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/failure.h"
#include "base/issue.h"
#include "match/understand.h"
#include "record/entry.h"
#include "report/language.h"
#include "rules/bundle.h"
#include "rules/read_rules.h"
#include "rules/speech.h"

namespace siqingdan::cli {

struct Context {
  std::string rules_dir;  // --rules or SIQINGDAN_RULES; empty: built in
  std::string db_path;    // --db or SIQINGDAN_DB; empty: below the user's data folder
  std::string bureau;     // --bureau or SIQINGDAN_BUREAU: that decides; empty: see party_history
  std::string language = "zh";
  bool no_color = false;

  Style style() const;      // for standard output
  bool english() const { return language == "en"; }

  // The rules of --rules, read and checked, or the built-in ones. If they are wrong, prints every issue and
  // throws Stop(1). Loaded once, by the first call.
  const RuleSet& rules() const;
  // The built-in ones, whatever --rules says; loaded once.
  const RuleSet& built_in_rules() const;
  // What it takes to read facts out of words; for a command that does only that, cheaper than rules().
  const Speech& speech() const;
  // What the words of a description say for each offence: built in, or learned from the rules folder
  // (seconds).
  const Evidence& evidence() const;
  // The same with what its labelled texts teach of facts (seconds more).
  Learned learned() const;
  // The same as files, with their tests and issues.
  RuleBase rule_base() const;
  std::vector<SourceFile> rule_files() const;
  std::string rules_root() const;
  Bundles bundles() const;

  // The path of the database; Failure if there is no home to put it in.
  std::string database() const;

  // Prints issues to standard error, in the language.
  void print(const Issues& issues) const;
  void out(const std::string& text) const;  // to standard output, Traditional if asked for
  void raw(const std::string& text) const;  // the same as it is: JSON, rule files
  void err(const std::string& text) const;
  // Says what was recorded and, on standard error, if the entry before bears a later time.
  void say_recorded(const Recorded& recorded) const;
  void warn_of_clock(const Recorded& recorded) const;
  // The entry that was recorded last, so that a failure afterwards can say that it is there; 0: none.
  void note_recorded(const Recorded& recorded) const { last_recorded_ = recorded.id; }
  std::int64_t last_recorded() const { return last_recorded_; }

 private:
  mutable std::int64_t last_recorded_ = 0;
  const RuleBase& folder() const;  // of --rules, sound
};

// Ends the command with this status; everything has been said.
struct Stop {
  Exit exit;
};

// `--on DATE`, or today in Shanghai. Throws Failure (exit 2) if it is no date.
Date day_of(const std::string& option);

// Now, in Shanghai: 2026-11-23T09:30:00+08:00. SIQINGDAN_NOW stands in for the clock in tests.
std::string now();

bool output_is_terminal();
bool input_is_terminal();

}  // namespace siqingdan::cli
