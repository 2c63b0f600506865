// siqingdan rules cite: whether every provision that the rules cite is there, in the texts of the law.

#include <algorithm>
#include <map>
#include <tuple>

#include "base/unicode.h"
#include "commands.h"
#include "json/value.h"
#include "rules/check_citations.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

using Verdict = CitationCheck::Verdict;

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all += (all.empty() ? "" : ", ") + name;
  }
  return all;
}

json::Value to_json(const Context& context, const CitationCheck& check) {
  const Citation& cite = check.cited->cite;
  const auto number = [](int n) { return n > 0 ? json::Value(n) : json::Value(nullptr); };
  const Place& place = check.cited->place;
  return {{"where", check.cited->where()},
          {"at", fmt::format("{}:{}:{}", place.file, place.line, place.column)},
          {"law", cite.law},
          {"article", number(cite.article)},
          {"paragraph", number(cite.paragraph)},
          {"item", number(cite.item)},
          {"text", check.texts.empty() ? json::Value(nullptr) : json::Value(joined(check.texts))},
          {"why", in(context, check.why)}};
}

// The checks by what came of them.
struct Sorted {
  std::vector<CitationCheck> missing;
  std::vector<CitationCheck> no_text;
  std::vector<CitationCheck> notes;  // checked, but something remains to be said
  std::size_t checked = 0;
};

Sorted sorted(const std::vector<CitationCheck>& checks) {
  Sorted all;
  for (const CitationCheck& check : checks) {
    if (check.verdict == Verdict::missing) {
      all.missing.push_back(check);
    } else if (check.verdict == Verdict::no_text) {
      all.no_text.push_back(check);
    } else {
      ++all.checked;
      if (!check.why.empty()) {
        all.notes.push_back(check);
      }
    }
  }
  return all;
}

void print_json(const Context& context, const Sorted& all, std::size_t citations) {
  json::Value report = {{"citations", citations}, {"checked", all.checked}};
  const auto add = [&](const char* key, const std::vector<CitationCheck>& checks) {
    report[key] = json::Value::array();
    for (const CitationCheck& check : checks) {
      report[key].push_back(to_json(context, check));
    }
  };
  add("missing", all.missing);
  add("no_text", all.no_text);
  add("notes", all.notes);
  context.raw(json::pretty(report) + "\n");
}

std::string provision_of(const Context& context, const Citation& cite) {
  const std::string words = context.english() ? provision_in_english(cite) : provision_in_chinese(cite);
  return words.empty() ? in(context, {"整部", "as a whole"}) : words;
}

using Numbers = std::tuple<int, int, int>;  // article, paragraph, item
Numbers numbers_of(const Citation& cite) { return {cite.article, cite.paragraph, cite.item}; }

// By law, each provision once with all the places that cite it: they must be mended.
void print_missing(const Context& context, const std::vector<CitationCheck>& checks) {
  std::map<std::string, std::map<std::pair<Numbers, std::string>, std::vector<const Cited*>>> laws;
  for (const CitationCheck& check : checks) {
    std::string why = in(context, check.why);
    if (!check.texts.empty()) {
      why.insert(0, joined(check.texts) + ": ");
    }
    laws[check.cited->cite.law][{numbers_of(check.cited->cite), why}].push_back(check.cited);
  }
  std::string text = in(context, say("\n原文没有的 ({})\n", "\nmissing ({})\n", checks.size()));
  for (const auto& [law, provisions] : laws) {
    text += law + "\n";
    for (const auto& [key, places] : provisions) {
      text += fmt::format("  {}  {}\n", provision_of(context, places.front()->cite), visible(key.second));
      for (const Cited* cited : places) {
        text += fmt::format("      {}:{}  {}\n", visible(cited->place.file), cited->place.line,
                            visible(cited->part));
      }
    }
  }
  context.out(checks.empty() ? "" : text);
}

// By law and reason, the provisions in a row.
void print_group(const Context& context, const Text& title, const std::vector<CitationCheck>& checks) {
  std::map<std::pair<std::string, std::string>, std::map<Numbers, const Cited*>> groups;
  for (const CitationCheck& check : checks) {
    groups[{check.cited->cite.law, in(context, check.why)}].emplace(numbers_of(check.cited->cite),
                                                                    check.cited);
  }
  std::string text = "\n" + in(context, title) + fmt::format(" ({})\n", checks.size());
  for (const auto& [key, provisions] : groups) {
    text += fmt::format("{}: {}\n ", key.first, visible(key.second));
    for (const auto& provision : provisions) {
      text += " " + provision_of(context, provision.second->cite);
      text += provision.first == provisions.rbegin()->first ? "\n" : ",";
    }
  }
  context.out(checks.empty() ? "" : text);
}

Exit cite(const Context& context, const std::string& statutes, const std::string& format) {
  const RuleSet& rules = context.rules();
  const StatuteTexts texts = StatuteTexts::open(statutes);
  const std::vector<Cited> citations = citations_of(context.rule_files(), context.rules_root(), rules);
  const Sorted all = sorted(check_citations(citations, rules.catalogue, texts));
  context.print(texts.unreadable());
  if (format == "json") {
    print_json(context, all, citations.size());
  } else {
    context.out(in(context, say("引用 {} 处: 原文都有的 {},原文没有的 {},没有文本可核对的 {}\n",
                                "{} citations: {} checked, {} missing, {} without a text\n", citations.size(),
                                all.checked, all.missing.size(), all.no_text.size())));
    print_missing(context, all.missing);
    print_group(context, {"没有文本可核对的", "without a text"}, all.no_text);
    print_group(context, {"核对了,但要留意的", "checked, with a reservation"}, all.notes);
  }
  return all.missing.empty() ? Exit::done : Exit::wrong_file;
}

}  // namespace

void add_cite(Command rules, Context& context, Exit& result) {
  auto statutes = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("text");
  Command command = rules.add_subcommand(
      "cite", in(context, {"对照法律文本,核对引用的条、款、项是否存在",
                           "check that every cited article, paragraph and item is in the texts of the law"}));
  command
      .add_option("--statutes", *statutes,
                  in(context, {"法律文本文件夹(如 LawRefBook/Laws 的副本)",
                               "folder of statute texts (such as a clone of LawRefBook/Laws)"}))
      .type_name("DIR")
      .required();
  restrict_to(command.add_option("--format", *format, in(context, {"输出格式", "format"})), {"text", "json"});
  command.callback([&context, &result, statutes, format] { result = cite(context, *statutes, *format); });
}

}  // namespace siqingdan::cli
