#include "match/fact_lessons.h"

#include <algorithm>

#include "match/fact_place.h"

namespace siqingdan {
namespace {

constexpr std::ptrdiff_t kFewest = 10;  // right statements

// One labelled text as it is read.
struct ReadText {
  Folded folded;
  std::vector<Statement> statements;
};

std::vector<ReadText> read_all(const std::vector<Labelled>& labelled, const Vocabulary& vocabulary,
                               const FactWords& words) {
  std::vector<ReadText> all;
  for (const Labelled& one : labelled) {
    Folded folded = fold(one.text);
    std::vector<Statement> statements = statements_in(folded, vocabulary, words, one.on);
    all.push_back({std::move(folded), std::move(statements)});
  }
  return all;
}

// What the texts hold, and the places of their statements.
Dictionary dictionary_from(const std::vector<ReadText>& all) {
  std::vector<FeatureCounts> counts;
  for (const ReadText& one : all) {
    counts.push_back(count_features(one.folded.text));
    const FactPlaces places(one.statements, one.folded.text.size());
    for (const Statement& statement : one.statements) {
      const FeatureCounts place = places.of(statement);
      counts.back().insert(place.begin(), place.end());
    }
  }
  return dictionary_of(counts);
}

bool is_meant(const Statement& statement, const Labelled& labelled) {
  return std::any_of(labelled.facts.begin(), labelled.facts.end(), [&](const LabelledFact& fact) {
    return fact.fact == statement.fact && fact.value == statement.value;
  });
}

bool enough(const std::vector<FactLesson>& lessons) {
  const auto right = std::count_if(lessons.begin(), lessons.end(),
                                   [](const FactLesson& l) { return l.meant; });
  return right >= kFewest && right < static_cast<std::ptrdiff_t>(lessons.size());
}

}  // namespace

FactLessons fact_lessons_of(const std::vector<Labelled>& labelled, const Vocabulary& vocabulary,
                            const FactWords& words) {
  const std::vector<ReadText> all = read_all(labelled, vocabulary, words);
  FactLessons lessons{dictionary_from(all), {}, {}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [folded, statements] = all[i];
    lessons.texts.push_back(example_of({count_features(folded.text)}, lessons.dictionary));
    const FactPlaces places(statements, folded.text.size());
    for (const Statement& statement : statements) {
      Example example = example_of(near_parts(folded.text, statement, places.of(statement)),
                                   lessons.dictionary);
      lessons.of[claim_of(vocabulary, statement)].push_back(
          {i, statement, std::move(example), is_meant(statement, labelled[i])});
    }
  }
  std::erase_if(lessons.of, [](const auto& entry) { return !enough(entry.second); });
  return lessons;
}

}  // namespace siqingdan
