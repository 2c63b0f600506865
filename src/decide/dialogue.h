// An interview without the talking: what is asked, what was replied, what stays open.

#pragma once

#include <functional>

#include "decide/next_question.h"

namespace siqingdan {

// Starts with whatever the case already says. `rules` must outlive it.
class Dialogue {
 public:
  Dialogue(const RuleSet& rules, Date on, Case known) : rules_(rules), on_(on), known_(std::move(known)) {}

  const Case& known() const { return known_; }
  std::vector<Topic> topics() const { return topics_of(rules_, known_, on_); }

  // First what can change an answer, then the days from which deadlines run (they settle nothing). Nothing:
  // all that can be settled is.
  std::optional<NextQuestion> next();

  void name_case(const std::string& number) { known_.set_id(number); }

  // The replies. Nothing known: it could not be established. Neither that nor what was skipped is asked
  // again.
  // `more` may add what follows from the offence: it is taken back with it.
  void name_offence(const std::string& id, const std::function<void(Case&)>& more = {});
  void learn(const Query& query, std::optional<Known> known);
  void contemplate_no_measure();
  void skip(const Query& query);
  // Takes the last reply back; false if there is none.
  bool back();

  // What was skipped or could not be established, in the order of asking, and some open answer still waits
  // for, each with these answers.
  std::vector<std::pair<Query, std::set<Question>>> left_open() const;

 private:
  struct State {
    Case known;
    std::set<Query> skipped;
    std::vector<Query> in_vain;
    Plan plan;
  };

  void remember() { before_.push_back({known_, skipped_, in_vain_, plan_}); }
  std::optional<NextQuestion> next_date() const;

  const RuleSet& rules_;
  Date on_;
  Case known_;
  std::set<Query> skipped_;
  std::vector<Query> in_vain_;  // skipped, or could not be established
  Plan plan_;  // of the last question; empty where its reply made it worthless
  std::vector<State> before_;
};

}  // namespace siqingdan
