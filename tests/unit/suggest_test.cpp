#include "base/suggest.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace siqingdan {
namespace {

const std::vector<std::string> kNames = {"act_minor", "act_on",     "corrected", "corrected_on",
                                         "harm",      "cooperates", "改正",      "ad.approval_valid"};

}  // namespace

TEST_CASE("A slip finds the word that was meant", "[suggest]") {
  struct Row {
    const char* word;
    const char* meant;
  };
  const auto row = GENERATE(values<Row>({{"corected", "corrected"},        // a letter lost
                                         {"corrrected", "corrected"},      // one too many
                                         {"correctet", "corrected"},       // another one
                                         {"corretced", "corrected"},       // two swapped
                                         {"crrcted", "corrected"},         // two lost
                                         {"corrected-on", "corrected_on"},
                                         {"hram", "harm"},
                                         {"harn", "harm"},
                                         {"ad.aproval_vaild", "ad.approval_valid"},
                                         {"harm", "harm"}}));
  CAPTURE(row.word);
  CHECK(nearest(row.word, kNames) == row.meant);
}

TEST_CASE("A word that is no slip finds nothing", "[suggest]") {
  const auto* word = GENERATE("", "x", "ha", "something_else", "hxxm", "act", "corr");
  CAPTURE(word);
  CHECK(nearest(word, kNames).empty());
  CHECK(suggestion(word, kNames).empty());
}

TEST_CASE("A third of the word may be wrong, and no more", "[suggest]") {
  CHECK(nearest("abcdefXYZ", {"abcdefghi"}) == "abcdefghi");
  CHECK(nearest("abcdeWXYZ", {"abcdefghi"}).empty());
  CHECK(nearest("ab", {"ax"}) == "ax");
  CHECK(nearest("ab", {"xy"}).empty());
}

TEST_CASE("The suggestion does not depend on the order of the words", "[suggest]") {
  std::vector<std::string> words = {"aab", "aac", "aad"};
  do {
    CHECK(nearest("aaa", words) == "aab");
  } while (std::next_permutation(words.begin(), words.end()));
}

TEST_CASE("A monstrous word costs nothing", "[suggest]") {
  CHECK(nearest(std::string(1'000'000, 'a'), kNames).empty());
  CHECK(nearest("harm", {}).empty());
}

TEST_CASE("The suggestion is a question in both languages", "[suggest]") {
  const Text text = suggestion("corected", kNames);
  CHECK(text.zh == "是不是 `corrected`?");
  CHECK(text.en == "did you mean `corrected`?");
}

}  // namespace siqingdan
