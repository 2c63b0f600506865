#include "match/learn.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace siqingdan {
namespace {

constexpr double kPrecision = 0.1; // the projected gradients differ by less: done
constexpr int kRounds = 25;         // never more

class Learner {
 public:
  Learner(const std::vector<Example>& examples, std::uint32_t klass, std::size_t features)
      : examples_(examples), klass_(klass), alpha_(examples.size(), 0) {
    plane_.weights.assign(features, 0);
    active_.resize(examples.size());
    std::iota(active_.begin(), active_.end(), 0U);
  }

  Plane learn() {
    for (int round = 0; round < kRounds; ++round) {
      shuffle();
      const bool all = active_.size() == examples_.size();
      if (!go_round()) {
        continue;
      }
      if (all) {
        break;
      }
      // Settled among those still moving: look at all once more.
      active_.resize(examples_.size());
      std::iota(active_.begin(), active_.end(), 0U);
      highest_ = std::numeric_limits<double>::infinity();
    }
    return std::move(plane_);
  }

 private:
  static constexpr double kDiagonal = 0.5 / kCostOfError;

  // A fixed congruential sequence (Knuth, MMIX): neighbours in the file must not be neighbours here.
  void shuffle() {
    for (std::size_t i = active_.size(); i > 1; --i) {
      state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(active_[i - 1], active_[(state_ >> 33U) % i]);
    }
  }

  // One step for each example that still moves. True if none moves any more.
  bool go_round() {
    double highest = -std::numeric_limits<double>::infinity();
    double lowest = std::numeric_limits<double>::infinity();
    std::size_t kept = 0;
    for (const std::uint32_t i : active_) {
      const double side = examples_[i].klass == klass_ ? 1 : -1;
      const double gradient = side * value(examples_[i]) - 1 + kDiagonal * alpha_[i];
      if (alpha_[i] == 0 && gradient > highest_) {
        continue;  // far on its own side: set aside
      }
      active_[kept++] = i;
      const double projected = alpha_[i] == 0 ? std::min(gradient, 0.0) : gradient;
      highest = std::max(highest, projected);
      lowest = std::min(lowest, projected);
      if (projected != 0) {
        const double before = alpha_[i];
        alpha_[i] = std::max(before - gradient / (2 + kDiagonal),
                             0.0);  // 2: the square of an example and its bias
        move(examples_[i], (alpha_[i] - before) * side);
      }
    }
    active_.resize(kept);
    highest_ = highest > 0 ? highest : std::numeric_limits<double>::infinity();
    return highest - lowest <= kPrecision;
  }

  double value(const Example& example) const {
    double sum = plane_.bias;
    for (const auto& [feature, x] : example.features) {
      sum += plane_.weights[feature] * static_cast<double>(x);
    }
    return sum;
  }

  void move(const Example& example, double by) {
    for (const auto& [feature, x] : example.features) {
      plane_.weights[feature] += by * static_cast<double>(x);
    }
    plane_.bias += by;
  }

  const std::vector<Example>& examples_;
  std::uint32_t klass_;
  std::vector<double> alpha_;
  std::vector<std::uint32_t> active_;
  double highest_ = std::numeric_limits<double>::infinity();
  std::uint64_t state_ = 1;
  Plane plane_;
};

}  // namespace

Plane learn(const std::vector<Example>& examples, std::uint32_t klass, std::size_t features) {
  return Learner(examples, klass, features).learn();
}

}  // namespace siqingdan
