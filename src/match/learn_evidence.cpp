// Descriptions to planes to bytes.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <thread>

#include "match/evidence.h"
#include "match/evidence_bytes.h"
#include "match/learn.h"
#include "match/lessons.h"

namespace siqingdan {
namespace {

constexpr long kFaint = 2;  // weights (of kUnit) no larger are left out: they change no ranking

// The planes know nothing of each other, so they may be learned side by side.
std::vector<Plane> learn_all(const std::vector<Example>& examples, std::uint32_t classes,
                             std::size_t features) {
  std::vector<Plane> planes(classes);
  const std::uint32_t workers = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::uint32_t worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] {
      for (std::uint32_t klass = worker; klass < classes; klass += workers) {
        planes[klass] = learn(examples, klass, features);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  return planes;
}

std::vector<Plane> learn_domains(const Lessons& lessons) {
  std::vector<Example> examples = lessons.examples;
  for (Example& example : examples) {
    example.klass = lessons.domain_of[example.klass];
  }
  return learn_all(examples, lessons.domains(), lessons.keys.size());
}

WholePlane whole(const Plane& plane) {
  WholePlane result;
  result.bias = static_cast<std::int32_t>(std::lround(plane.bias * Evidence::kUnit));
  for (const double exact : plane.weights) {
    const long weight = std::lround(exact * Evidence::kUnit);
    result.weights.push_back(
        static_cast<std::int8_t>(std::labs(weight) > kFaint ? std::clamp(weight, -127L, 127L) : 0L));
  }
  return result;
}

}  // namespace

std::string learn_evidence(const Catalogue& catalogue, const Descriptions& descriptions) {
  const Lessons lessons = lessons_of(catalogue, descriptions);
  std::vector<WholePlane> planes;
  for (const Plane& plane : learn_all(lessons.examples, lessons.classes(), lessons.keys.size())) {
    planes.push_back(whole(plane));
  }
  for (const Plane& plane : learn_domains(lessons)) {
    planes.push_back(whole(plane));
  }
  return write_evidence(catalogue, lessons, planes);
}

}  // namespace siqingdan
