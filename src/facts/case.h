// What is known of one case.
//
// Absent and `null` are both unknown in logic, but they are not the same: `null` says that somebody asked and
// could not find out, so it is not asked again.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "facts/vocabulary.h"
#include "json/value_fwd.h"
#include "law/catalogue.h"

namespace siqingdan {

// Known::from of a value that was taken from a description in words: proposed only, until the officer says
// that it is so, one by one or all at once.
inline constexpr const char* kFromText = "text";
inline constexpr const char* kFromTextConfirmed = "text/confirmed";
inline constexpr const char* kFromTextAccepted = "text/accepted";
inline bool is_from_text(const std::string& from) {
  return from == kFromText || from == kFromTextConfirmed || from == kFromTextAccepted;
}

// Known::from of a date that follows from the records of earlier decisions (history/derive.h).
inline constexpr const char* kFromHistory = "history";

struct Known {
  std::int64_t number = 0;  // 0/1 · index into the codes · an integer · fen · days since 1970
  std::string text;  // text facts
  std::string because;  // the reason somebody gave
  std::string from;  // where it comes from; empty: stated
};

// The value as it is written in a case: true, "slight", 6600, "2026-11-23".
json::Value written(const Fact& fact, const Known& known);

// One value a fact, by id. Of hundreds of facts a case knows a dozen, and only these take up room.
class FactSheet {
 public:
  FactSheet() = default;
  explicit FactSheet(std::size_t facts) : place_(facts, 0) { entries_.reserve(kUsual); }

  // Holds until something is set.
  const std::optional<Known>& at(FactId fact) const { return entries_[place_[fact]].known; }
  bool was_asked(FactId fact) const { return entries_[place_[fact]].asked; }
  void set(FactId fact, Known value) { entry(fact).known = std::move(value); }
  void set_unknowable(FactId fact) { entry(fact) = {std::nullopt, true}; }
  void clear(FactId fact) { entry(fact) = {}; }
  std::size_t size() const { return place_.size(); }

  // This sheet with everything `over` knows laid on top.
  FactSheet with(const FactSheet& over) const;

 private:
  struct Entry {
    std::optional<Known> known;
    bool asked = false;
  };
  Entry& entry(FactId fact) {
    if (place_[fact] == 0) {
      place_[fact] = static_cast<std::uint16_t>(entries_.size());
      entries_.emplace_back();
    }
    return entries_[place_[fact]];
  }

  static constexpr std::size_t kUsual = 24;  // entries

  std::vector<std::uint16_t> place_;  // of each fact among the entries
  std::vector<Entry> entries_ = std::vector<Entry>(1);  // the first is that of all of which nothing is known
};

struct Measure {
  std::string object;  // goods, raw_materials, tools, documents, facilities, premises
  FactSheet facts;  // about this measure, over those of the case
};

// An offence that the description may speak of.
struct OffenceCandidate {
  std::string offence;
  std::int64_t score = 0;  // 0 to 100
};

struct Case {
  std::string id;
  std::string party_name;
  std::string party_uscc;
  std::string description;
  std::string offence;  // empty: not named
  std::string offence_from;  // where it comes from, as Known::from; empty: stated
  std::vector<OffenceCandidate> candidates;  // what the description may speak of, best first
  FactSheet facts;
  std::vector<Measure> measures;
  bool measures_named = false;  // an empty list says that no measure is contemplated
  json::Held written;  // as it was handed in, for the log

  // What is learnt later goes into the case and into its written form at once, so that reading the written
  // form gives the case. Nothing known: asked, and could not be established. `measure`: index into
  // `measures`, for a fact about one of them.
  void set_fact(const Vocabulary& vocabulary, FactId fact, std::optional<std::size_t> measure,
                std::optional<Known> known);
  // Takes back what was known of a fact of the case, as if nobody had asked.
  void forget_fact(const Vocabulary& vocabulary, FactId fact);
  void set_offence(const std::string& offence_id);
  void set_id(const std::string& number);
  void contemplate_no_measure();
};

// Reads a case. What is wrong with it is reported with its place: unknown keys, facts and offences (with a
// suggestion), wrong types, impossible dates, control characters in names, a date fact given twice.
// `on` is the day of decision: an act, a finding or a clue after it is an error.
// The case exists if and only if there was no error.
std::optional<Case> read_case(const json::Document& document, const Vocabulary& vocabulary,
                              const Catalogue& catalogue, Date on, Issues& issues);

// The same without Case::written: for a case that is only decided, not recorded.
std::optional<Case> read_case_to_decide(const json::Document& document, const Vocabulary& vocabulary,
                                        const Catalogue& catalogue, Date on, Issues& issues);

// Reads the value of one fact, bare or as { "value", "because", "from" }; also used by rule tests.
// `null` gives nothing and sets `asked`.
std::optional<Known> read_known(const json::Context& context, const Fact& fact, const json::Node& node,
                                bool& asked);

// One fact by name with its value into `sheet`; an unknown name is an issue with a suggestion.
void read_fact(const json::Context& context, const Vocabulary& vocabulary, const std::string& name,
               const json::Node& node, FactSheet& sheet);

}  // namespace siqingdan
