// How many questions an interview takes on cases as they come in real life, against asking everything.
//
//   count_questions DATE CASE.json...
//   count_questions DATE --offences      instead of files every eighth offence, of which nothing is known
//
// Of each case the facts are taken away; then it is asked until no answer can change any more. The replies
// are those of the file; what it does not say turns out at random, in several fixed worlds, each way as
// likely as the other; what it says cannot be established is not. A file without measures contemplates none.
// Ways of asking:
//   chosen       the next question as `check --ask` chooses it
//   in order     always the first of `ask` in the decision
//   everything   every fact that the open conditions of the four questions wait for, at the start
// For comparison, what nobody can promise:
//   foresight    the fewest facts that prove the answers, chosen by somebody who knows all replies beforehand
//                (the best of many attempts at leaving out one after the other)
// However it is asked, the answers must come out the same (or the tool fails).

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <string>

#include "base/failure.h"
#include "base/file.h"
#include "decide/decide.h"
#include "decide/next_question.h"
#include "json/parse.h"
#include "rules/builtin.h"

namespace siqingdan {
namespace {

constexpr unsigned kWorldsOfAFile = 10;
constexpr int kAttempts = 200;
constexpr std::size_t kEach = 8;
using Choose = std::function<std::optional<Query>(const Case&)>;

class Counter {
 public:
  Counter(const RuleSet& rules, Date on) : rules_(rules), on_(on) {}

  Case read(const char* file) const {
    Issues issues;
    const auto document = json::parse({file, read_file(file, 1 << 20)}, issues);
    auto result = document ? read_case(*document, rules_.vocabulary, rules_.catalogue, on_, issues)
                           : std::nullopt;
    if (!result) {
      throw Failure(say("{} 读不懂", "{} cannot be read", std::string(file)));
    }
    return std::move(*result);
  }

  void add_offences(std::vector<Case>& cases) const {
    std::size_t number = 0;
    for (const auto& [id, offence] : rules_.catalogue.offences) {
      if (number++ % kEach == 0) {
        cases.emplace_back();
        cases.back().id = id;
        cases.back().offence = id;
        cases.back().facts = FactSheet(rules_.vocabulary.facts.size());
      }
    }
  }

  // The case before anybody asked: the offence and what the measures are aimed at are given.
  Case bare(Case full) const {
    full.facts = FactSheet(rules_.vocabulary.facts.size());
    for (Measure& measure : full.measures) {
      measure.facts = full.facts;
    }
    return full;
  }

  std::set<Query> everything(const Case& a_case) const {
    std::set<Query> all;
    for (const Topic& topic : topics_of(rules_, a_case, on_)) {
      for (const auto& [fact, count] : open_facts(topic.grounds, parts_of(topic.grounds), topic.facts)) {
        all.insert(query_of(topic, fact));
      }
    }
    return all;
  }

  // The file, and for what it does not say one of the worlds.
  Case whole(Case full, unsigned world) const {
    std::mt19937 random(world);
    for (const Query& query : everything(bare(full))) {
      FactSheet& sheet = query.measure ? full.measures[*query.measure].facts : full.facts;
      const FactId source = rules_.vocabulary.facts[query.fact].derived_from;
      if (sheet.at(query.fact) || sheet.was_asked(query.fact) || (source != kNoFact && sheet.at(source))) {
        continue;
      }
      std::set<std::int64_t> values;
      for (const Topic& topic : topics_of(rules_, full, on_)) {
        values.merge(values_of(topic.grounds, parts_of(topic.grounds), topic.facts, query.fact));
      }
      const auto draw = static_cast<std::ptrdiff_t>(random() % values.size());
      sheet.set(query.fact, {*std::next(values.begin(), draw), {}, {}, {}});
    }
    return full;
  }

  double asked(const Case& full, const Choose& choose) {
    Case known = bare(full);
    plan_.clear();
    double questions = 0;
    for (auto query = choose(known); query; query = choose(known)) {
      ++questions;
      if (query->fact == measure_object(rules_.vocabulary)) {
        known.contemplate_no_measure();
        continue;
      }
      // Who knows the day of the last violation answers with it.
      const FactSheet& truth = query->measure ? full.measures[*query->measure].facts : full.facts;
      const FactId source = rules_.vocabulary.facts[query->fact].derived_from;
      const bool by_date = source != kNoFact && truth.at(source) && !known.facts.at(source);
      const FactId told = by_date ? source : query->fact;
      known.set_fact(rules_.vocabulary, told, query->measure, truth.at(told));
      if (!truth.at(told)) {
        plan_.clear();
      }
    }
    same_answers(full, known);
    return questions;
  }

