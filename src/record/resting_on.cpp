// Which decisions were made with an import: their cases say so (history/derive.h).

#include <algorithm>
#include <array>

#include "history/derive.h"
#include "json/quick.h"
#include "record/imports.h"
#include "record/in_force.h"
#include "record/sqlite.h"
#include "record/withdraw.h"

namespace siqingdan {
namespace {

using json::Node;

const std::string& text_of_member(const Node& of, std::string_view key) {
  static const std::string none;
  const Node* node = of.find(key);
  return node == nullptr || node->kind != Node::Kind::text ? none : node->text;
}

// A fact of a case decided on the day `on`.
bool rests_on(const Node& fact, const std::string& on, const WithdrawnImport& import) {
  if (fact.kind != Node::Kind::object || text_of_member(fact, "from") != kFromHistory) {
    return false;
  }
  const std::string& because = text_of_member(fact, "because");
  const std::string& since = text_of_member(fact, "value");
  return std::any_of(import.entries.begin(), import.entries.end(),
                     [&](std::int64_t entry) { return because.ends_with(reference_to(entry)); }) ||
         std::any_of(import.complete.begin(), import.complete.end(), [&](const CompleteSpan& span) {
           return rests_on_completeness(because, span.bureau) && since <= to_text(span.last) &&
                  to_text(span.first) < on;
         });
}

bool any_rests_on(const Node& facts, const std::string& on, const WithdrawnImport& import) {
  return std::any_of(facts.members.begin(), facts.members.end(),
                     [&](const auto& member) { return rests_on(member.value, on, import); });
}

}  // namespace

std::vector<DecisionRow> decisions_resting_on(const Log& log, const WithdrawnImport& import) {
  static constexpr std::array<std::string_view, 2> kHollow = {"decision", "measures"};
  sqlite::Statement rows(log.file(),
                         "select d.id, d.day, e.body from decisions d join entries e on e.id = d.id"
                         " where d.id > ? and instr(e.body, '\"from\":\"history\"') > 0 and not " +
                             is_replaced("d.id") + " order by d.id");
  rows.bind(import.entries.front());
  std::vector<DecisionRow> all;
  while (rows.next()) {
    const auto body = json::read_quickly(rows.text(2), kHollow);
    const Node* a_case = body ? body->find("case") : nullptr;
    const Node* facts = a_case == nullptr ? nullptr : a_case->find("facts");
    const std::string on = rows.text(1);
    // A date may also stand at the top of a case.
    if (a_case != nullptr &&
        (any_rests_on(*a_case, on, import) || (facts != nullptr && any_rests_on(*facts, on, import)))) {
      all.push_back(decision(log, rows.integer(0)).value());
    }
  }
  return all;
}

}  // namespace siqingdan
