// siqingdan law: one provision, and everything in the rules that rests on it.

#include <algorithm>

#include "base/suggest.h"
#include "base/unicode.h"
#include "commands.h"
#include "law/statute_texts.h"
#include "rules/citations.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

using KnownLaw = std::pair<const std::string, Law>;

// By key, short name or full name, brackets and 中华人民共和国 aside.
const KnownLaw& find_law(const Catalogue& catalogue, const std::string& word) {
  const std::string wanted = plain_name(word);
  std::vector<std::string> names;
  std::string like;
  for (const KnownLaw& law : catalogue.laws) {
    bool contains = false;
    for (const std::string& name : {law.first, law.second.short_name, law.second.name}) {
      if (!name.empty() && plain_name(name) == wanted) {
        return law;
      }
      contains = contains || (!wanted.empty() && plain_name(name).find(wanted) != std::string::npos);
      names.push_back(name);
    }
    like += contains ? (like.empty() ? "`" : ", `") + law.first + "`" : "";
  }
  Text message = say("法律目录里没有 `{}`", "the catalogue has no law `{}`", word);
  const Text hint = like.empty() ? suggestion(word, names) : say("是不是 {}?", "did you mean {}?", like);
  if (!hint.empty()) {
    message.zh += "。" + hint.zh;
    message.en += "; " + hint.en;
  }
  throw Failure(message, Exit::usage);
}

Provision provision_of(const std::string& word) {
  const auto provision = parse_provision(word);
  if (!provision) {
    throw Failure(say("`{}` 不是条文,写成 20、二十 或 20(1)(2) 这样",
                      "`{}` is no provision; write it like 20, 二十 or 20(1)(2)", word),
                  Exit::usage);
  }
  return *provision;
}

Text name_of(const LawVersion& version) {
  Text name = version.text.empty() ? say("日期不详的文本", "a wording of unknown date")
                                   : say("{} 的文本", "the wording of {}", version.text);
  if (!version.number.empty()) {
    name.zh += ",";
    name.zh += version.number;
    name.en += ", " + version.number;
  }
  const Text from = version.from ? say(",{} 起施行", ", in force from {}", to_text(*version.from))
                                 : say(",施行日期目录没有写", ", the day it took effect is not recorded");
  return {name.zh + from.zh, name.en + from.en};
}

// The version in force and the next one to come.
const LawVersion* print_versions(const Context& context, const Law& law, Date on) {
  const LawVersion* now = nullptr;
  const LawVersion* next = nullptr;
  for (const LawLife& life : lives_of(law)) {
    if (life.period.contains(on)) {
      now = life.version;
    } else if (next == nullptr && life.period.from && on < *life.period.from) {
      next = life.version;
    }
  }
  const std::string day = to_text(on);
  context.out(
      day + ": " +
      visible(in(context, now != nullptr ? name_of(*now)
                                         : say("目录里没有那一天有效的版本",
                                               "the catalogue has no version in force on that day"))) +
      "\n");
  if (next != nullptr) {
    context.out(in(context, {"下一版: ", "next: "}) + visible(in(context, name_of(*next))) + "\n");
  }
  return now;
}

