#include "decide/planner.h"

#include <algorithm>
#include <map>

namespace siqingdan {
namespace {

// A number that looks random and is always the same (splitmix64).
std::uint64_t scrambled(std::uint64_t n) {
  n += 0x9E3779B97F4A7C15;
  n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9;
  n = (n ^ (n >> 27)) * 0x94D049BB133111EB;
  return n ^ (n >> 31);
}

class Planner {
 public:
  explicit Planner(const std::vector<Topic>& topics) : game_(topics) {
    const Vocabulary& vocabulary = topics.front().grounds.rules.vocabulary;
    const FactId object = measure_object(vocabulary);
    for (std::size_t i = 0; i < game_.queries().size(); ++i) {
      const Query& query = game_.queries()[i];
      if (query.fact == object) {
        objects_.set(i);
      } else if (vocabulary.facts[query.fact].about_measure) {
        of_measure_.set(i);
      }
    }
  }

  Best best(const std::set<Query>& among, bool others) {
    const bool exact = few_states();
    Game::Set candidates;
    for (std::size_t i = 0; i < game_.queries().size(); ++i) {
      candidates.set(i, (exact && others) || among.count(game_.queries()[i]) > 0);
    }
    if (candidates.none()) {  // more queries than the game can number
      return {*among.begin()};
    }
    std::size_t best = Game::kMost;
    double least = 0;
    std::vector<std::size_t> order = by_weight(allowed(candidates));
    if (!exact) {
      order.resize(std::min(order.size(), kMostTried));
    }
    for (const std::size_t query : order) {
      const double cost = exact ? exact_after(query) : played_after(query);
      if (best == Game::kMost || cost < least - 1e-9) {
        best = query;
        least = cost;
      }
    }
    return {game_.queries()[best], exact && others};
  }

  std::optional<double> expected() {
    return few_states() ? std::optional<double>(exact_cost()) : std::nullopt;
  }

 private:
  bool few_states() {
    double states = 1;
    for (std::size_t i = 0; i < game_.queries().size(); ++i) {
      states *= static_cast<double>(game_.ways(i).size() + 1);
    }
    return states <= kMostStates;
  }

  // What a measure is aimed at is asked before anything about it.
  Game::Set allowed(const Game::Set& open) const {
    const Game::Set rest = open & ~of_measure_;
    return (open & objects_).any() ? rest : open;
  }

  std::vector<std::size_t> by_weight(const Game::Set& set) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < game_.queries().size(); ++i) {
      if (set.test(i)) {
        order.push_back(i);
      }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return game_.weight(a) > game_.weight(b); });
    return order;
  }

  std::size_t heaviest(const Game::Set& set) const {
    std::size_t heaviest = Game::kMost;
    int most = -1;
    for (std::size_t i = 0; i < game_.queries().size(); ++i) {
      const int weight = set.test(i) ? game_.weight(i) : -1;
      if (weight > most) {
        heaviest = i;
        most = weight;
      }
    }
    return heaviest;
  }

  // The expected number of questions that follow `query`, if each following one is the best.
  double exact_after(std::size_t query) {
    double sum = 0;
    double weights = 0;
    for (const Game::Way& way : std::vector<Game::Way>(game_.ways(query))) {
      game_.answer(query, way.value);
      sum += way.weight * exact_cost();
      weights += way.weight;
      game_.take_back();
    }
    return sum / weights;
  }

  double exact_cost() {
    const auto known = costs_.find(game_.state());
    if (known != costs_.end()) {
      return known->second;
    }
    const Game::Set open = game_.open();
    double least = 0;
    bool first = true;
    bool changes = false;  // or else nobody could find out what it takes
    for (const std::size_t query : by_weight(allowed(open))) {
      changes = changes || can_settle(query);
      const double after = exact_after(query);
      changes = changes || after > 0;
      least = first ? 1 + after : std::min(least, 1 + after);
      first = false;
    }
    return costs_[game_.state()] = changes ? least : 0;
  }

  // Does some answer to `query` by itself settle a topic?
  bool can_settle(std::size_t query) {
    const int before = game_.unsettled();
    for (const Game::Way& way : std::vector<Game::Way>(game_.ways(query))) {
      game_.answer(query, way.value);
      const bool settled = game_.unsettled() < before;
      game_.take_back();
      if (settled) {
        return true;
      }
    }
    return false;
  }

  // The same as `exact_after`, estimated: each way in turn is played on in a share of the worlds.
  double played_after(std::size_t query) {
    const std::vector<Game::Way> ways = game_.ways(query);
    const int worlds = std::max<int>(2, kWorlds / static_cast<int>(ways.size()));
    double sum = 0;
    double weights = 0;
    for (const Game::Way& way : ways) {
      game_.answer(query, way.value);
      for (int world = 0; world < worlds; ++world) {
        sum += way.weight * played(static_cast<std::uint64_t>(world));
      }
      weights += way.weight;
      game_.take_back();
    }
    return sum / weights / static_cast<double>(worlds);
  }

  static std::int64_t drawn(const std::vector<Game::Way>& ways, std::uint64_t draw) {
    double weights = 0;
    for (const Game::Way& way : ways) {
      weights += way.weight;
    }
    double point = weights * static_cast<double>(draw >> 11) / 9007199254740992.0;  // 2^53
    for (const Game::Way& way : ways) {
      point -= way.weight;
      if (point < 0) {
        return way.value;
      }
    }
    return ways.back().value;
  }

  // The number of questions the simple plan takes in one world.
  int played(std::uint64_t world) {
    int questions = 0;
    for (Game::Set open = game_.open(); open.any(); open = game_.open()) {
      const std::size_t query = heaviest(allowed(open));
      game_.answer(query, drawn(game_.ways(query), scrambled(world * Game::kMost + query)));
      ++questions;
    }
    for (int i = 0; i < questions; ++i) {
      game_.take_back();
    }
    return questions;
  }

  Game game_;
  Game::Set objects_;
  Game::Set of_measure_;
  std::map<std::vector<std::int64_t>, double> costs_;
};

}  // namespace

Best best_query(const std::vector<Topic>& topics, const std::set<Query>& among, bool others) {
  return among.size() == 1 ? Best{*among.begin()} : Planner(topics).best(among, others);
}

std::optional<double> expected_questions(const std::vector<Topic>& topics) {
  return Planner(topics).expected();
}

}  // namespace siqingdan
