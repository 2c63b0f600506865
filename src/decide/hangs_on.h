// Why a fact is asked: the open grounds that wait for it.

#pragma once

#include "decide/game.h"

namespace siqingdan {

// A ground that is undetermined, with its leaves that wait for the fact. No leaf: it waits for the day of the
// act as law of the past.
struct Hanging {
  Question question = Question::no_filing;
  Ground ground;
  std::vector<Reason> leaves;
};

// In the order of the topics, the strongest ground of each first; what two measures have in common only once.
// Empty for the question which offence it is.
// Points into the rules and the topics.
std::vector<Hanging> hangs_on(const std::vector<Topic>& topics, const Query& query);

}  // namespace siqingdan
