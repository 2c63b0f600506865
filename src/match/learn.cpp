#include "match/learn.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

#include "match/weigh.h"

namespace siqingdan {
namespace {

constexpr double kPrecision = 0.1; // the projected gradients differ by less: done
constexpr int kRounds = 25;         // never more

class Learner {
 public:
  Learner(const std::vector<Example>& examples, const std::vector<bool>& inside, std::size_t features)
      : examples_(examples), inside_(inside), alpha_(examples.size(), 0) {
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
      const double side = inside_[i] ? 1 : -1;
      const double gradient = side * distance(plane_, examples_[i]) - 1 + kDiagonal * alpha_[i];
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

  void move(const Example& example, double by) {
    for (const auto& [feature, x] : example) {
      plane_.weights[feature] += by * static_cast<double>(x);
    }
    plane_.bias += by;
  }

  const std::vector<Example>& examples_;
  const std::vector<bool>& inside_;
  std::vector<double> alpha_;
  std::vector<std::uint32_t> active_;
  double highest_ = std::numeric_limits<double>::infinity();
  std::uint64_t state_ = 1;
  Plane plane_;
};

}  // namespace

Example example_of(const std::vector<FeatureCounts>& parts, const Dictionary& dictionary) {
  Example example;
  double square = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (const auto& [key, times] : parts[part]) {
      if (const auto feature = dictionary.find(key)) {
        const int value = dictionary.rarities[*feature] * repeated(times);
        example.emplace_back(static_cast<std::uint32_t>(part * dictionary.size()) + *feature,
                             static_cast<float>(value));
        square += static_cast<double>(value) * value;
      }
    }
  }
  for (auto& entry : example) {
    entry.second /= static_cast<float>(std::sqrt(square));
  }
  return example;
}

double distance(const Plane& plane, const Example& example) {
  double sum = plane.bias;
  for (const auto& [feature, x] : example) {
    sum += plane.weights[feature] * static_cast<double>(x);
  }
  return sum;
}

Plane learn(const std::vector<Example>& examples, const std::vector<bool>& inside, std::size_t features) {
  return Learner(examples, inside, features).learn();
}

std::vector<Plane> learn_all(std::size_t count, const std::function<Plane(std::size_t)>& learn_one) {
  std::vector<Plane> planes(count);
  const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] {
      for (std::size_t i = worker; i < count; i += workers) {
        planes[i] = learn_one(i);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  return planes;
}

}  // namespace siqingdan
