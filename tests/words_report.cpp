// How well the matcher does on the labelled descriptions of tests/words.
//
//   words_report [--rules DIR] [--errors] FILE...
//
// Files whose names begin with `dev-` are for tuning, those with `held-` for measuring only: the errors of these
// are never shown.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "json/value.h"
#include "base/file.h"
#include "base/unicode.h"
#include "match/offence_rank.h"
#include "report/table.h"
#include "rules/builtin.h"

namespace {

using namespace siqingdan;

struct Tally {
  int all = 0;
  int first = 0;
  int among_three = 0;
};

struct Half {
  std::map<std::string, Tally> domains;
  Tally all;
  int outside = 0;
  int recognised = 0;
  int unsure = 0;
  int false_none = 0;
};

RuleSet rules_of(const std::string& folder) {
  if (folder.empty()) {
    return builtin_rules();
  }
  RuleBase base = read_rules(read_json_tree(folder, kRuleFileLimit), folder, builtin_schemas());
  for (const Issue& issue : base.issues.all()) {
    std::cerr << to_line(issue, false);
  }
  if (!base.rules) {
    std::exit(1);
  }
  return std::move(*base.rules);
}

std::set<std::string> wanted_of(const json::Value& line) {
  std::set<std::string> wanted;
  if (line["offence"].is_string()) {
    wanted.insert(line["offence"].get<std::string>());
  }
  if (line.contains("or")) {
    for (const auto& other : line["or"]) {
      wanted.insert(other.get<std::string>());
    }
  }
  return wanted;
}

void show(const json::Value& line, const Ranking& ranking, const char* what) {
  std::cout << what << " " << line["id"].get<std::string>() << " wanted "
            << (line["offence"].is_string() ? line["offence"].get<std::string>() : "none") << ", got "
            << name_of(ranking.verdict) << ":";
  const std::u32string text = to_code_points(line["text"].get<std::string>());
  for (const OffenceMatch& match : ranking.offences) {
    std::cout << " " << match.offence->id << "(" << match.score;
    for (const Span& span : match.spans) {
      std::cout << " "
                << to_utf8(text.substr(static_cast<std::size_t>(span.from),
                                       static_cast<std::size_t>(span.to - span.from)));
    }
    std::cout << ")";
  }
  std::cout << "\n    " << line["text"].get<std::string>() << "\n";
}

void measure(const OffenceIndex& index, const json::Value& line, Half& half, bool errors) {
  const Ranking ranking = rank(index, fold(line["text"].get<std::string>()), 3);
  const std::set<std::string> wanted = wanted_of(line);
  if (wanted.empty()) {
    ++half.outside;
    half.recognised += ranking.verdict == Verdict::none ? 1 : 0;
    if (errors && ranking.verdict != Verdict::none) {
      show(line, ranking, "NONE ");
    }
    return;
  }
  const std::string id = line["offence"].get<std::string>();
  int place = 0;
  for (std::size_t i = 0; i < ranking.offences.size() && place == 0 && ranking.verdict != Verdict::none; ++i) {
    place = wanted.count(ranking.offences[i].offence->id) > 0 ? static_cast<int>(i) + 1 : 0;
  }
  half.unsure += ranking.verdict == Verdict::unsure ? 1 : 0;
  half.false_none += ranking.verdict == Verdict::none ? 1 : 0;
  for (Tally* tally : {&half.all, &half.domains[id.substr(0, id.find('.'))]}) {
    ++tally->all;
    tally->first += place == 1 ? 1 : 0;
    tally->among_three += place > 0 ? 1 : 0;
  }
  if (errors && place != 1) {
    show(line, ranking, place == 0 ? "LOST " : "TOP3 ");
  }
}

std::string share(int part, int all) {
  return all == 0 ? "-" : fmt::format("{}.{} %", part * 100 / all, part * 1000 / all % 10);
}

void print(const std::string& name, const Half& half) {
  Table table({name, "texts", "top-1", "top-3"});
  for (const auto& [domain, tally] : half.domains) {
    table.add({domain, std::to_string(tally.all), share(tally.first, tally.all),
               share(tally.among_three, tally.all)});
  }
  table.add({"all offences", std::to_string(half.all.all), share(half.all.first, half.all.all),
             share(half.all.among_three, half.all.all)});
  table.add({"none", std::to_string(half.outside), share(half.recognised, half.outside), ""});
  std::cout << table.text() << "unsure " << half.unsure << ", taken for none " << half.false_none << "\n\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> files;
  std::string folder;
  bool errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--errors") {
      errors = true;
    } else if (word == "--rules" && i + 1 < argc) {
      folder = argv[++i];
    } else {
      files.push_back(word);
    }
  }
  const RuleSet rules = rules_of(folder);
  const OffenceIndex index(rules);
  std::map<std::string, Half> halves;
  for (const std::string& file : files) {
    const std::string name = std::filesystem::path(file).filename().string();
    const bool held = name.rfind("held-", 0) == 0;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      measure(index, json::Value::parse(line), halves[held ? "held" : "dev"], errors && !held);
    }
  }
  for (const auto& [name, half] : halves) {
    print(name, half);
  }
  return 0;
}
