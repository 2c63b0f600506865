// Every fact that may be known of a case: its type, its name for people, the question that is asked for it.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/issue.h"
#include "base/truth.h"
#include "json/node.h"

namespace siqingdan {

using FactId = std::uint16_t;  // index into Vocabulary::facts
inline constexpr FactId kNoFact = 0xFFFF;

enum class FactType : std::uint8_t { boolean, judgement, derived, enumeration, integer, money, date, text };
inline constexpr std::size_t kFactTypes = 8;

// One kind of decision of which a bureau keeps records, and whether a decision of that kind is a prior
// violation.
struct DecisionKind {
  std::string code;
  std::vector<std::string> words;  // how people write it, the usual word first
  Truth counts = Truth::unknown;   // unknown: the law does not say; whoever meets one must decide
};

struct Fact {
  std::string name;
  FactType type = FactType::boolean;
  std::string label;
  std::string ask;
  std::string evidence;  // may be empty
  std::string unit;      // integer only; may be empty
  std::string remedy;    // what the party can still do about it; empty: it cannot change it
  std::int64_t remedy_gives = 0;  // the value that brings about
  FactId remedy_lost_if = kNoFact;  // where this yes-or-no fact is a yes, it is too late for it
  std::vector<std::string> codes;   // enum only
  std::vector<std::string> labels;  // beside the codes
  bool about_measure = false;       // about one contemplated measure, not the whole case
  bool personal_data = false;
  FactId derived_from = kNoFact;    // derived only: the day of the last violation, as somebody states it …
  FactId found_on = kNoFact;  // … the day of one in the records; there may be a later one elsewhere …
  FactId clear_since = kNoFact;  // … the day from which on complete records show none …
  std::string derived_number;  // … and the number that says how far back such a day counts
  std::vector<DecisionKind> decision_kinds;  // what the records may say; none: there are no records of it
  FactId same_as = kNoFact;  // the fact of every domain that this is the domain's own name for

  bool is_yes_or_no() const {
    return type == FactType::boolean || type == FactType::judgement || type == FactType::derived;
  }
  const DecisionKind* kind_of_decision(std::string_view code) const;  // nullptr: there is no such kind
  bool is_number() const { return type == FactType::integer || type == FactType::money; }
};

const char* name_of(FactType type);

struct Vocabulary {
  std::vector<Fact> facts;
  // Those of one type, in order.
  const std::vector<FactId>& of(FactType type) const { return by_type_[static_cast<std::size_t>(type)]; }
  // kNoFact if there is none of that name.
  FactId find(std::string_view name) const;
  std::vector<std::string> names() const;
  void index();  // after `facts` was filled

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, FactId, Hash, std::equal_to<>> by_name_;
  std::array<std::vector<FactId>, kFactTypes> by_type_;
};

// Facts get their ids in alphabetical order, so that the order in the file changes nothing.
Vocabulary read_vocabulary(const json::Document& document, Issues& issues);

}  // namespace siqingdan
