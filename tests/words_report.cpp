// How well words are matched to offences and facts.
//
//   words_report [--rules DIR] [--errors offences|facts] FILE...
//
// A FILE is one of rules/words/labelled, whose facts are measured with what was learned from the others, or
// of tests/words, from which nothing is learned and whose errors are never shown (`held-*`). `--errors`
// leaves these out, and `--errors facts` the offences, which take a minute to learn from --rules. Run by
// ./dev words.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "base/file.h"
#include "rules/builtin.h"
#include "words_tally.h"

namespace {

using namespace siqingdan;

constexpr std::size_t kFolds = 8;  // labelled files are left out an eighth at a time

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

// The texts of a file: an array in an object, or a line each.
std::vector<json::Value> texts_of(const std::string& file) {
  std::ifstream in(file);
  if (std::filesystem::path(file).extension() == ".json") {
    return json::Value::parse(in)["texts"].get<std::vector<json::Value>>();
  }
  std::vector<json::Value> texts;
  for (std::string line; std::getline(in, line);) {
    texts.push_back(json::Value::parse(line));
  }
  return texts;
}

class Report {
 public:
  Report(const std::string& folder, std::string errors)
      : base_(rules_of(folder)),
        speech_{base_.rules->vocabulary, base_.fact_words},
        errors_(std::move(errors)),
        learned_(folder.empty() || errors_ == "facts"
                     ? std::string(builtin_evidence())
                     : learn_evidence(base_.rules->catalogue, base_.descriptions)),
        evidence_(learned_) {}

  void measure(const std::vector<std::string>& files) {
    std::vector<json::Value> held;
    std::vector<std::vector<json::Value>> folds(kFolds);
    std::size_t labelled = 0;
    for (const std::string& file : files) {
      const bool learned_from = std::filesystem::path(file).extension() == ".json";
      std::vector<json::Value>& all = learned_from ? folds[labelled++ % kFolds] : held;
      const std::vector<json::Value> texts = texts_of(file);
      all.insert(all.end(), texts.begin(), texts.end());
    }
    Figures figures;
    for (const std::vector<json::Value>& fold : folds) {
      if (!fold.empty()) {
        measure(fold, true, figures);
      }
    }
    print("labelled", figures);
    if (errors_.empty()) {
      Figures of_held;
      measure(held, false, of_held);
      print("held", of_held);
    }
  }

 private:
  void measure(const std::vector<json::Value>& texts, bool may_show, Figures& figures) const {
    const std::string learned = learn_fact_evidence(others_than(texts), speech_.vocabulary, speech_.words);
    const FactEvidence facts(learned);
    for (const json::Value& line : texts) {
      const auto on = parse_date(line["on"].get<std::string>());
      const Understood understood = understand({evidence_, facts}, speech_.vocabulary, speech_.words,
                                               fold(line["text"].get<std::string>()), *on, 3);
      measure_offence(understood.ranking, line, may_show && errors_ == "offences", figures);
      measure_facts(understood.facts, speech_.vocabulary, line, may_show && errors_ == "facts", figures);
    }
  }

  std::vector<Labelled> others_than(const std::vector<json::Value>& texts) const {
    std::set<std::string> ids;
    for (const json::Value& line : texts) {
      ids.insert(line["id"].get<std::string>());
    }
    std::vector<Labelled> others;
    for (const Labelled& one : base_.labelled) {
      if (ids.count(one.id) == 0) {
        others.push_back(one);
      }
    }
    return others;
  }

  RuleBase base_;
  Speech speech_;
  std::string errors_;
  std::string learned_;
  Evidence evidence_;
};

}  // namespace

int main(int argc, char** argv) {
  std::string folder;
  std::string errors;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if ((word == "--errors" || word == "--rules") && i + 1 < argc) {
      (word == "--errors" ? errors : folder) = argv[++i];
    } else {
      files.push_back(word);
    }
  }
  Report(folder, errors).measure(files);
  return 0;
}
