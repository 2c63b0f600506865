#include "match/evidence.h"

#include "base/failure.h"

namespace siqingdan {

Evidence::Evidence(std::string_view bytes) : table_(bytes) {
  std::string_view rest = bytes.substr(table_.bytes());
  const auto take = [&](std::size_t size) {
    if (size > rest.size()) {
      bug("the evidence is cut short");
    }
    const std::string_view taken = rest.substr(0, size);
    rest.remove_prefix(size);
    return taken;
  };
  classes_ = PlaneTable::number(take(4), 0);
  domain_of_ = take(4ULL * classes_);
  texts_ = take(4ULL * (4 * classes_ + 1));
  strings_ = rest;
}

std::string_view Evidence::text(std::uint32_t number_of_text) const {
  const std::uint32_t from = PlaneTable::number(texts_, number_of_text);
  return strings_.substr(from, PlaneTable::number(texts_, number_of_text + 1) - from);
}

Evidence::Class Evidence::klass(std::uint32_t number_of_class) const {
  const std::uint32_t at = 4 * number_of_class;
  return {text(at), text(at + 1), text(at + 2), text(at + 3)};
}

std::uint32_t Evidence::domain_plane(std::uint32_t klass) const {
  return classes_ + PlaneTable::number(domain_of_, klass);
}

}  // namespace siqingdan
