// When a version of a law is in force, as far as the catalogue knows.

#pragma once

#include <optional>
#include <vector>

#include "law/catalogue.h"

namespace siqingdan {

// Half-open; nothing: without end on that side.
struct Period {
  std::optional<Date> from;
  std::optional<Date> until;

  bool contains(Date day) const { return (!from || *from <= day) && (!until || day < *until); }
  bool overlaps(const Period& other) const {
    return (!from || !other.until || *from < *other.until) && (!until || !other.from || *other.from < *until);
  }
  bool empty() const { return from && until && *until <= *from; }
};

// What both have in common.
Period both(const Period& a, const Period& b);

struct LawLife {
  const LawVersion* version;
  Period period;
};

// The versions by the day they begin. Where the first day of a later version is not known, the day of its
// wording stands for it, because it cannot have been in force before; the version before it ends there. If
// that is not known either, it may be in force as soon as the version before it, which then has no end: both
// count.
std::vector<LawLife> lives_of(const Law& law);

}  // namespace siqingdan
