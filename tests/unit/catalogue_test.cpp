// What is asked of the offence catalogue and of the descriptions that are measured against it.

#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "base/file.h"
#include "facts/case.h"
#include "json/parse.h"
#include "rules/builtin.h"

using namespace siqingdan;

namespace {

const RuleSet& real() {
  static const RuleSet rules = builtin_rules();
  return rules;
}

constexpr std::size_t kDescriptionsLimit = 1 << 20;

}  // namespace

TEST_CASE("There are at least 150 offences in 16 domains, each with four everyday names", "[catalogue]") {
  CHECK(real().catalogue.offences.size() >= 150);
  CHECK(real().catalogue.domains.size() >= 16);
  for (const auto& [id, offence] : real().catalogue.offences) {
    INFO(id);
    CHECK(offence.aliases.size() >= 4);
  }
}

TEST_CASE("No everyday name stands for two offences", "[catalogue]") {
  std::map<std::string, std::string> owners;
  for (const auto& [id, offence] : real().catalogue.offences) {
    for (const std::string& alias : offence.aliases) {
      INFO(alias << ": " << owners[alias] << " and " << id);
      CHECK(owners[alias].empty());
      owners[alias] = id;
    }
  }
}

TEST_CASE("Every offence says what it violates, or that this is not known", "[catalogue]") {
  for (const auto& [id, offence] : real().catalogue.offences) {
    INFO(id);
    CHECK((!offence.violates.empty() || !offence.open.empty()));
    CHECK((!offence.penalty.empty() || !offence.open.empty()));
  }
}

TEST_CASE("The labelled descriptions speak of offences and facts that exist", "[catalogue]") {
  std::set<std::string> ids;
  int outside = 0;
  const auto is_known = [](const json::Node& name) { return real().catalogue.offences.count(name.text) > 0; };
  for (const auto& entry : std::filesystem::directory_iterator(PROJECT_SOURCE_DIR "/tests/words")) {
    if (entry.path().extension() != ".ndjson") {
      continue;
    }
    std::string text = read_file(entry.path().string(), kDescriptionsLimit);
    for (std::size_t end = text.find('\n'); !text.empty(); end = text.find('\n')) {
      Issues issues;
      const auto line = json::parse({entry.path().string(), text.substr(0, end)}, issues);
      text.erase(0, end == std::string::npos ? end : end + 1);
      REQUIRE(line);
      const std::string id = line->root.find("id")->text;
      INFO(id);
      CHECK(ids.insert(id).second);
      const json::Node* offence = line->root.find("offence");
      outside += offence->kind == json::Node::Kind::null ? 1 : 0;
      CHECK((offence->kind == json::Node::Kind::null || is_known(*offence)));
      const json::Node* facts = line->root.find("facts");  // absent: the words state none
      FactSheet sheet(real().vocabulary.facts.size());
      for (const auto& [name, value] : facts == nullptr ? std::vector<json::Member>{} : facts->members) {
        read_fact({entry.path().string(), issues}, real().vocabulary, name, value, sheet);
      }
      CHECK_FALSE(issues.has_errors());
      const json::Node* others = line->root.find("or");
      CHECK((others == nullptr || std::all_of(others->items.begin(), others->items.end(), is_known)));
    }
  }
  CHECK(ids.size() >= 400);
  CHECK(outside >= 60);
}

TEST_CASE("Nothing is learned from a description that measures", "[catalogue]") {
  std::set<std::string> learned;
  for (const SourceFile& file : builtin_files()) {
    Issues issues;
    const bool labelled = file.path.find("words/labelled/") != std::string::npos;
    const auto document = labelled ? json::parse(file, issues) : std::nullopt;
    for (const json::Node& one : document ? document->root.find("texts")->items : std::vector<json::Node>{}) {
      learned.insert(one.find("text")->text);
    }
  }
  CHECK(learned.size() >= 400);
  for (const auto& entry : std::filesystem::directory_iterator(PROJECT_SOURCE_DIR "/tests/words")) {
    if (entry.path().extension() == ".ndjson") {
      std::istringstream lines(read_file(entry.path().string(), kDescriptionsLimit));
      for (std::string line; std::getline(lines, line);) {
        Issues issues;
        CHECK(learned.count(json::parse({"held", line}, issues)->root.find("text")->text) == 0);
      }
    }
  }
}
