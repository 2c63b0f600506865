// How well the matcher does on the labelled descriptions of tests/words.
//
//   words_report [--rules DIR] [--errors offences|facts] FILE...
//
// Files whose names begin with `dev-` are for tuning, those with `held-` for measuring only: the errors of
// these are never shown. `--errors facts` leaves the offences out, which take a minute to learn from --rules.
// Run by ./dev words.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "base/file.h"
#include "base/unicode.h"
#include "facts/case.h"
#include "json/value.h"
#include "match/understand.h"
#include "report/table.h"
#include "rules/builtin.h"

namespace {

using namespace siqingdan;

struct Tally {
  int all = 0;
  int first = 0;
  int among_three = 0;
};

// Of one kind of fact.
struct FactTally {
  int stated = 0;  // by the label
  int proposed = 0;  // by the program
  int right = 0;  // the same value in both
};

struct Half {
  std::map<std::string, Tally> domains;
  std::map<std::string, FactTally> facts;
  Tally all;
  int outside = 0;
  int recognised = 0;
  int sure = 0;  // with an offence named as the one
  int sure_right = 0;  // rightly
  int false_none = 0;
};

RuleBase rules_of(const std::string& folder) {
  std::vector<SourceFile> files = folder.empty() ? builtin_files() : read_json_tree(folder, kRuleFileLimit);
  RuleBase base = read_rules(files, folder.empty() ? "rules" : folder, builtin_schemas());
  for (const Issue& issue : base.issues.all()) {
    std::cerr << to_line(issue, false);
  }
  if (!base.rules) {
    std::exit(1);
  }
  return base;
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

Understood understood(const Evidence& evidence, const Speech& speech, const json::Value& line) {
  const auto on = parse_date(line["on"].get<std::string>());
  return understand(evidence, speech.vocabulary, speech.words, fold(line["text"].get<std::string>()), *on, 3);
}

void show(const json::Value& line, const Ranking& ranking, const char* what) {
  std::cout << what << " " << line["id"].get<std::string>() << " wanted "
            << (line["offence"].is_string() ? line["offence"].get<std::string>() : "none") << ", got "
            << name_of(ranking.verdict) << ":";
  const std::u32string text = to_code_points(line["text"].get<std::string>());
  for (const OffenceMatch& match : ranking.offences) {
    std::cout << " " << match.offence.id << "(" << match.score;
    for (const Span& span : match.spans) {
      std::cout << " "
                << to_utf8(text.substr(static_cast<std::size_t>(span.from),
                                       static_cast<std::size_t>(span.to - span.from)));
    }
    std::cout << ")";
  }
  std::cout << "\n    " << line["text"].get<std::string>() << "\n";
}

void measure(const Ranking& ranking, const json::Value& line, Half& half, bool errors) {
  const std::set<std::string> wanted = wanted_of(line);
  if (wanted.empty()) {
    ++half.outside;
    half.recognised += ranking.verdict == Verdict::none ? 1 : 0;
    half.sure += ranking.verdict == Verdict::sure ? 1 : 0;
    if (errors && ranking.verdict != Verdict::none) {
      show(line, ranking, "NONE ");
    }
    return;
  }
  const std::string id = line["offence"].is_string() ? line["offence"].get<std::string>() : *wanted.begin();
  int place = 0;
  for (std::size_t i = 0; i < ranking.offences.size() && place == 0 && ranking.verdict != Verdict::none;
       ++i) {
    place = wanted.count(std::string(ranking.offences[i].offence.id)) > 0 ? static_cast<int>(i) + 1 : 0;
  }
  half.sure += ranking.verdict == Verdict::sure ? 1 : 0;
  half.sure_right += ranking.verdict == Verdict::sure && place == 1 ? 1 : 0;
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

// The values proposed, and with which words.
struct Proposals {
  json::Value values = json::Value::object();
  std::map<std::string, std::string> words;
};

Proposals proposals_of(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary) {
  Proposals proposals;
  for (const ProposedFact& p : facts) {
    const Fact& own = vocabulary.facts[p.fact];  // perhaps a domain's name for it
    const Fact& fact = own.same_as == kNoFact ? own : vocabulary.facts[own.same_as];
    proposals.values[fact.name] = written(fact, p.value);
    proposals.words[fact.name] = p.value.because;
  }
  return proposals;
}

// A text outside any offence has no facts: there is no violation that they could be facts of.
void measure_facts(const Proposals& proposals, const json::Value& line, Half& half, bool errors) {
  const json::Value& proposed = proposals.values;
  const bool outside = line["offence"].is_null();
  const json::Value stated = !outside && line.contains("facts") ? line["facts"] : json::Value::object();
  std::string wrong;
  for (const auto& [name, value] : proposed.items()) {
    const bool right = stated.contains(name) && stated[name] == value;
    ++half.facts[name].proposed;
    half.facts[name].right += right ? 1 : 0;
    wrong += right ? "" : " +" + name + "=" + value.dump() + "「" + proposals.words.at(name) + "」";
  }
  for (const auto& [name, value] : stated.items()) {
    ++half.facts[name].stated;
    wrong += proposed.contains(name) && proposed[name] == value ? "" : " -" + name + "=" + value.dump();
  }
  if (errors && !wrong.empty()) {
    std::cout << line["id"].get<std::string>() << " (" << line["on"].get<std::string>() << ")" << wrong
              << "\n    " << line["text"].get<std::string>() << "\n";
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
  Table facts({name, "stated", "proposed", "precision", "recall"});
  FactTally sum;
  for (const auto& [fact, tally] : half.facts) {
    facts.add({fact, std::to_string(tally.stated), std::to_string(tally.proposed),
               share(tally.right, tally.proposed), share(tally.right, tally.stated)});
    sum = {sum.stated + tally.stated, sum.proposed + tally.proposed, sum.right + tally.right};
  }
  facts.add({"all facts", std::to_string(sum.stated), std::to_string(sum.proposed),
             share(sum.right, sum.proposed), share(sum.right, sum.stated)});
  std::cout << table.text() << "sure " << half.sure << ", rightly " << share(half.sure_right, half.sure)
            << "; taken for none " << half.false_none << "\n\n"
            << facts.text() << "\n";
}

struct Arguments {
  std::string folder;
  std::string errors;
  std::vector<std::string> files;
};

Arguments arguments_of(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if ((word == "--errors" || word == "--rules") && i + 1 < argc) {
      (word == "--errors" ? arguments.errors : arguments.folder) = argv[++i];
    } else {
      arguments.files.push_back(word);
    }
  }
  return arguments;
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = arguments_of(argc, argv);
  const RuleBase base = rules_of(arguments.folder);
  const Speech speech{base.rules->vocabulary, base.fact_words};
  const bool facts_only = arguments.errors == "facts";
  const std::string learned = arguments.folder.empty() || facts_only
                                  ? std::string(builtin_evidence())
                                  : learn_evidence(base.rules->catalogue, base.descriptions);
  const Evidence evidence(learned);
  std::map<std::string, Half> halves;
  for (const std::string& file : arguments.files) {
    const bool held = std::filesystem::path(file).filename().string().rfind("held-", 0) == 0;
    Half& half = halves[held ? "held" : "dev"];
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) {
      const json::Value line = json::Value::parse(text);
      const auto [ranking, facts] = understood(evidence, speech, line);
      if (!facts_only) {
        measure(ranking, line, half, arguments.errors == "offences" && !held);
      }
      measure_facts(proposals_of(facts, speech.vocabulary), line, half, arguments.errors == "facts" && !held);
    }
  }
  for (const auto& [name, half] : halves) {
    print(name, half);
  }
  return 0;
}
