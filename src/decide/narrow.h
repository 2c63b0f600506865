// What is left of grounds once the known facts are put in: for searching, many times faster to evaluate.

#pragma once

#include <memory>

#include "decide/grounds.h"

namespace siqingdan {

// The same Grounds, with the candidates that cannot apply any more, the bars that bar nothing and the nodes
// that are settled left out. With the facts they were narrowed with, or more, their answer is undetermined or
// settled exactly when that of the whole is. (Which settled answer it is may be lost.) Conditions keep only
// what is evaluated: neither words nor citations.
class Narrowed {
 public:
  Narrowed(const Grounds& whole, const FactSheet& facts);
  const Grounds& grounds() const { return grounds_; }

 private:
  Grounds grounds_;
  std::vector<std::unique_ptr<Rule>> rules_;  // stay where they are when this is moved
  std::vector<std::unique_ptr<Bar>> bars_;
};

}  // namespace siqingdan
