#include <map>

#include "match/evidence_bytes.h"
#include "match/features.h"

namespace siqingdan {
namespace {

template <class T>
void put(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

// For each feature the classes of which it says something, and what.
struct Entries {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint16_t> classes;
  std::vector<std::int8_t> weights;
};

Entries entries_of(const std::vector<WholePlane>& planes, std::size_t features) {
  Entries entries;
  for (std::size_t feature = 0; feature < features; ++feature) {
    for (std::size_t klass = 0; klass < planes.size(); ++klass) {
      if (planes[klass].weights[feature] != 0) {
        entries.classes.push_back(static_cast<std::uint16_t>(klass));
        entries.weights.push_back(planes[klass].weights[feature]);
      }
    }
    entries.first.push_back(static_cast<std::uint32_t>(entries.classes.size()));
  }
  return entries;
}

// For each sound of a pair, the pair that most descriptions hold (of equals the first).
std::map<std::uint32_t, std::uint32_t> alike(const Lessons& lessons) {
  std::map<std::uint32_t, std::uint32_t> best;
  for (std::uint32_t feature = 0; feature < lessons.keys.size(); ++feature) {
    const std::uint32_t sound = sound_of_pair(lessons.keys[feature]);
    if (sound == 0) {
      continue;
    }
    const auto [entry, fresh] = best.try_emplace(sound, feature);
    if (!fresh && lessons.among[feature] > lessons.among[entry->second]) {
      entry->second = feature;
    }
  }
  return best;
}

// Four strings a class, end to end; returns where each begins, and the end.
std::vector<std::uint32_t> put_strings(const Catalogue& catalogue, std::string& strings) {
  std::vector<std::uint32_t> ends{0};
  const auto write = [&](const std::string& text) {
    strings += text;
    ends.push_back(static_cast<std::uint32_t>(strings.size()));
  };
  for (const auto& [id, offence] : catalogue.offences) {
    const auto domain = catalogue.domains.find(offence.domain);
    write(id);
    write(offence.title);
    write(offence.domain);
    write(domain == catalogue.domains.end() ? offence.domain : domain->second);
  }
  ends.insert(ends.end(), 4, ends.back());  // what is none
  return ends;
}

}  // namespace

std::string write_evidence(const Catalogue& catalogue, const Lessons& lessons,
                           const std::vector<WholePlane>& planes) {
  const Entries entries = entries_of(planes, lessons.keys.size());
  std::vector<std::uint32_t> sounds;
  std::vector<std::uint32_t> sounding;
  for (const auto& [sound, feature] : alike(lessons)) {
    sounds.push_back(sound);
    sounding.push_back(feature);
  }
  std::vector<std::int32_t> biases;
  for (const WholePlane& plane : planes) {
    biases.push_back(plane.bias);
  }
  std::string strings;
  const std::vector<std::uint32_t> ends = put_strings(catalogue, strings);
  const auto size = [](const auto& table) { return static_cast<std::uint32_t>(table.size()); };
  const EvidenceSizes sizes{size(lessons.keys), lessons.classes(), lessons.domains(), size(entries.classes),
                            size(sounds)};
  std::string out(reinterpret_cast<const char*>(&sizes), sizeof sizes);
  put(out, lessons.keys);
  put(out, entries.first);
  put(out, sounds);
  put(out, sounding);
  put(out, biases);
  put(out, lessons.domain_of);
  put(out, ends);
  put(out, lessons.rarities);
  put(out, entries.classes);
  put(out, entries.weights);
  return out + strings;
}

}  // namespace siqingdan
