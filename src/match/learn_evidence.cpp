// Descriptions to planes to bytes: what evidence.cpp reads.

#include "match/evidence.h"
#include "match/learn.h"
#include "match/lessons.h"

namespace siqingdan {
namespace {

std::vector<bool> those_of(std::uint32_t klass, const std::vector<std::uint32_t>& class_of) {
  std::vector<bool> inside;
  for (const std::uint32_t one : class_of) {
    inside.push_back(one == klass);
  }
  return inside;
}

// Of every class, then of every domain.
std::vector<Plane> planes_of(const Lessons& lessons) {
  std::vector<std::uint32_t> domain_of;  // by example
  for (const std::uint32_t klass : lessons.class_of) {
    domain_of.push_back(lessons.domain_of[klass]);
  }
  return learn_all(lessons.classes() + lessons.domains(), [&](std::size_t number) {
    const auto plane = static_cast<std::uint32_t>(number);
    const bool domain = plane >= lessons.classes();
    return learn(lessons.examples,
                 domain ? those_of(plane - lessons.classes(), domain_of) : those_of(plane, lessons.class_of),
                 lessons.dictionary.size());
  });
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

std::string learn_evidence(const Catalogue& catalogue, const Descriptions& descriptions) {
  const Lessons lessons = lessons_of(catalogue, descriptions);
  std::string strings;
  const std::vector<std::uint32_t> ends = put_strings(catalogue, strings);
  std::string out = write_planes(lessons.dictionary, planes_of(lessons));
  put(out, std::vector<std::uint32_t>{lessons.classes()});
  put(out, lessons.domain_of);
  put(out, ends);
  return out + strings;
}

}  // namespace siqingdan
