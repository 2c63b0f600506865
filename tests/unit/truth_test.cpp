#include "base/truth.h"

#include <array>
#include <catch2/catch.hpp>

namespace siqingdan {
namespace {

constexpr Truth N = Truth::no;
constexpr Truth U = Truth::unknown;
constexpr Truth Y = Truth::yes;
constexpr std::array kAll = {N, U, Y};

// What a truth can still become when more is learned.
bool can_become(Truth before, Truth after) { return before == U || before == after; }

}  // namespace

TEST_CASE("Three-valued logic follows the tables of Kleene", "[truth]") {
  struct Row {
    Truth a, b, both, either;
  };
  const auto row = GENERATE(values<Row>({{N, N, N, N},
                                         {N, U, N, U},
                                         {N, Y, N, Y},
                                         {U, N, N, U},
                                         {U, U, U, U},
                                         {U, Y, U, Y},
                                         {Y, N, N, Y},
                                         {Y, U, U, Y},
                                         {Y, Y, Y, Y}}));
  CAPTURE(name_of(row.a), name_of(row.b));
  CHECK(both(row.a, row.b) == row.both);
  CHECK(either(row.a, row.b) == row.either);
}

TEST_CASE("The opposite of unknown is unknown", "[truth]") {
  CHECK(opposite(N) == Y);
  CHECK(opposite(U) == U);
  CHECK(opposite(Y) == N);
  CHECK(truth_of(true) == Y);
  CHECK(truth_of(false) == N);
}

TEST_CASE("Learning never turns a yes into a no", "[truth]") {
  for (const Truth a : kAll) {
    for (const Truth b : kAll) {
      for (const Truth a_later : kAll) {
        for (const Truth b_later : kAll) {
          if (!can_become(a, a_later) || !can_become(b, b_later)) {
            continue;
          }
          CAPTURE(name_of(a), name_of(b), name_of(a_later), name_of(b_later));
          CHECK(can_become(both(a, b), both(a_later, b_later)));
          CHECK(can_become(either(a, b), either(a_later, b_later)));
          CHECK(can_become(opposite(a), opposite(a_later)));
        }
      }
    }
  }
}

TEST_CASE("Both and either are each other's mirror", "[truth]") {
  for (const Truth a : kAll) {
    CHECK(opposite(opposite(a)) == a);
    for (const Truth b : kAll) {
      CAPTURE(name_of(a), name_of(b));
      CHECK(opposite(both(a, b)) == either(opposite(a), opposite(b)));
      CHECK(both(a, b) == both(b, a));
      CHECK(either(a, b) == either(b, a));
    }
  }
}

TEST_CASE("The truths are called no, unknown and yes", "[truth]") {
  CHECK(std::string(name_of(N)) == "no");
  CHECK(std::string(name_of(U)) == "unknown");
  CHECK(std::string(name_of(Y)) == "yes");
}

}  // namespace siqingdan
