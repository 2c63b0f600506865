#include "decide/recount.h"

#include "decide/duties.h"

namespace siqingdan {
namespace {

const Offence* offence_called(const RuleSet& rules, const std::string& id) {
  const auto found = rules.catalogue.offences.find(id);
  return found == rules.catalogue.offences.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<Recounted> recount(const RuleSet& rules, const std::string& rule, const std::string& id,
                                 const std::string& offence, const ClockEvents& events) {
  const NamedDuty named = find_duty(rules, rule, id);
  if (named.duty == nullptr || named.duty->within.empty()) {
    return std::nullopt;
  }
  const ClockReading reading = read_clock(*named.list, *named.duty, offence_called(rules, offence), events,
                                          rules.calendar);
  return Recounted{named.duty, named.list, reading, waits_for(reading, *named.duty, rules.vocabulary)};
}

std::vector<DueDuty> duties_of_restart(const RuleSet& rules, const std::string& offence, Date on) {
  std::vector<DueDuty> duties;
  for (const List& list : rules.lists) {
    for (const Duty& duty : list.duties) {
      if (duty.on_restart && list.in_force(on)) {
        const FactSheet nothing(rules.vocabulary.facts.size());
        duties.push_back(deadline_of(rules, list, duty, offence_called(rules, offence), nothing, on));
        duties.back().from = list.id;
      }
    }
  }
  return duties;
}

bool fits_outcome(const std::string& duty, const std::string& outcome) {
  return (duty == kRecheck) == (outcome != "done");
}

bool restarts_procedure(const std::string& outcome) {
  return outcome == "not_rectified" || outcome == "reoffended";
}

}  // namespace siqingdan
