// What is wrong with a sound rule base when time passes: versions of a law with a gap between them, lists
// that ended without a successor, citations of law that is no longer in force, changes that are coming.
//
// None of it is an error: the files mean what they say. It is what the legal section has to look at.

#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "rules/citations.h"
#include "rules/rule_set.h"

namespace siqingdan {

struct Finding {
  std::string code;                 // kebab-case, never changes its meaning
  Text message;
  std::vector<std::string> places;  // ids of items, lists and offences, with the part; may be empty
};

// The window of an analysis: a day, and how many calendar days ahead of it to look for changes.
struct Window {
  Date on;
  int ahead = 0;

  bool coming(Date day) const { return on < day && day <= on + std::chrono::days{ahead}; }
};

// law-gap, law-overlap: between the known versions of one law.
// law-coming, law-ending: a version that begins or a law that ends within the window, with what cites it.
void analyse_laws(const RuleSet& rules, const std::vector<Cited>& cited, const Window& window,
                  std::vector<Finding>& out);

// list-gap, list-overlap: between a list and those it replaces.
// list-coming, list-ending, number-coming: within the window.
// no-successor: an item of a list that is over, whose offences no later list of the question covers.
void analyse_lists(const RuleSet& rules, const Window& window, std::vector<Finding>& out);

// law-not-in-force: what is in force on the day cites a law that is not.
// citation-ended: a renumbered provision whose new number was not written down.
void analyse_citations(const RuleSet& rules, const std::vector<Cited>& cited, const Window& window,
                       std::vector<Finding>& out);

// All of these, in this order.
std::vector<Finding> analyse(const RuleSet& rules, const std::vector<Cited>& cited, const Window& window);

}  // namespace siqingdan
