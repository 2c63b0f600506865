// What topics would look like after more answers: for planning questions.

#pragma once

#include <bitset>
#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "decide/narrow.h"
#include "decide/open_facts.h"
#include "decide/topics.h"

namespace siqingdan {

// A fact of the case, or of one measure. kNoFact: which offence it is.
struct Query {
  FactId fact = kNoFact;
  std::optional<std::size_t> measure;
  auto operator<=>(const Query&) const = default;
};

// The query that asks for a fact in a topic: of its measure, if the fact is about one.
Query query_of(const Topic& topic, FactId fact);

// The open topics of a case as a game: a move answers one query, the game ends when no query is open.
// Queries are numbered; what was asked in vain has no number.
class Game {
 public:
  static constexpr std::size_t kMost = 192;
  using Set = std::bitset<kMost>;
  // A way to turn out, and how likely it is beside the others.
  struct Way {
    std::int64_t value = 0;  // kNone: "no measure is contemplated", for what a measure is aimed at
    double weight = 1;
  };
  static constexpr std::int64_t kNone = INT64_MIN;
  static constexpr int kTopic = 1000;

  explicit Game(const std::vector<Topic>& topics);

  const std::vector<Query>& queries() const { return queries_; }
  // How the query can turn out in the present state, ways that the rules cannot tell apart only once.
  const std::vector<Way>& ways(std::size_t query);
  void answer(std::size_t query, std::int64_t way);
  void take_back();  // the last answer

  Set open() const;                          // the queries that conditions still wait for
  // How much waits for the query: one more topic outweighs any number of conditions.
  int weight(std::size_t query) const;
  int unsettled() const;                     // how many topics are
  const std::vector<std::int64_t>& state() const { return state_; }  // for each query its way, or kOpen
  static constexpr std::int64_t kOpen = INT64_MIN + 1;

 private:
  struct Line {
    Narrowed narrowed;
    std::vector<Part> parts;
    FactSheet facts;
    std::vector<std::size_t> number_of;  // query of each fact, or kMost
    bool coercive;
    // The present state, and those before it.
    struct View {
      Set open;
      std::vector<std::uint16_t> weights;
      bool settled = false;
    };
    std::vector<View> views;
  };
  struct Move {
    std::size_t query;
    std::vector<std::size_t> lines;
  };

  void number_queries(const Topic& topic, Line& line);
  void look(Line& line) const;
  bool is_date(std::size_t query) const;
  std::vector<Way> ways_now(std::size_t query);

  const Vocabulary& vocabulary_;
  FactId object_;
  std::vector<Line> lines_;
  std::vector<Query> queries_;
  std::vector<std::vector<Way>> ways_;  // at the start
  std::map<std::vector<std::int64_t>, std::vector<Way>>
      date_ways_;  // how a date can turn out hangs on the others
  std::vector<std::int64_t> state_;
  std::vector<Move> moves_;
};

}  // namespace siqingdan
