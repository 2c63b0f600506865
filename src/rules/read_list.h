// One list.json, one item file. Used by read_rules, which knows the folder.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "json/object.h"
#include "rules/read_condition.h"
#include "rules/rule_set.h"

namespace siqingdan {

// A list together with what its items take over from it.
struct ListParts {
  List list;
  Effect effect = Effect::may;
  std::string approver;
  Expression conditions;                      // shared by every item; may be empty
  struct Class {
    std::string title;
    std::vector<Citation> cites;
    Expression conditions;                    // may be empty
  };
  std::map<std::string, Class> classes;
  Expression exclusions;                      // of every item: any of them; may be empty
  const json::Node* tests = nullptr;          // in the document, which must outlive this
  const json::Node* caution_tests = nullptr;  // the same
};

ListParts read_list(const json::Context& context, const json::Node& root, const Vocabulary& vocabulary,
                    const Catalogue& catalogue);

// `tests` receives the node of the item's tests, or nullptr.
Rule read_item(const json::Context& context, const json::Node& root, const ListParts& parts,
               const Vocabulary& vocabulary, const Catalogue& catalogue, const json::Node*& tests);

// "all", or { "offences": […], "domains": […] }, each of which must exist.
Coverage read_coverage(const json::Context& context, const json::Node& node, const Catalogue& catalogue);
void check_offences(const json::Context& context, const json::Node& place,
                    const std::vector<std::string>& ids, const Catalogue& catalogue);

struct Provenance {
  Standing standing = Standing::drafted;
  std::string source;
  std::vector<std::string> open;
};

// Reads `provenance`. Standing is `confirmed` if a review's digest fits the file as it stands: the canonical
// text of everything but `provenance` and `tests`. A review that no longer fits is a warning.
Provenance read_provenance(json::Object& o);
std::string reviewed_digest(const json::Node& root);

std::vector<Duty> read_duties(json::Object& o, const Words& words);
std::vector<Caution> read_cautions(json::Object& o, const Words& words);

}  // namespace siqingdan