std::string indented(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += "  " + visible(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

// The words of the provision, or why they cannot be shown. False if the text lacks the provision.
bool print_text(const Context& context, const KnownLaw& law, const LawVersion& version,
                const Provision& provision, const StatuteTexts& texts) {
  const auto note = [&](const Text& words) {
    if (!words.empty()) {
      context.out("  (" + visible(in(context, words)) + ")\n");
    }
  };
  const StatuteChoice choice = texts.choose(law.first, law.second, version);
  if (choice.file == nullptr) {
    note(choice.note);
    return true;
  }
  const StatuteTexts::Read& read = texts.read(*choice.file);
  if (!read.text) {
    note({choice.file->name() + ": " + read.problem.zh, choice.file->name() + ": " + read.problem.en});
    return true;
  }
  const Lookup lookup = find(*read.text, provision);
  const bool found = lookup.found != Lookup::Found::no;
  context.out(found ? indented(lookup.text) : "");
  note(lookup.why);
  note(choice.note);
  return found;
}

std::string title_of(const RuleSet& rules, const std::string& owner) {
  for (const Rule& rule : rules.rules) {
    if (rule.id == owner) {
      return rule.title;
    }
  }
  for (const List& list : rules.lists) {
    if (list.id == owner) {
      return list.title;
    }
  }
  const auto offence = rules.catalogue.offences.find(owner);
  return offence == rules.catalogue.offences.end() ? "" : offence->second.title;
}

// A place that cites the article rests on each of its items, and one that cites an item on that item only.
bool rests_on(const Citation& cite, const std::string& law, const Provision& provision) {
  const auto fits = [](int cited, int wanted) { return cited == 0 || wanted == 0 || cited == wanted; };
  return cite.law == law && ArticleNumber{cite.article, 0} == provision.article &&
         fits(cite.paragraph, provision.paragraph) && fits(cite.item, provision.item);
}

void print_places(const Context& context, const RuleSet& rules, const std::string& law,
                  const Provision& provision, Date on) {
  std::string text;
  std::string owner;
  std::size_t now = 0;
  std::size_t at_other_times = 0;
  std::size_t whole = 0;
  for (const Cited& cited : citations_of(context.rule_files(), context.rules_root(), rules)) {
    if (cited.cite.law == law && cited.cite.article == 0) {
      ++whole;
    }
    if (!rests_on(cited.cite, law, provision)) {
      continue;
    }
    if (!cited.counts().contains(on)) {
      ++at_other_times;
      continue;
    }
    ++now;
    if (cited.owner != owner) {
      owner = cited.owner;
      text += "  " + visible(owner + "  " + title_of(rules, owner)) + "\n";
    }
    const std::string provision_words = context.english() ? provision_in_english(cited.cite)
                                                          : provision_in_chinese(cited.cite);
    text += "      " + cited.part + "  " + provision_words +
            (cited.cite.says.empty() ? "" : "  " + cited.cite.says) + "\n";
  }
  context.out("\n" + in(context, say("依据它的规则 ({})\n", "what rests on it ({})\n", now)) + text);
  if (at_other_times > 0) {
    context.out(in(context, say("  另有 {} 处在这一天不生效\n", "  {} more that do not count on that day\n",
                                at_other_times)));
  }
  if (whole > 0) {
    context.out(in(context, say("  另有 {} 处引用整部法\n", "  {} more cite the law as a whole\n", whole)));
  }
}

struct Options {
  std::string law;
  std::string article;
  std::string statutes;
  std::string on;
};

void show(const Context& context, const Options& options) {
  const RuleSet& rules = context.rules();
  const KnownLaw& law = find_law(rules.catalogue, options.law);
  const Provision provision = provision_of(options.article);
  const Date on = day_of(options.on);
  std::optional<StatuteTexts> texts;
  if (!options.statutes.empty()) {
    texts = StatuteTexts::open(options.statutes);
  }
  const Text words{in_chinese(provision), in_english(provision)};
  context.out(law.second.name + " " + in(context, words) + "\n");
  const LawVersion* version = print_versions(context, law.second, on);
  bool found = true;
  if (!texts) {
    context.out(
        in(context,
           {"\n  (条文原文不在程序里;用 --statutes DIR 指明法律文本文件夹就会显示)\n",
            "\n  (the text of the law is not part of the program; --statutes DIR shows it from a folder "
            "of statute texts)\n"}));
  } else if (version != nullptr) {
    context.out("\n");
    found = print_text(context, law, *version, provision, *texts);
  }
  print_places(context, rules, law.first, provision, on);
  if (!found) {
    throw Failure(say("{0} 没有{1}", "{0} has no {2}", law.first, words.zh, words.en), Exit::usage);
  }
}

}  // namespace

void add_law(Command app, Context& context, Exit& /*result*/) {
  Command law = app.add_subcommand("law", in(context, {"法律条文", "the law"}));
  law.require_subcommand();
  auto options = std::make_shared<Options>();
  Command command = law.add_subcommand("show", in(context, {"显示一条条文,以及依据它的规则、案由",
                                                            "show a provision and what rests on it"}));
  command.add_option("LAW", options->law, in(context, {"法名或者简称", "its name or short name"}))
      .type_name("")
      .required();
  command.add_option("ARTICLE", options->article, "20, 二十, 20(1)(2)").type_name("").required();
  command
      .add_option("--statutes", options->statutes,
                  in(context, {"法律文本文件夹(如 LawRefBook/Laws 的副本)",
                               "folder of statute texts (such as a clone of LawRefBook/Laws)"}))
      .type_name("DIR");
  command.add_option("--on", options->on, in(context, {"以哪一天为准(默认今天)", "as of which day (today)"}))
      .type_name("DATE");
  command.callback([&context, options] { show(context, *options); });
}

}  // namespace siqingdan::cli
