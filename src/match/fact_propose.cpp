#include "match/fact_propose.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "match/fact_belief.h"

namespace siqingdan {
namespace {

// As they are read, without what cannot be seen.
std::string words_at(const Folded& text, const Statement& statement) {
  const auto length = statement.shown_to - statement.shown_from;
  std::string words = to_utf8(std::u32string_view(text.text).substr(statement.shown_from, length));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

FactId in_domain(FactId fact, const Vocabulary& vocabulary, std::string_view domain) {
  const std::string prefix = std::string(domain) + ".";
  for (std::size_t id = 0; id < vocabulary.facts.size(); ++id) {
    const Fact& own = vocabulary.facts[id];
    if (own.same_as == fact && own.same_as != kNoFact && !domain.empty() && own.name.rfind(prefix, 0) == 0) {
      return static_cast<FactId>(id);
    }
  }
  return fact;
}

// Of each fact what is believed most, if anything is.
using Believed = std::map<FactId, Statement>;

Believed believed_of(const std::vector<Statement>& statements, const Belief& belief) {
  Believed believed;
  std::map<FactId, std::int64_t> most;
  for (const Statement& statement : statements) {
    const std::int64_t this_one = belief.of(statement);
    const auto known = most.find(statement.fact);
    if (this_one >= 0 && (known == most.end() || this_one > known->second)) {
      most[statement.fact] = this_one;
      believed[statement.fact] = statement;
    }
  }
  return believed;
}

// Does it yield to another fact that is believed?
bool yields(const Statement& statement, const Believed& believed, const FactWords& words) {
  return std::any_of(words.yields.begin(), words.yields.end(), [&](const FactWords::Yield& yield) {
    const auto other = believed.find(yield.to);
    return yield.fact == statement.fact && yield.value.value_or(statement.value) == statement.value &&
           other != believed.end() && other->second.value == yield.is;
  });
}

}  // namespace

std::vector<ProposedFact> propose(const Folded& text, const Vocabulary& vocabulary, const FactWords& words,
                                  const FactEvidence& evidence, Date on, std::string_view domain) {
  const std::vector<Statement> statements = statements_in(text, vocabulary, words, on);
  if (statements.empty()) {
    return {};
  }
  const Believed believed = believed_of(statements, Belief(evidence, text, statements));
  std::vector<ProposedFact> proposed;
  for (const auto& [fact, statement] : believed) {
    if (!yields(statement, believed, words)) {
      const Known known{statement.value, {}, words_at(text, statement), kFromText};
      proposed.push_back(
          {in_domain(fact, vocabulary, domain), known, text.span(statement.shown_from, statement.shown_to)});
    }
  }
  std::sort(proposed.begin(), proposed.end(),
            [](const ProposedFact& a, const ProposedFact& b) { return a.fact < b.fact; });
  return proposed;
}

}  // namespace siqingdan
