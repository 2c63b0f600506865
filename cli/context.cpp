#include "context.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "base/file.h"
#include "base/moment.h"
#include "base/unicode.h"
#include "rules/builtin.h"

namespace siqingdan::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

Style Context::style() const {
  Style style;
  style.language = language == "en" ? Language::en : language == "zh-Hant" ? Language::zh_hant : Language::zh;
  style.colour = !no_color && environment("NO_COLOR").empty() && output_is_terminal();
  return style;
}

std::string Context::rules_root() const { return rules_dir.empty() ? "rules" : rules_dir; }

std::vector<SourceFile> Context::rule_files() const {
  return rules_dir.empty() ? builtin_files() : read_json_tree(rules_dir, kRuleFileLimit);
}

RuleBase Context::rule_base() const { return read_rules(rule_files(), rules_root(), builtin_schemas()); }

Bundles Context::bundles() const { return bundle(rule_files(), rules_root()); }

// All that is loaded is kept to the end of the process: giving back its many small strings would take a
// one-shot command as long as reading them.

const RuleSet& Context::rules() const { return rules_dir.empty() ? built_in_rules() : *folder().rules; }

const RuleSet& Context::built_in_rules() const {
  static const auto* const kept = new RuleSet(builtin_rules());
  return *kept;
}

const Speech& Context::speech() const {
  static const auto* const kept = new Speech(
      rules_dir.empty() ? builtin_speech() : Speech{rules().vocabulary, folder().fact_words});
  return *kept;
}

const Evidence& Context::evidence() const {
  static const auto* const learned = new std::string(
      rules_dir.empty() ? "" : learn_evidence(rules().catalogue, folder().descriptions));
  static const Evidence evidence(rules_dir.empty() ? builtin_evidence() : *learned);
  return evidence;
}

Learned Context::learned() const {
  static const auto* const learned = new std::string(
      rules_dir.empty() ? "" : learn_fact_evidence(folder().labelled, rules().vocabulary, speech().words));
  static const FactEvidence facts(rules_dir.empty() ? builtin_fact_evidence() : *learned);
  return {evidence(), facts};
}

const RuleBase& Context::folder() const {
  static const auto* const kept = new RuleBase(rule_base());
  if (!kept->rules) {
    print(kept->issues);
    throw Stop{Exit::wrong_file};
  }
  return *kept;
}

std::string Context::database() const {
  if (!db_path.empty()) {
    return db_path;
  }
  const std::string data = environment("XDG_DATA_HOME");
  const std::string home = environment("HOME");
  if (data.empty() && home.empty()) {
    throw Failure(say("不知道把数据库放在哪里:没有 HOME", "there is no HOME to put the database in"));
  }
  return (data.empty() ? home + "/.local/share" : data) + "/siqingdan/decisions.db";
}

void Context::print(const Issues& issues) const {
  std::string text;
  for (const Issue& issue : issues.all()) {
    text += to_line(issue, english());
  }
  err(text);
}

void Context::out(const std::string& text) const { raw(finish(style(), text)); }

void Context::raw(const std::string& text) const {
  std::cout << text;
  std::cout.flush();
  if (!std::cout) {
    throw Failure(say("输出写不出去", "cannot write the output"));
  }
}

void Context::err(const std::string& text) const { std::cerr << finish(style(), text); }

std::string now() {
  std::string standing = environment("SIQINGDAN_NOW");
  if (!standing.empty()) {
    if (!parse_moment(standing)) {
      throw Failure(say("SIQINGDAN_NOW 要写成 2026-11-23T09:30:00+08:00 这样,不能是 `{}`",
                        "SIQINGDAN_NOW must look like 2026-11-23T09:30:00+08:00, not `{}`",
                        visible(standing)),
                    Exit::usage);
    }
    return standing;
  }
  // China has kept one time, eight hours ahead of UTC and without daylight saving, since 1991.
  const auto local = std::chrono::system_clock::now() + std::chrono::hours{8};
  const auto seconds = std::chrono::floor<std::chrono::seconds>(local);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss time{seconds - day};
  return fmt::format("{}T{:02}:{:02}:{:02}+08:00", to_text(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

void Context::say_recorded(const Recorded& recorded) const {
  note_recorded(recorded);
  const Text text = say("已记录: 第 {} 号 {}\n", "recorded: entry {} {}\n", recorded.id, recorded.digest);
  out(english() ? text.en : text.zh);
  warn_of_clock(recorded);
}

void Context::warn_of_clock(const Recorded& recorded) const {
  if (!recorded.clock_was.empty()) {
    const Text text = say("注意: 前一条记于 {0},比现在的时钟还晚;已按现在的时钟记录,核对电脑的日期和时间\n",
                          "note: the entry before was written at {0}, later than the clock says now; it was "
                          "recorded with the clock's time: check the date and time of the computer\n",
                          visible(recorded.clock_was));
    err(english() ? text.en : text.zh);
  }
}

Date day_of(const std::string& option) {
  const std::string text = option.empty() ? now().substr(0, 10) : option;
  const auto date = parse_date(text);
  if (!date) {
    throw Failure(say("`{}` 不是存在的日期,写成 2026-11-23 这样",
                      "`{}` is no date that exists; write it like 2026-11-23", text),
                  Exit::usage);
  }
  return *date;
}

bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool input_is_terminal() { return isatty(STDIN_FILENO) == 1; }

}  // namespace siqingdan::cli