  std::optional<Query> chosen(const Case& known) {
    const auto begin = std::chrono::steady_clock::now();
    const auto next = next_question(topics_of(rules_, known, on_), {Query{}}, plan_);
    plan_ = next ? next->plan : Plan{};
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    slowest_ = std::max(slowest_, taken.count());
    return next && next->query.fact != kNoFact ? std::optional<Query>(next->query) : std::nullopt;
  }

  std::optional<Query> in_order(const Case& known) const {
    for (const Ask& ask : decide(rules_, known, on_).ask) {
      if (ask.fact != kNoFact) {
        return Query{ask.fact, ask.measure};
      }
    }
    return std::nullopt;
  }

  double foresight(Case full) const {
    double fewest = full.measures.empty() ? 1 : 0;  // "no measure" is one reply
    if (full.measures.empty()) {
      full.contemplate_no_measure();
    }
    const std::vector<Topic> topics = topics_of(rules_, full, on_);
    const std::set<Query> all = everything(bare(full));
    std::vector<Query> order(all.begin(), all.end());
    std::mt19937 random(1);
    std::size_t least = order.size();
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      std::shuffle(order.begin(), order.end(), random);
      std::vector<Topic> left = topics;
      least = std::min(least, static_cast<std::size_t>(
                                  std::count_if(order.begin(), order.end(), [&](const Query& query) {
                                    return !can_do_without(query, left, topics);
                                  })));
    }
    return fewest + static_cast<double>(least);
  }

  double slowest() const { return slowest_; }

 private:
  void same_answers(const Case& full, const Case& known) const {
    const Decision a = decide(rules_, full, on_);
    const Decision b = decide(rules_, known, on_);
    for (std::size_t i = 0; i < a.answers.size(); ++i) {
      const bool moot = b.answers[i].moot_because == "no_measure";
      if (!moot && a.answers[i].findings.answer != b.answers[i].findings.answer) {
        bug(full.id + ": asked, " + name_of(a.answers[i].question) + " comes out as " +
            name_of(b.answers[i].findings.answer) + ", not " + name_of(a.answers[i].findings.answer));
      }
    }
  }

  // Takes the fact away if the answers stay what they are in `whole`.
  bool can_do_without(const Query& query, std::vector<Topic>& left, const std::vector<Topic>& whole) const {
    std::vector<Topic> less = left;
    for (std::size_t i = 0; i < less.size(); ++i) {
      if (query_of(less[i], query.fact) == query) {
        const FactId source = rules_.vocabulary.facts[query.fact].derived_from;
        less[i].facts.clear(query.fact);
        if (source != kNoFact) {
          less[i].facts.clear(source);
        }
      }
      if (answer_of(less[i].grounds, less[i].facts) != answer_of(whole[i].grounds, whole[i].facts)) {
        return false;
      }
    }
    left = std::move(less);
    return true;
  }

  const RuleSet& rules_;
  Date on_;
  Plan plan_;
  double slowest_ = 0;
};

int run(int argc, char** argv) {
  const auto on = argc > 2 ? parse_date(argv[1]) : std::nullopt;
  if (!on) {
    std::fputs("usage: count_questions DATE CASE.json...\n", stderr);
    return 2;
  }
  const RuleSet rules = builtin_rules();
  Counter counter(rules, *on);
  std::vector<Case> cases;
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--offences") {
      counter.add_offences(cases);
    } else {
      cases.push_back(counter.read(argv[i]));
      cases.back().id = argv[i];
    }
  }
  double sums[4] = {};
  std::puts("  chosen  in order  everything  foresight");
  for (const Case& full : cases) {
    double counts[4] = {};
    for (unsigned world = 0; world < kWorldsOfAFile; ++world) {
      const Case whole = counter.whole(full, world);
      counts[0] += counter.asked(whole, [&](const Case& c) { return counter.chosen(c); }) / kWorldsOfAFile;
      counts[1] += counter.asked(whole, [&](const Case& c) { return counter.in_order(c); }) / kWorldsOfAFile;
      counts[3] += counter.foresight(whole) / kWorldsOfAFile;
    }
    counts[2] = static_cast<double>(counter.everything(counter.bare(full)).size());
    std::printf("  %6.1f  %8.1f  %10.1f  %9.1f  %s\n", counts[0], counts[1], counts[2], counts[3],
                full.id.c_str());
    for (int k = 0; k < 4; ++k) {
      sums[k] += counts[k] / static_cast<double>(cases.size());
    }
  }
  std::printf("  %6.1f  %8.1f  %10.1f  %9.1f  average of %zu cases; slowest choice %.0f ms\n", sums[0],
              sums[1], sums[2], sums[3], cases.size(), counter.slowest());
  return 0;
}

}  // namespace
}  // namespace siqingdan

int main(int argc, char** argv) {
  try {
    return siqingdan::run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "count_questions: %s\n", problem.what());
    return 1;
  }
}
