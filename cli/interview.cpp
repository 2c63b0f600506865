#include "interview.h"

#include <algorithm>
#include <iostream>

#include "base/suggest.h"
#include "base/unicode.h"
#include "decide/decide.h"
#include "report/words.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

class Interview {
 public:
  Interview(const Context& context, const RuleSet& rules, Date on, Case& a_case)
      : context_(context), rules_(rules), on_(on), case_(a_case) {}

  bool run() {
    if (case_.id.empty() && !ask_case_number()) {
      return false;
    }
    for (;;) {
      const Decision decision = decide(rules_, case_, on_);
      const auto next = next_question(decision);
      if (!next) {
        return true;
      }
      const Ask& ask = *next;
      const auto answer = question(ask);
      if (!answer) {
        return false;
      }
      if (*answer == "q") {
        return true;
      }
      if (ask.fact == kNoFact) {
        set_offence(*answer);
      } else if (!set_fact(ask, *answer)) {
        return false;
      }
    }
  }

 private:
  // First what settles an answer, then what a duty waits for.
  std::optional<Ask> next_question(const Decision& decision) const {
    if (!decision.ask.empty()) {
      return decision.ask.front();
    }
    for (const DueDuty& duty : decision.duties) {
      const FactId fact = rules_.vocabulary.find(duty.waiting_for);
      if (fact != kNoFact && !case_.facts.at(fact) && !case_.facts.was_asked(fact) &&
          !rules_.vocabulary.facts[fact].about_measure) {
        return Ask{fact, {}, std::nullopt};
      }
    }
    return std::nullopt;
  }

  // A decision without a number cannot be found again.
  bool ask_case_number() {
    tell(say("案件编号(没有就回车)\n> ", "the number of the case (or just enter)\n> "));
    const auto number = read_line();
    if (!number) {
      return false;
    }
    case_.id = visible(*number);
    if (!case_.id.empty()) {
      case_.written["case"] = case_.id;
    }
    return true;
  }

  void tell(const Text& text) { context_.out(in(context_, text)); }

  std::optional<std::string> read_line() {
    std::string line;
    if (!std::getline(std::cin, line)) {
      tell(say("\n输入中断,没有作出决定,什么也没有记录\n",
               "\nthe input ended: nothing was decided, nothing recorded\n"));
      return std::nullopt;
    }
    line.erase(0, line.find_first_not_of(" \t\r"));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    return line;
  }

  std::optional<std::string> question(const Ask& ask) {
    std::string settles;
    for (const Question q : ask.settles) {
      settles += (settles.empty() ? "" : context_.english() ? ", " : "、") + in(context_, title_of(q));
    }
    if (ask.fact == kNoFact) {
      tell(say("\n涉嫌什么违法行为?写几个字,如“标签”;停止写 q\n",
               "\nwhich offence is it? some words of its title, or its id; q to stop\n"));
    } else {
      const Fact& fact = rules_.vocabulary.facts[ask.fact];
      const std::string about = ask.measure
                                    ? "[" +
                                          object_name(rules_.vocabulary, case_.measures[*ask.measure].object,
                                                      context_.english()) +
                                          "] "
                                    : "";
      tell(same("\n" + about + fact.ask + "\n"));
      tell(settles.empty() ? say("  (期限从这里起算;{};不清楚写 ?,停止写 q)\n",
                                 "  (a deadline hangs on it; {}; ? if it cannot be established, q to stop)\n",
                                 choices(fact))
                           : say("  (关系到: {};{};不清楚写 ?,停止写 q)\n",
                                 "  (settles: {}; {}; ? if it cannot be established, q to stop)\n", settles,
                                 choices(fact)));
    }
    tell({"> ", "> "});
    return read_line();
  }

  std::string choices(const Fact& fact) const {
    if (fact.is_yes_or_no()) {
      return in(context_, {"是写 y,否写 n", "y or n"});
    }
    if (fact.type == FactType::enumeration) {
      std::string list;
      for (std::size_t i = 0; i < fact.codes.size(); ++i) {
        list += fmt::format("{}{} {}", i > 0 ? " | " : "", i + 1,
                            context_.english() ? fact.codes[i] : fact.labels[i]);
      }
      return fact.name == "measure.object" ? list + in(context_, {" | 无=不打算采取措施", " | none"}) : list;
    }
    if (fact.type == FactType::date) {
      return "2026-11-23";
    }
    return fact.type == FactType::money ? in(context_, {"整数分", "whole fen"}) : fact.unit;
  }

