#include <array>

#include "law/numeral.h"
#include "law/statute_text.h"

namespace siqingdan {
namespace {

// Takes the first of `words` off the front of `text`; false if none stands there.
bool take(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      return true;
    }
  }
  return false;
}

void skip(std::string_view& text) {
  while (take(text, {"第", "(", "（", ")", "）", " ", "\u3000", "."})) {
  }
}

}  // namespace

std::optional<Provision> parse_provision(std::string_view text) {
  Provision provision;
  const std::array<int*, 3> places = {&provision.article.number, &provision.paragraph, &provision.item};
  std::size_t next = 0;
  for (skip(text); !text.empty(); skip(text)) {
    const auto number = leading_numeral(text);
    if (!number) {
      return std::nullopt;
    }
    text.remove_prefix(number->bytes);
    while (take(text, {")", "）", " "})) {
    }
    // 第N条第(N)项 leaves the paragraph out.
    const std::size_t place = take(text, {"条"}) ? 0 : take(text, {"款"}) ? 1 : take(text, {"项"}) ? 2 : next;
    if (place < next || place >= places.size()) {
      return std::nullopt;
    }
    *places[place] = number->value;
    next = place + 1;
    if (place == 0 && take(text, {"之", "-"})) {
      const auto inserted = leading_numeral(text);
      if (!inserted) {
        return std::nullopt;
      }
      provision.article.inserted = inserted->value;
      text.remove_prefix(inserted->bytes);
    }
  }
  return provision.article.number > 0 ? std::optional(provision) : std::nullopt;
}

}  // namespace siqingdan
