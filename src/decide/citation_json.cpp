#include "decide/citation_json.h"

#include "json/value.h"

namespace siqingdan {
namespace {

json::Value citation(const Citation& c) {
  json::Value value = {{"law", c.law}};
  if (c.article > 0) {
    value["article"] = c.article;
  }
  if (c.paragraph > 0) {
    value["paragraph"] = c.paragraph;
  }
  if (c.item > 0) {
    value["item"] = c.item;
  }
  if (!c.says.empty()) {
    value["says"] = c.says;
  }
  return value;
}

}  // namespace

json::Value citations_json(const std::vector<Citation>& all, Date law_on) {
  json::Value values = json::Value::array();
  for (const Citation& c : all) {
    if (c.holds_on(law_on)) {
      values.push_back(citation(c));
    }
  }
  return values;
}

}  // namespace siqingdan