  void set_offence(const std::string& words) {
    std::vector<const Offence*> found;
    for (const auto& [id, offence] : rules_.catalogue.offences) {
      if (id == words) {
        found = {&offence};
        break;
      }
      const auto fits = [&](const std::string& text) { return text.find(words) != std::string::npos; };
      if (!words.empty() &&
          (fits(offence.title) || std::any_of(offence.aliases.begin(), offence.aliases.end(), fits))) {
        found.push_back(&offence);
      }
    }
    if (found.size() == 1) {
      case_.offence = found.front()->id;
      case_.written["offence"] = case_.offence;
      tell(same("  → " + found.front()->title + "\n"));
      return;
    }
    tell(found.empty() ? say("  没有找到,换几个字试试\n", "  nothing fits: try other words\n")
                       : say("  有 {} 个,写得再具体些:\n", "  {} offences fit, say more:\n", found.size()));
    for (const Offence* offence : found) {
      tell(same("    " + offence->id + "  " + offence->title + "\n"));
    }
  }

  std::optional<Known> parse(const Fact& fact, const std::string& words) {
    static const std::vector<std::string> kYes = {"y", "yes", "true", "是", "有"};
    static const std::vector<std::string> kNo = {"n", "no", "false", "否", "没有", "无"};
    if (fact.is_yes_or_no()) {
      const bool yes = std::find(kYes.begin(), kYes.end(), words) != kYes.end();
      const bool no = std::find(kNo.begin(), kNo.end(), words) != kNo.end();
      return yes || no ? std::optional<Known>(Known{yes ? 1 : 0, {}, {}, {}}) : std::nullopt;
    }
    for (std::size_t i = 0; i < fact.codes.size(); ++i) {
      if (words == fact.codes[i] || words == fact.labels[i] || words == std::to_string(i + 1)) {
        return Known{static_cast<std::int64_t>(i), {}, {}, {}};
      }
    }
    if (fact.type == FactType::date) {
      const auto date = parse_date(words);
      return date && *date <= on_ ? std::optional<Known>(Known{to_number(*date), {}, {}, {}}) : std::nullopt;
    }
    const bool digits = !words.empty() && words.size() < 16 &&
                        std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    return fact.is_number() && digits ? std::optional<Known>(Known{std::stoll(words), {}, {}, {}})
                                      : std::nullopt;
  }

  bool set_fact(const Ask& ask, const std::string& words) {
    const Fact& fact = rules_.vocabulary.facts[ask.fact];
    if (fact.name == "measure.object" && (words == "无" || words == "none")) {
      case_.measures_named = true;
      case_.written["measures"] = json::Value::array();
      return true;
    }
    FactSheet& sheet = ask.measure ? case_.measures[*ask.measure].facts : case_.facts;
    json::Value& facts = ask.measure ? case_.written["measures"][*ask.measure]["facts"]
                                     : case_.written["facts"];
    if (words == "?") {
      sheet.set_unknowable(ask.fact);
      facts[fact.name] = nullptr;
      return true;
    }
    auto known = parse(fact, words);
    if (!known) {
      tell(words.empty() ? say("  请回答,或者写 ? 或 q\n", "  please answer, or write ? or q\n")
                         : say("  看不懂 `{}`\n", "  cannot read `{}`\n", visible(words)));
      return true;
    }
    known->from = "asked";
    json::Value value = {{"value", written(fact, *known)}};
    if (fact.type == FactType::judgement) {
      tell(say("  理由: ", "  because: "));
      const auto reason = read_line();
      if (!reason) {
        return false;
      }
      known->because = visible(*reason);
      value["because"] = known->because;
    }
    value["from"] = known->from;
    facts[fact.name] = std::move(value);
    sheet.set(ask.fact, std::move(*known));
    return true;
  }

  const Context& context_;
  const RuleSet& rules_;
  Date on_;
  Case& case_;
};

}  // namespace

bool interview(const Context& context, const RuleSet& rules, Date on, Case& a_case) {
  if (!input_is_terminal()) {
    throw Failure(say("--ask 要在终端上用;不在终端时,把事实写进案件文件",
                      "--ask needs a terminal; elsewhere write the facts into the case"),
                  Exit::usage);
  }
  return Interview(context, rules, on, a_case).run();
}

}  // namespace siqingdan::cli
