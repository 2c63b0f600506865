// What every character and pair of characters says for and against every offence, learned from the titles,
// aliases and descriptions of the rule base (match/lessons.h).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "law/catalogue.h"
#include "match/plane_table.h"
#include "rules/descriptions.h"

namespace siqingdan {

// The bytes. The same rules give the same bytes. Takes seconds.
std::string learn_evidence(const Catalogue& catalogue, const Descriptions& descriptions);

class Evidence {
 public:
  // An offence, or what is none (`outside`): title and domain are empty then.
  struct Class {
    std::string_view id;
    std::string_view title;
    std::string_view domain;
    std::string_view domain_title;
  };

  // `bytes` must outlive this.
  explicit Evidence(std::string_view bytes);

  // There is a plane for every class and, after these, for every domain.
  const PlaneTable& table() const { return table_; }
  std::uint32_t outside() const { return classes_ - 1; }
  Class klass(std::uint32_t number) const;
  std::uint32_t domain_plane(std::uint32_t klass) const;

 private:
  std::string_view text(std::uint32_t number) const;

  PlaneTable table_;
  std::uint32_t classes_ = 0;
  std::string_view domain_of_;  // by class
  std::string_view texts_;  // ends of the strings of the classes, four each
  std::string_view strings_;
};

}  // namespace siqingdan
