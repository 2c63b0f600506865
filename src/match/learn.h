// From examples on either side to the weight of every feature.
//
// The plane between them: an L2-regularised support vector machine with squared hinge loss, by dual
// coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for
// Large-scale Linear SVM, ICML 2008). The order of steps is fixed and no random number is drawn, so the same
// examples always give the same weights.

#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "match/dictionary.h"

namespace siqingdan {

// Features with what they count: each once; the squares of the values sum to 1.
using Example = std::vector<std::pair<std::uint32_t, double>>;

// Of the parts of a text, each with features of its own: feature f of part p is p × dictionary.size() + f.
Example example_of(const std::vector<FeatureCounts>& parts, const Dictionary& dictionary);

struct Plane {
  std::vector<double> weights;  // by feature
  double bias = 0;
};

// How far an example lies on the positive side: 1 is where those that are inside begin.
double distance(const Plane& plane, const Example& example);

// What an example on the wrong side costs beside large weights (C). Found on rules/words/labelled: 0.5 to
// 2 rank almost alike.
inline constexpr double kCostOfError = 1;

// The plane on whose positive side those examples lie that are `inside`.
Plane learn(const std::vector<Example>& examples, const std::vector<bool>& inside, std::size_t features);

// `learn_one(i)` for every i below `count`, on all processors: planes know nothing of each other.
std::vector<Plane> learn_all(std::size_t count, const std::function<Plane(std::size_t)>& learn_one);

}  // namespace siqingdan
