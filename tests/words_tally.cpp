#include "words_tally.h"

#include <iostream>
#include <set>

#include "base/unicode.h"
#include "facts/case.h"
#include "report/table.h"

namespace siqingdan {
namespace {

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

void print_ranking(const json::Value& line, const Ranking& ranking, const char* what) {
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

std::string share(int part, int all) {
  return all == 0 ? "-" : fmt::format("{}.{} %", part * 100 / all, part * 1000 / all % 10);
}

}  // namespace

void measure_offence(const Ranking& ranking, const json::Value& line, bool show, Figures& figures) {
  if (!line.contains("offence")) {
    return;  // told elsewhere
  }
  const std::set<std::string> wanted = wanted_of(line);
  if (wanted.empty()) {
    ++figures.outside;
    figures.recognised += ranking.verdict == Verdict::none ? 1 : 0;
    figures.sure += ranking.verdict == Verdict::sure ? 1 : 0;
    if (show && ranking.verdict != Verdict::none) {
      print_ranking(line, ranking, "NONE ");
    }
    return;
  }
  const std::string id = line["offence"].is_string() ? line["offence"].get<std::string>() : *wanted.begin();
  int place = 0;
  for (std::size_t i = 0; i < ranking.offences.size() && place == 0 && ranking.verdict != Verdict::none;
       ++i) {
    place = wanted.count(std::string(ranking.offences[i].offence.id)) > 0 ? static_cast<int>(i) + 1 : 0;
  }
  figures.sure += ranking.verdict == Verdict::sure ? 1 : 0;
  figures.sure_right += ranking.verdict == Verdict::sure && place == 1 ? 1 : 0;
  figures.false_none += ranking.verdict == Verdict::none ? 1 : 0;
  for (Tally* tally : {&figures.all, &figures.domains[id.substr(0, id.find('.'))]}) {
    ++tally->all;
    tally->first += place == 1 ? 1 : 0;
    tally->among_three += place > 0 ? 1 : 0;
  }
  if (show && place != 1) {
    print_ranking(line, ranking, place == 0 ? "LOST " : "TOP3 ");
  }
}

void measure_facts(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary,
                   const json::Value& line, bool show, Figures& figures) {
  const Proposals proposals = proposals_of(facts, vocabulary);
  const json::Value& proposed = proposals.values;
  const bool outside = line.contains("offence") && line["offence"].is_null();
  const json::Value stated = !outside && line.contains("facts") ? line["facts"] : json::Value::object();
  std::string wrong;
  for (const auto& [name, value] : proposed.items()) {
    const bool right = stated.contains(name) && stated[name] == value;
    ++figures.facts[name].proposed;
    figures.facts[name].right += right ? 1 : 0;
    wrong += right ? "" : " +" + name + "=" + value.dump() + "「" + proposals.words.at(name) + "」";
  }
  for (const auto& [name, value] : stated.items()) {
    ++figures.facts[name].stated;
    wrong += proposed.contains(name) && proposed[name] == value ? "" : " -" + name + "=" + value.dump();
  }
  if (show && !wrong.empty()) {
    std::cout << line["id"].get<std::string>() << " (" << line["on"].get<std::string>() << ")" << wrong
              << "\n    " << line["text"].get<std::string>() << "\n";
  }
}

void print(const std::string& name, const Figures& figures) {
  Table table({name, "texts", "top-1", "top-3"});
  for (const auto& [domain, tally] : figures.domains) {
    table.add({domain, std::to_string(tally.all), share(tally.first, tally.all),
               share(tally.among_three, tally.all)});
  }
  table.add({"all offences", std::to_string(figures.all.all), share(figures.all.first, figures.all.all),
             share(figures.all.among_three, figures.all.all)});
  table.add({"none", std::to_string(figures.outside), share(figures.recognised, figures.outside), ""});
  Table facts({name, "stated", "proposed", "precision", "recall"});
  FactTally sum;
  for (const auto& [fact, tally] : figures.facts) {
    facts.add({fact, std::to_string(tally.stated), std::to_string(tally.proposed),
               share(tally.right, tally.proposed), share(tally.right, tally.stated)});
    sum = {sum.stated + tally.stated, sum.proposed + tally.proposed, sum.right + tally.right};
  }
  facts.add({"all facts", std::to_string(sum.stated), std::to_string(sum.proposed),
             share(sum.right, sum.proposed), share(sum.right, sum.stated)});
  std::cout << table.text() << "sure " << figures.sure << ", rightly "
            << share(figures.sure_right, figures.sure) << "; taken for none " << figures.false_none << "\n\n"
            << facts.text() << "\n";
}

}  // namespace siqingdan
