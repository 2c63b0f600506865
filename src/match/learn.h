// From descriptions with their offences to the weight of every word for every offence.
//
// One separating plane for each class against all others: an L2-regularised support vector machine with
// squared hinge loss, by dual coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate
// Descent Method for Large-scale Linear SVM, ICML 2008). The order of steps is fixed and no random number is
// drawn, so the same descriptions always give the same weights.

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace siqingdan {

struct Example {
  std::vector<std::pair<std::uint32_t, double>>
      features;  // each feature once; the squares of the values sum to 1
  std::uint32_t klass = 0;
};

struct Plane {
  std::vector<double> weights;  // by feature
  double bias = 0;
};

// What an example on the wrong side costs beside large weights (C). Found on the tuning half of tests/words:
// 0.5 to 2 rank almost alike.
inline constexpr double kCostOfError = 1;

// The plane on whose positive side the examples of `klass` lie.
Plane learn(const std::vector<Example>& examples, std::uint32_t klass, std::size_t features);

}  // namespace siqingdan
