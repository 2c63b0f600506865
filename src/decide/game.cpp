#include "decide/game.h"

#include <algorithm>

namespace siqingdan {

Query query_of(const Topic& topic, FactId fact) {
  const bool of_measure = topic.grounds.rules.vocabulary.facts[fact].about_measure;
  return {fact, of_measure ? topic.measure : std::nullopt};
}

Game::Game(const std::vector<Topic>& topics)
    : vocabulary_(topics.front().grounds.rules.vocabulary), object_(measure_object(vocabulary_)) {
  for (const Topic& topic : topics) {
    if (answer_of(topic.grounds, topic.facts) != Answer::undetermined) {
      continue;
    }
    lines_.push_back({Narrowed(topic.grounds, topic.facts), {}, topic.facts, {}, {}, {}});
    Line& line = lines_.back();
    line.coercive = topic.grounds.question == Question::no_coercive_measure;
    line.parts = parts_of(line.narrowed.grounds());
    number_queries(topic, line);
    look(line);
  }
  state_.assign(queries_.size(), kOpen);
  for (std::size_t query = 0; query < queries_.size(); ++query) {
    ways_.push_back(ways_now(query));
  }
}

void Game::number_queries(const Topic& topic, Line& line) {
  line.number_of.assign(vocabulary_.facts.size(), kMost);
  for (const auto& [fact, count] : open_facts(line.narrowed.grounds(), line.parts, line.facts)) {
    if (line.facts.was_asked(fact)) {
      continue;
    }
    const Query query = query_of(topic, fact);
    auto found = std::find(queries_.begin(), queries_.end(), query);
    if (found == queries_.end() && queries_.size() < kMost) {
      queries_.push_back(query);
      found = queries_.end() - 1;
    }
    if (found != queries_.end()) {
      line.number_of[fact] = static_cast<std::size_t>(found - queries_.begin());
    }
  }
}

// What is open in the present state of the line.
void Game::look(Line& line) const {
  Line::View view;
  view.settled = answer_of(line.narrowed.grounds(), line.facts) != Answer::undetermined;
  if (!view.settled) {
    view.weights.assign(kMost, 0);
    for (const auto& [fact, count] : open_facts(line.narrowed.grounds(), line.parts, line.facts)) {
      const std::size_t query = line.number_of[fact];
      if (query < kMost) {
        view.open.set(query);
        view.weights[query] = static_cast<std::uint16_t>(count);
      }
    }
  }
  line.views.push_back(std::move(view));
}

// Ways that leave every condition alike are one way.
std::vector<Game::Way> Game::ways_now(std::size_t query) {
  const FactId fact = queries_[query].fact;
  std::set<std::int64_t> values;
  for (const Line& line : lines_) {
    if (line.number_of[fact] == query) {
      values.merge(values_of(line.narrowed.grounds(), line.parts, line.facts, fact));
    }
  }
  std::vector<Way> ways;
  std::set<std::vector<Truth>> seen;
  for (const std::int64_t value : values) {
    std::vector<Truth> signature;
    for (Line& line : lines_) {
      if (line.number_of[fact] != query) {
        continue;
      }
      const Grounds& grounds = line.narrowed.grounds();
      line.facts.set(fact, {value, {}, {}, {}});
      for (const Part& part : line.parts) {
        const auto truths = evaluate(*part.condition, grounds.situation(*part.list, part.law_on, line.facts));
        signature.insert(signature.end(), truths.begin(), truths.end());
        if (part.candidate != nullptr) {
          signature.push_back(grounds.counts(*part.candidate, line.facts));
        }
      }
      line.facts.clear(fact);
    }
    if (seen.insert(signature).second) {
      ways.push_back({value, 1});
    }
  }
  if (fact == object_ && !queries_[query].measure) {
    // As likely as all that could be aimed at together: most cases need no measure.
    ways.push_back({kNone, static_cast<double>(ways.size())});
  }
  return ways;
}

bool Game::is_date(std::size_t query) const {
  return vocabulary_.facts[queries_[query].fact].type == FactType::date;
}

const std::vector<Game::Way>& Game::ways(std::size_t query) {
  if (!is_date(query)) {
    return ways_[query];
  }
  std::vector<std::int64_t> dates = {static_cast<std::int64_t>(query)};
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    if (is_date(i)) {
      dates.push_back(state_[i]);
    }
  }
  const auto known = date_ways_.find(dates);
  return known != date_ways_.end() ? known->second : date_ways_[dates] = ways_now(query);
}

void Game::answer(std::size_t query, std::int64_t way) {
  Move move{query, {}};
  const FactId fact = queries_[query].fact;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Line& line = lines_[i];
    if (line.number_of[fact] != query || line.views.back().settled) {
      continue;
    }
    move.lines.push_back(i);
    if (way == kNone) {
      line.views.push_back({{}, {}, true});
    } else {
      line.facts.set(fact, {way, {}, {}, {}});
      look(line);
    }
  }
  state_[query] = way;
  moves_.push_back(std::move(move));
}

void Game::take_back() {
  const Move& move = moves_.back();
  const FactId fact = queries_[move.query].fact;
  for (const std::size_t i : move.lines) {
    lines_[i].facts.clear(fact);
    lines_[i].views.pop_back();
  }
  state_[move.query] = kOpen;
  moves_.pop_back();
}

Game::Set Game::open() const {
  Set open;
  for (const Line& line : lines_) {
    open |= line.views.back().open;
  }
  return open;
}

int Game::weight(std::size_t query) const {
  int weight = 0;
  for (const Line& line : lines_) {
    const auto& weights = line.views.back().weights;
    if (!weights.empty() && weights[query] > 0) {
      weight += kTopic + weights[query];
    }
  }
  return weight;
}

int Game::unsettled() const {
  return static_cast<int>(
      std::count_if(lines_.begin(), lines_.end(), [](const Line& l) { return !l.views.back().settled; }));
}

}  // namespace siqingdan
