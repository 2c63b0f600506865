#include "match/fill_case.h"

#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"

namespace siqingdan {
namespace {

constexpr std::size_t kCandidates = 3;

std::string domain_of(const RuleSet& rules, const std::string& offence) {
  const auto found = rules.catalogue.offences.find(offence);
  return found == rules.catalogue.offences.end() ? "" : found->second.domain;
}

void fill_offence(const Ranking& ranking, Case& a_case) {
  if (!a_case.offence.empty() || ranking.verdict == Verdict::none) {
    return;
  }
  json::Value candidates = json::Value::array();
  for (const OffenceMatch& match : ranking.offences) {
    a_case.candidates.push_back({std::string(match.offence.id), match.score});
    candidates.push_back({{"offence", match.offence.id}, {"score", match.score}});
  }
  if (ranking.verdict == Verdict::sure && !ranking.offences.empty()) {
    a_case.offence = ranking.offences.front().offence.id;
    a_case.offence_from = kFromText;
    (*a_case.written)["offence"] = a_case.offence;
    (*a_case.written)["offence_from"] = a_case.offence_from;
  }
  (*a_case.written)["candidates"] = std::move(candidates);
}

// The case with one more fact, if it still makes sense.
std::optional<Case> with_fact(const RuleSet& rules, const Case& a_case, const ProposedFact& proposed,
                              Date on) {
  const Fact& fact = rules.vocabulary.facts[proposed.fact];
  json::Value tried = *a_case.written;
  tried["facts"][fact.name] = {{"value", written(fact, proposed.value)},
                               {"because", proposed.value.because},
                               {"from", proposed.value.from}};
  Issues issues;
  const auto document = json::parse({"words", json::canonical(tried)}, issues);
  return document ? read_case(*document, rules.vocabulary, rules.catalogue, on, issues) : std::nullopt;
}

}  // namespace

json::Value to_json(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary) {
  json::Value values = json::Value::array();
  for (const ProposedFact& proposed : facts) {
    const Fact& fact = vocabulary.facts[proposed.fact];
    values.push_back({{"fact", fact.name},
                      {"value", written(fact, proposed.value)},
                      {"span", {proposed.span.from, proposed.span.to}}});
  }
  return values;
}

void fill_from_words(const RuleSet& rules, const FactWords& fact_words, const Learned& learned,
                     std::string_view words, Date on, Case& a_case) {
  const FactId received = rules.vocabulary.find("clue_received_on");
  const bool day_known = received != kNoFact && a_case.facts.at(received).has_value();
  const Date said = day_known ? from_number(static_cast<int>(a_case.facts.at(received)->number)) : on;
  const Understood understood = understand(learned, rules.vocabulary, fact_words, fold(words), said,
                                           kCandidates, domain_of(rules, a_case.offence));
  fill_offence(understood.ranking, a_case);
  for (const ProposedFact& proposed : understood.facts) {
    if (a_case.facts.at(proposed.fact) || a_case.facts.was_asked(proposed.fact)) {
      continue;
    }
    if (auto filled = with_fact(rules, a_case, proposed, on)) {
      a_case = std::move(*filled);
    }
  }
}

std::vector<std::string> unconfirmed(const Vocabulary& vocabulary, const Case& a_case) {
  std::vector<std::string> names;
  if (a_case.offence_from == kFromText) {
    names.emplace_back("offence");
  }
  for (std::size_t id = 0; id < vocabulary.facts.size(); ++id) {
    const auto& known = a_case.facts.at(static_cast<FactId>(id));
    if (known && known->from == kFromText) {
      names.push_back(vocabulary.facts[id].name);
    }
  }
  return names;
}

void mark_from_words(const Vocabulary& vocabulary, FactId fact, const char* from, Case& a_case) {
  if (fact == kNoFact) {
    a_case.offence_from = from;
    (*a_case.written)["offence_from"] = from;
    return;
  }
  Known known = *a_case.facts.at(fact);
  known.from = from;
  a_case.facts.set(fact, std::move(known));
  const std::string& name = vocabulary.facts[fact].name;
  (a_case.written->contains(name) ? (*a_case.written)[name]
                                  : (*a_case.written)["facts"][name])["from"] = from;
}

void withdraw(const Vocabulary& vocabulary, FactId fact, Case& a_case) {
  if (fact == kNoFact) {
    a_case.offence.clear();
    a_case.offence_from.clear();
    a_case.written->erase("offence");
    a_case.written->erase("offence_from");
    return;
  }
  a_case.facts.clear(fact);
  const std::string& name = vocabulary.facts[fact].name;
  a_case.written->erase(name);
  if (a_case.written->contains("facts")) {
    (*a_case.written)["facts"].erase(name);
  }
}

}  // namespace siqingdan
