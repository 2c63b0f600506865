#include "history/derive.h"

#include <algorithm>
#include <tuple>

#include "base/party_code.h"

namespace siqingdan {
namespace {

constexpr std::chrono::days kDay{1};

// Spans that touch or overlap make one; in order.
std::vector<DateRange> united(const std::vector<CompleteSpan>& spans, const std::string& bureau) {
  std::vector<DateRange> ranges;
  for (const CompleteSpan& span : spans) {
    if (span.bureau == bureau && span.first <= span.last) {
      ranges.push_back({span.first, span.last + kDay});
    }
  }
  std::sort(ranges.begin(), ranges.end(),
            [](const DateRange& a, const DateRange& b) { return a.from < b.from; });
  std::vector<DateRange> all;
  for (const DateRange& range : ranges) {
    if (!all.empty() && range.from <= all.back().until) {
      all.back().until = std::max(all.back().until, range.until);
    } else {
      all.push_back(range);
    }
  }
  return all;
}

bool is_same_case(const PriorRecord& record, const Case& of) {
  return !record.case_id.empty() && record.case_id == of.id;
}

void sort_records(const Fact& fact, const Case& of, Date on, const PartyHistory& history, Derived& derived) {
  const std::string party = normal_party_code(of.party_uscc);
  for (const PriorRecord& record : history.records) {
    if (record.party != party || record.on > on || is_same_case(record, of)) {
      continue;
    }
    const DecisionKind* kind = fact.kind_of_decision(record.kind);
    const Truth counts = kind == nullptr ? Truth::unknown : kind->counts;
    const bool same = !record.offence.empty() && record.offence == of.offence;
    (!same || counts == Truth::no ? derived.others
     : counts == Truth::yes       ? derived.counted
                                  : derived.unsettled)
        .push_back(record);
  }
  for (std::vector<PriorRecord>* records : {&derived.counted, &derived.unsettled, &derived.others}) {
    std::sort(records->begin(), records->end(), [](const PriorRecord& a, const PriorRecord& b) {
      return std::tie(b.on, a.document, a.source) < std::tie(a.on, b.document, b.source);
    });
  }
}

void reach(const Case& of, Date on, const PartyHistory& history, Derived& derived) {
  for (const DateRange& range : united(history.complete, history.bureau)) {
    if (range.from < on) {
      derived.complete = DateRange{range.from, std::min(range.until, on)};
    }
  }
  derived.reaches_decision = derived.complete && derived.complete->until == on;
  if (!derived.reaches_decision) {
    return;
  }
  Date since = derived.complete->from;
  for (const std::vector<PriorRecord>* records : {&derived.counted, &derived.unsettled}) {
    since = records->empty() ? since : std::max(since, records->front().on + kDay);
  }
  if (since <= on && !of.offence.empty()) {
    derived.clear_since = since;
  }
}

std::string declared_by(const std::string& bureau) { return bureau + " 声明 "; }

std::string words_of(const PriorRecord& record, const Fact& fact) {
  const DecisionKind* kind = fact.kind_of_decision(record.kind);
  std::string words = kind == nullptr ? record.kind : kind->words.front();
  for (const std::string& part : {record.document, record.bureau, record.source}) {
    words += part.empty() ? "" : " " + part;
  }
  return words;
}

}  // namespace

FactId fact_from_records(const Vocabulary& vocabulary) {
  const auto fact = std::find_if(vocabulary.facts.begin(), vocabulary.facts.end(),
                                 [](const Fact& f) { return !f.decision_kinds.empty(); });
  return fact == vocabulary.facts.end() ? kNoFact : static_cast<FactId>(fact - vocabulary.facts.begin());
}

Derived derive(const Vocabulary& vocabulary, const Case& of, Date on, const PartyHistory& history) {
  Derived derived;
  derived.bureau = history.bureau;
  derived.fact = fact_from_records(vocabulary);
  if (derived.fact == kNoFact) {
    return derived;
  }
  if (fault_of_party_code(normal_party_code(of.party_uscc))) {
    derived.lacks = Derived::Lacks::party_code;
    return derived;
  }
  if (of.offence.empty()) {
    derived.lacks = Derived::Lacks::offence;
  }
  sort_records(vocabulary.facts[derived.fact], of, on, history, derived);
  if (!derived.counted.empty()) {
    derived.found_on = derived.counted.front().on;
  }
  reach(of, on, history, derived);
  return derived;
}

void apply(const Derived& derived, const Vocabulary& vocabulary, Case& to) {
  if (derived.fact == kNoFact) {
    return;
  }
  const Fact& fact = vocabulary.facts[derived.fact];
  const auto put = [&](FactId id, const std::optional<Date>& date, const std::string& because) {
    if (date) {
      to.set_fact(vocabulary, id, std::nullopt, Known{to_number(*date), {}, because, kFromHistory});
    } else if (to.facts.at(id)) {
      to.forget_fact(vocabulary, id);
    }
  };
  put(fact.found_on, derived.found_on,
      derived.found_on ? words_of(derived.counted.front(), fact) : std::string());
  put(fact.clear_since, derived.clear_since,
      derived.clear_since
          ? declared_by(derived.bureau) + fmt::format("{} 至 {} 的记录完整", to_text(derived.complete->from),
                                                      to_text(derived.complete->until - kDay))
          : std::string());
}

bool rests_on_completeness(const std::string& because, const std::string& bureau) {
  return because.starts_with(declared_by(bureau));
}

}  // namespace siqingdan
