// Labelled texts to planes and thresholds to bytes: what fact_evidence.cpp reads.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "match/fact_lessons.h"

namespace siqingdan {
namespace {

constexpr std::size_t kFolds = 5;       // a fifth of the hands is left out to see what the others teach
constexpr std::size_t kNone = kFolds;   // nothing is left out
constexpr double kWrong = 5;  // right statements that a wrong one outweighs: comes to 97 right ones of a
                              // hundred in texts of other hands (./dev words)
constexpr double kBeyondDoubt = 2;  // the threshold where no statement was ever worth it

// What is learned of the claims, with or without the texts of a fold.
class FactLearner {
 public:
  FactLearner(const std::vector<Labelled>& labelled, const Vocabulary& vocabulary, const FactWords& words)
      : labelled_(labelled), vocabulary_(vocabulary), lessons_(fact_lessons_of(labelled, vocabulary, words)) {
    for (const auto& entry : lessons_.of) {
      claims_.push_back(entry.first);
    }
  }

  const Dictionary& dictionary() const { return lessons_.dictionary; }
  const std::vector<Claim>& claims() const { return claims_; }

  // Two a claim: of the text, of the words.
  std::vector<Plane> planes(std::size_t left_out) const {
    std::vector<std::size_t> texts;
    std::vector<Example> examples;
    for (std::size_t i = 0; i < lessons_.texts.size(); ++i) {
      if (!in_fold(i, left_out)) {
        texts.push_back(i);
        examples.push_back(lessons_.texts[i]);
      }
    }
    return learn_all(2 * claims_.size(), [&](std::size_t i) {
      const Claim& claim = claims_[i / 2];
      return i % 2 == 0 ? learn(examples, those_that_state(claim, texts), dictionary().size())
                        : of_words(claim, left_out);
    });
  }

  // Of every claim the statements in texts that were left out, each with what the others teach of it.
  std::vector<Threshold> thresholds() const {
    std::vector<Trials> trials(claims_.size());
    for (std::size_t left_out = 0; left_out < kFolds; ++left_out) {
      const std::vector<Plane> learned = planes(left_out);
      for (std::size_t i = 0; i < claims_.size(); ++i) {
        add_trials(claims_[i], left_out, learned[2 * i], learned[2 * i + 1], trials[i]);
      }
    }
    std::vector<Threshold> thresholds;
    for (const Trials& of_claim : trials) {
      thresholds.push_back({threshold_of(of_claim[0]), threshold_of(of_claim[1])});
    }
    return thresholds;
  }

 private:
  struct Trial {
    double believed = 0;
    bool right = false;
  };
  // By text and value, of what is certain and of the rest: of what a text says several times the most
  // believed counts.
  using Trials = std::array<std::map<std::pair<std::size_t, std::int64_t>, Trial>, 2>;

  // Texts of one hand are left out together.
  bool in_fold(std::size_t text, std::size_t fold) const { return labelled_[text].hand % kFolds == fold; }

  std::vector<bool> those_that_state(const Claim& claim, const std::vector<std::size_t>& texts) const {
    std::vector<bool> inside;
    for (const std::size_t text : texts) {
      const auto& facts = labelled_[text].facts;
      inside.push_back(std::any_of(facts.begin(), facts.end(), [&](const LabelledFact& fact) {
        return claim_of(vocabulary_, {fact.fact, fact.value}) == claim;
      }));
    }
    return inside;
  }

  Plane of_words(const Claim& claim, std::size_t left_out) const {
    std::vector<Example> examples;
    std::vector<bool> inside;
    for (const FactLesson& lesson : lessons_.of.at(claim)) {
      if (!in_fold(lesson.text, left_out)) {
        examples.push_back(lesson.example);
        inside.push_back(lesson.meant);
      }
    }
    return learn(examples, inside, kNearParts * dictionary().size());
  }

  void add_trials(const Claim& claim, std::size_t fold, const Plane& text, const Plane& words,
                  Trials& trials) const {
    for (const FactLesson& lesson : lessons_.of.at(claim)) {
      if (!in_fold(lesson.text, fold) || labelled_[lesson.text].seen) {
        continue;
      }
      const Trial trial{distance(text, lessons_.texts[lesson.text]) + distance(words, lesson.example),
                        lesson.meant};
      auto& kind = trials[lesson.statement.certain ? 0 : 1];
      const auto known = kind.try_emplace({lesson.text, lesson.statement.value}, trial).first;
      if (known->second.believed < trial.believed) {
        known->second = trial;
      }
    }
  }

  // From where on most is won: a right statement counts 1, a wrong one -kWrong.
  static std::int32_t threshold_of(const Trials::value_type& trials) {
    std::vector<Trial> all;
    for (const auto& entry : trials) {
      all.push_back(entry.second);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Trial& a, const Trial& b) { return a.believed > b.believed; });
    double won = 0;
    double most = 0;
    double from = kBeyondDoubt;
    for (const Trial& trial : all) {
      won += trial.right ? 1 : -kWrong;
      if (won > most) {
        most = won;
        from = trial.believed;
      }
    }
    return static_cast<std::int32_t>(std::lround(from * 100));
  }

  const std::vector<Labelled>& labelled_;
  const Vocabulary& vocabulary_;
  FactLessons lessons_;
  std::vector<Claim> claims_;
};

}  // namespace

std::string learn_fact_evidence(const std::vector<Labelled>& labelled, const Vocabulary& vocabulary,
                                const FactWords& words) {
  const FactLearner learner(labelled, vocabulary, words);
  std::string out = write_planes(learner.dictionary(), learner.planes(kNone));
  put(out, learner.claims());
  put(out, learner.thresholds());
  return out;
}

}  // namespace siqingdan
