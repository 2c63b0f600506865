// Descriptions to planes to bytes.

#include <algorithm>
#include <cmath>
#include <map>
#include <thread>

#include "match/evidence.h"
#include "match/evidence_bytes.h"
#include "match/features.h"
#include "match/folded.h"
#include "match/learn.h"
#include "match/weigh.h"

namespace siqingdan {
namespace {

constexpr std::uint32_t kSeenIn = 2;  // descriptions; what only one holds tells nothing of the next
constexpr int kFaint = 2;             // weights (of kUnit) no larger are left out: they change no ranking

// Each feature of a description with how often it is there.
using Counts = std::map<std::uint32_t, std::uint32_t>;

struct Described {
  Counts counts;
  std::uint32_t klass = 0;
};

template <class T>
void put(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

class Teacher {
 public:
  Teacher(const Catalogue& catalogue, const Descriptions& descriptions) : catalogue_(catalogue) {
    for (const auto& [id, offence] : catalogue.offences) {
      std::vector<std::string> texts = offence.aliases;
      texts.push_back(offence.title);
      const auto said = descriptions.of.find(id);
      if (said != descriptions.of.end()) {
        texts.insert(texts.end(), said->second.begin(), said->second.end());
      }
      add(std::move(texts));
    }
    add(descriptions.outside);
  }

  std::string teach() {
    choose_features();
    write_examples();
    learn_planes();
    return bytes();
  }

 private:
  // The next class. In whatever order and however often the files say something, it is learned once.
  void add(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    for (const std::string& text : texts) {
      Described described{{}, classes_};
      for (const Feature& feature : features_of(fold(text).text)) {
        ++described.counts[feature.key];
      }
      described_.push_back(std::move(described));
    }
    ++classes_;
  }

  void choose_features() {
    std::map<std::uint32_t, std::uint32_t> among;
    for (const Described& described : described_) {
      for (const auto& entry : described.counts) {
        ++among[entry.first];
      }
    }
    for (const auto& [key, count] : among) {
      if (count >= kSeenIn) {
        number_[key] = static_cast<std::uint32_t>(keys_.size());
        keys_.push_back(key);
        among_.push_back(count);
        rarities_.push_back(static_cast<std::uint16_t>(rarity(described_.size(), count)));
      }
    }
  }

  void write_examples() {
    for (const Described& described : described_) {
      Example example{{}, described.klass};
      double square = 0;
      for (const auto& [key, times] : described.counts) {
        const auto known = number_.find(key);
        if (known != number_.end()) {
          const int value = rarities_[known->second] * repeated(times);
          example.features.emplace_back(known->second, static_cast<float>(value));
          square += static_cast<double>(value) * value;
        }
      }
      for (auto& entry : example.features) {
        entry.second /= static_cast<float>(std::sqrt(square));
      }
      examples_.push_back(std::move(example));
    }
  }

  // The classes know nothing of each other, so they may be learned side by side.
  void learn_planes() {
    says_.resize(keys_.size());
    biases_.resize(classes_);
    std::vector<std::vector<std::int8_t>> weights(classes_);
    const std::uint32_t workers = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::thread> threads;
    for (std::uint32_t worker = 0; worker < workers; ++worker) {
      threads.emplace_back([&, worker] {
        for (std::uint32_t klass = worker; klass < classes_; klass += workers) {
          weights[klass] = learn_one(klass);
        }
      });
    }
    for (std::thread& thread : threads) {
      thread.join();
    }
    for (std::uint32_t klass = 0; klass < classes_; ++klass) {
      for (std::uint32_t feature = 0; feature < keys_.size(); ++feature) {
        if (weights[klass][feature] != 0) {
          says_[feature].push_back({klass, weights[klass][feature]});
        }
      }
    }
  }

  std::vector<std::int8_t> learn_one(std::uint32_t klass) {
    const Plane plane = learn(examples_, klass, keys_.size());
    biases_[klass] = static_cast<std::int32_t>(std::lround(plane.bias * Evidence::kUnit));
    std::vector<std::int8_t> weights(keys_.size(), 0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const long weight = std::clamp(std::lround(plane.weights[i] * Evidence::kUnit), -127L, 127L);
      weights[i] = static_cast<std::int8_t>(std::abs(weight) > kFaint ? weight : 0);
    }
    return weights;
  }

  // For each sound, the pair that most descriptions hold (of equals the first).
  std::map<std::uint32_t, std::uint32_t> alike() const {
    std::map<std::uint32_t, std::uint32_t> best;
    for (std::uint32_t feature = 0; feature < keys_.size(); ++feature) {
      const std::uint32_t sound = sound_of_pair(keys_[feature]);
      if (sound == 0) {
        continue;
      }
      const auto [entry, fresh] = best.try_emplace(sound, feature);
      if (!fresh && among_[feature] > among_[entry->second]) {
        entry->second = feature;
      }
    }
    return best;
  }

  std::string bytes() const {
    std::vector<std::uint32_t> first{0};
    std::vector<std::uint16_t> klasses;
    std::vector<std::int8_t> weights;
    for (const auto& of_feature : says_) {
      for (const Evidence::Says& says : of_feature) {
        klasses.push_back(static_cast<std::uint16_t>(says.klass));
        weights.push_back(static_cast<std::int8_t>(says.weight));
      }
      first.push_back(static_cast<std::uint32_t>(klasses.size()));
    }
    std::vector<std::uint32_t> sounds;
    std::vector<std::uint32_t> features;
    for (const auto& [sound, feature] : alike()) {
      sounds.push_back(sound);
      features.push_back(feature);
    }
    const EvidenceSizes sizes{static_cast<std::uint32_t>(keys_.size()), classes_,
                              static_cast<std::uint32_t>(klasses.size()),
                              static_cast<std::uint32_t>(sounds.size())};
    std::string out(reinterpret_cast<const char*>(&sizes), sizeof sizes);
    put(out, keys_);
    put(out, first);
    put(out, sounds);
    put(out, features);
    put(out, biases_);
    std::string strings;
    put(out, ends_of_strings(strings));
    put(out, rarities_);
    put(out, klasses);
    put(out, weights);
    return out + strings;
  }

  std::vector<std::uint32_t> ends_of_strings(std::string& strings) const {
    std::vector<std::uint32_t> ends{0};
    const auto write = [&](const std::string& text) {
      strings += text;
      ends.push_back(static_cast<std::uint32_t>(strings.size()));
    };
    for (const auto& [id, offence] : catalogue_.offences) {
      const auto domain = catalogue_.domains.find(offence.domain);
      write(id);
      write(offence.title);
      write(offence.domain);
      write(domain == catalogue_.domains.end() ? offence.domain : domain->second);
    }
    for (int i = 0; i < 4; ++i) {
      write("");
    }
    return ends;
  }

  const Catalogue& catalogue_;
  std::uint32_t classes_ = 0;
  std::vector<Described> described_;
  std::map<std::uint32_t, std::uint32_t> number_;  // key → feature
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint32_t> among_;  // descriptions that hold it
  std::vector<std::uint16_t> rarities_;
  std::vector<Example> examples_;
  std::vector<std::vector<Evidence::Says>> says_;
  std::vector<std::int32_t> biases_;
};

}  // namespace

std::string learn_evidence(const Catalogue& catalogue, const Descriptions& descriptions) {
  return Teacher(catalogue, descriptions).teach();
}

}  // namespace siqingdan
