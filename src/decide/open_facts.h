// What an open answer waits for, and how each such fact can turn out.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "decide/grounds.h"

namespace siqingdan {

// A condition that can change the answer: a candidate's own, or a bar's (no candidate).
struct Part {
  const Expression* condition = nullptr;
  const List* list = nullptr;
  Date law_on;
  const Candidate* candidate = nullptr;
};

// Every condition of the grounds, those of candidates first. The parts point into `grounds`.
std::vector<Part> parts_of(const Grounds& grounds);

// The unknown facts of unknown leaves below unknown nodes, with the number of leaves that wait for each:
// knowing them all settles the answer, and no other fact can.
std::map<FactId, int> open_facts(const Grounds& grounds, const std::vector<Part>& parts,
                                 const FactSheet& facts);

// One value for each way the fact can turn out, as far as the leaves can tell them apart: both truths, every
// code, and for amounts and dates the points around each limit some leaf compares with. Between two such
// points no leaf changes, so these are all the worlds there are.
std::set<std::int64_t> values_of(const Grounds& grounds, const std::vector<Part>& parts,
                                 const FactSheet& facts, FactId fact);

}  // namespace siqingdan
